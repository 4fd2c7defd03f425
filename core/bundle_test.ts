import { assert, assertEquals } from "@std/assert";
import { assertSameText } from "./testing/assert_same_text.ts";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { SAMPLE } from "./testing/sample.ts";
import { sampleServer } from "./testing/sample_server.ts";
import { tempFolder } from "./testing/temp_folder.ts";

const MOD = fileURLToPath(new URL("mod.ts", import.meta.url));

/** What plain Node runs: the sample hour through the bundle whose path it is given. */
const RANK_IN_NODE = `
import { openAsBlob } from "node:fs";
const [bundle, dump, list] = process.argv.slice(2);
const { Denylist, Hour, rankHour, writeReport } = await import(bundle);
const denylist = await Denylist.read((await openAsBlob(list)).stream());
const ranking = await rankHour((await openAsBlob(dump)).stream(), { denylist });
const report = {
  ...ranking,
  hour: Hour.ofDump(dump),
  source: { url: dump, bytes: ranking.bytes, sha256: null, etag: null, last_modified: null },
  parameters: { top: 25, ties: "row", denylist: null },
};
process.stdout.write([...writeReport(report, "csv")].join(""));
`;

/** What else plain Node runs: the one path from an hour to its report, over HTTP. */
const PRODUCE_IN_NODE = `
import { createHash } from "node:crypto";
const [bundle, server] = process.argv.slice(2);
const { createProducer, findDenylist, Hour, HttpSource, rankHour, systemClock } = await import(bundle);
const entries = new Map();
const store = {
  read: async (key) => entries.get(key),
  async write(key, ending, content, facts) {
    const entry = { content, manifest: { ...facts, file: { name: "x." + ending } } };
    entries.set(key, entry);
    return entry;
  },
  lock: async () => ({ [Symbol.dispose]() {} }),
  locate: (key, name) => key + name,
};
const createSha256 = () => {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
};
const now = () => new Date("2026-09-10T20:30Z");
const http = { fetch, userAgent: "wikitop/test", clock: { ...systemClock, now } };
const readFile = () => Promise.reject(new Error("there are no files"));
const produce = createProducer({
  sources: [new HttpSource(server, http)],
  store,
  denylist: await findDenylist(server + "denylist", { ...http, readFile, store, createSha256 }),
  top: 25,
  ties: "row",
  format: "csv",
  again: "never",
  rank: (dump, { denylist, ...options }) => rankHour(dump, { ...options, denylist: denylist?.read() }),
  createSha256,
  maker: "wikitop/test",
  now,
});
const hour = Hour.parse("2026-09-10T18");
for (const _ of [1, 2]) await produce(hour);
process.stdout.write(entries.get("2026/09/2026-09-10T18").content);
`;

/** Runs a program of this machine; whatever it says on standard error belongs to the failure. */
async function run(file: string, args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(file, { args }).output();
  assert(success, `${file} ${args[0]} failed: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(stdout);
}

/** The first Node on the path; Deno puts itself there under that name when it runs a task. */
async function findNode(): Promise<string | undefined> {
  const script = "process.stdout.write(process.versions.deno ?? `node ${process.versions.node}`)";
  for (const folder of (Deno.env.get("PATH") ?? "").split(delimiter)) {
    const file = `${folder}/node${Deno.build.os === "windows" ? ".exe" : ""}`;
    try {
      if (/^node (2\d|[3-9]\d)\./.test(await run(file, ["-e", script]))) return file;
    } catch {
      // There is none in that folder, or one that does not work.
    }
  }
}

const node = await findNode();

/** Bundles the core into a folder, beside a script that is to import it. */
async function bundleInto(
  folder: string,
  script: string,
): Promise<[script: string, bundle: string]> {
  const paths: [string, string] = [`${folder}/script.mjs`, `${folder}/wikitop.mjs`];
  await Deno.writeTextFile(paths[0], script);
  await run(Deno.execPath(), ["bundle", "--platform=browser", `--output=${paths[1]}`, MOD]);
  return paths;
}

Deno.test({
  name: "mod.ts, bundled for browsers, ranks the sample hour in plain Node",
  ignore: node === undefined,
  async fn() {
    await using temp = await tempFolder();
    const paths = await bundleInto(temp.path, RANK_IN_NODE);
    const args = [...paths, SAMPLE.dump, SAMPLE.denylist];
    const report = await run(node!, args);
    assertSameText(report, await Deno.readTextFile(SAMPLE.expected));
    assertSameText(report, await run(Deno.execPath(), ["run", "--allow-read", ...args]));
  },
});

Deno.test({
  name: "mod.ts, bundled for browsers, produces the sample hour in plain Node",
  ignore: node === undefined,
  async fn() {
    await using temp = await tempFolder();
    await using server = sampleServer();
    const paths = await bundleInto(temp.path, PRODUCE_IN_NODE);
    const report = await run(node!, [...paths, server.url]);
    assertSameText(report, await Deno.readTextFile(SAMPLE.expected));
    assertEquals(server.paths, ["/denylist", SAMPLE.dumpPath]);
  },
});

Deno.test("mod.ts reaches no file that imports from Node or knows Deno", async () => {
  const graph: { modules: { specifier: string; local?: string }[] } = JSON.parse(
    await run(Deno.execPath(), ["info", "--json", MOD]),
  );
  const specifiers = graph.modules.map(({ specifier }) => specifier);
  assertEquals(specifiers.filter((specifier) => specifier.startsWith("node:")), []);
  const files = graph.modules.filter(({ specifier }) => specifier.startsWith("file:"));
  assert(files.length > 20);
  for (const { local } of files) {
    const source = await Deno.readTextFile(local!);
    const code = source.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
    assert(!/\bDeno\b|\bprocess\b|["'](node|npm):/.test(code), local);
  }
});
