import { assert, assertEquals } from "@std/assert";
import { assertSameText } from "../testing/assert_same_text.ts";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findNode, run } from "../testing/run.ts";
import { SAMPLE } from "../testing/sample.ts";
import { sampleServer } from "../testing/sample_server.ts";
import { tempFolder } from "../testing/temp_folder.ts";

const MOD = fileURLToPath(new URL("../mod.ts", import.meta.url));
const NODE_MOD = fileURLToPath(new URL("../node/mod.ts", import.meta.url));
const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));

/** What plain Node runs: the sample hour through the bundle whose path it is given. */
const RANK_IN_NODE = `
import { openAsBlob } from "node:fs";
const [bundle, dump, list] = process.argv.slice(2);
const { Denylist, encodeReport, Hour, rankHour, reportDomain } = await import(bundle);
const denylist = await Denylist.read((await openAsBlob(list)).stream());
const { domains, counts } = await rankHour((await openAsBlob(dump)).stream(), { denylist });
const report = {
  period: Hour.ofDump(dump),
  edition: "each",
  sources: [],
  parameters: { top: 25, ties: "row", denylist: null },
  counts,
  domains: domains.map(reportDomain),
};
for (const { bytes } of encodeReport(report, "csv")) process.stdout.write(bytes);
`;

/** What else plain Node runs: the one path from an hour to its report, over HTTP. */
const PRODUCE_IN_NODE = `
import assert from "node:assert/strict";
const [bundle, server] = process.argv.slice(2);
const { createProducer, Hour, HttpSource, loadDenylist, Store, systemClock } = await import(bundle);
class MemoryBlobs {
  files = new Map();
  get = async (path) => this.files.get(path);
  range = async (path, start, end) => this.files.get(path)?.slice(start, end);
  put = async (blobs) => blobs.forEach(([path, bytes]) => this.files.set(path, bytes));
  delete = async (path) => void this.files.delete(path);
  locate = (path) => path;
  version = async (path) => this.files.has(path) ? String(this.files.get(path).length) : undefined;
  list = async (folder, beginning) => (await this.names(folder, beginning)).map((name) => {
    return { name, bytes: this.files.get(folder + "/" + name).length };
  });
  names = async (folder, beginning = "") => [...this.files.keys()]
    .filter((path) => path.startsWith(folder + "/" + beginning))
    .map((path) => path.slice(folder.length + 1))
    .filter((name) => !name.includes("/"))
    .sort();
  folders = async (folder) => [
    ...new Set(
      [...this.files.keys()].filter((path) => folder === "" || path.startsWith(folder + "/"))
        .map((path) => (folder === "" ? path : path.slice(folder.length + 1)).split("/"))
        .filter((parts) => parts.length > 1).map(([name]) => name),
    ),
  ].sort();
}
const tryAcquire = async () => ({ [Symbol.dispose]() {} });
const openStore = () => new Store({ blobs: new MemoryBlobs(), locks: { tryAcquire, acquire: tryAcquire } });
const clock = { ...systemClock, now: () => new Date("2026-09-10T20:30Z") };
const http = { fetch, userAgent: "wikitop/test", clock };
const sources = [new HttpSource(server, http)];
const hour = Hour.parse("2026-09-10T18");

const store = openStore();
const openFile = () => Promise.reject(new Error("there are no files"));
const denylist = () => loadDenylist(server + "denylist", { ...http, openFile, store });
const producer = createProducer({ sources, store, denylist });
const made = [];
let report;
for (const _ of [1, 2]) {
  const production = await producer.produce(hour);
  made.push(production.made);
  report = production.report;
}
assert.deepEqual(made, [true, false]);
process.stdout.write(await report.content());

const plain = await createProducer({ sources, store: openStore() }).produce(hour);
const { parameters, sources: [source], made: { by } } = plain.report.manifest;
assert.deepEqual([parameters, by], [{ top: 25, ties: "row", denylist: null }, "@wikitop/core"]);
assert.deepEqual([source.etag, source.sha256], ['"sample-1"', null]);
assert.ok((await plain.report.pages("en")).length > 0);
`;

/** And what it runs with files: a store in a folder, the sample's own folder as source. */
const PRODUCE_IN_FOLDER = `
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
const [bundle, folder, dumps, list] = process.argv.slice(2);
const { createProducer, createSha256, FolderSource, Hour, loadDenylist, openFile, openFolderStore, openReport } =
  await import(bundle);
const tryLock = async () => ({ [Symbol.dispose]() {} });
const { store } = openFolderStore(folder, { tryLock });
const http = { fetch, userAgent: "wikitop/test" };
const producer = createProducer({
  sources: [new FolderSource(dumps)],
  store,
  denylist: () => loadDenylist(list, { ...http, openFile, store }),
  createSha256,
});
const hour = Hour.parse("2026-09-10T18");
assert.equal((await producer.produce(hour)).made, true);
assert.equal((await producer.produce(hour)).made, false);
const report = await openReport(store, hour);
const dump = await readFile(dumps + "/" + hour.dumpName);
const [source] = report.manifest.sources;
assert.deepEqual([source.bytes, source.sha256], [
  dump.length,
  createHash("sha256").update(dump).digest("hex"),
]);
process.stdout.write(await readFile(report.location));
`;

const node = await findNode();

/** Bundles what a module of the core exports into a folder, beside a script that is to import it. */
async function bundleInto(
  folder: string,
  script: string,
  { entry = MOD, platform = "browser" }: { entry?: string; platform?: string } = {},
): Promise<[script: string, bundle: string]> {
  const paths: [string, string] = [`${folder}/script.mjs`, `${folder}/wikitop.mjs`];
  await Deno.writeTextFile(paths[0], script);
  const options = [`--config=${CONFIG}`, `--platform=${platform}`, `--output=${paths[1]}`];
  await run(Deno.execPath(), ["bundle", ...options, entry]);
  // Node 20 cannot parse it.
  assert(!/\b(?:await\s+)?using\s+[\w$]+\s*=|\b__using\b/.test(await Deno.readTextFile(paths[1])));
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
    // Once for each of two stores, never for a report that is there.
    assertEquals(server.paths, ["/denylist", SAMPLE.dumpPath, SAMPLE.dumpPath]);
  },
});

Deno.test({
  name: "mod.ts and node/mod.ts, bundled, produce the sample hour in a folder in plain Node",
  ignore: node === undefined,
  async fn() {
    await using temp = await tempFolder();
    const entry = `${temp.path}/entry.ts`;
    const modules = [MOD, NODE_MOD].map((path) => `export * from "${pathToFileURL(path)}";\n`);
    await Deno.writeTextFile(entry, modules.join(""));
    const paths = await bundleInto(temp.path, PRODUCE_IN_FOLDER, { entry, platform: "deno" });
    const store = `${temp.path}/reports`;
    const report = await run(node!, [...paths, store, SAMPLE.folder, SAMPLE.denylist]);
    assertSameText(report, await Deno.readTextFile(SAMPLE.expected));
    const names = [...Deno.readDirSync(`${store}/2026/09`)].map(({ name }) => name).sort();
    const files = ["csv", "denied", "manifest"].map((extension) => `${SAMPLE.hour}.${extension}`);
    assertEquals(names, files);
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
