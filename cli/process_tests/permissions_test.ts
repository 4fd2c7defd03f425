import { assert, assertEquals, assertMatch } from "@std/assert";
import { dirname, isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { assertSameText } from "../../core/testing/assert_same_text.ts";
import { type Access, readAudit } from "../../core/testing/audit.ts";
import { launch } from "../../core/testing/launch.ts";
import { LoopbackServer } from "../../core/testing/loopback_server.ts";
import { FROM_SOURCE, type Program, withOnly } from "../../core/testing/program.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { sampleServer } from "../../core/testing/sample_server.ts";
import { TASK_FLAGS } from "../../core/testing/task_flags.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { FLAGS } from "../args/flags.ts";

const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];

/** The values of a flag of the task, none if it has no value or is not there. */
function valuesOf(name: string): string[] {
  const flag = TASK_FLAGS.find((flag) => flag.startsWith(`${name}=`));
  return flag?.slice(name.length + 1).split(",") ?? [];
}

/** Runs the program and collects what it asked Deno for. */
async function audit(
  args: string[],
  { cwd, program = FROM_SOURCE, permissions, env, code = 0 }: {
    cwd: string;
    program?: Program;
    permissions?: string[];
    env?: Record<string, string>;
    code?: number;
  },
): Promise<Access[]> {
  await using temp = await tempFolder();
  const log = `${temp.path}/audit.jsonl`;
  const audited = { ...env, DENO_AUDIT_PERMISSIONS: log };
  const outcome = await launch(program, args, {
    cwd,
    ...permissions && { permissions },
    env: audited,
  });
  assertEquals(outcome.code, code, outcome.stderr);
  return await readAudit(log);
}

/** Whether the task's flags allow something, or the loopback server is meant. */
function isAllowed({ permission, value }: Access, cwd: string, server?: string): boolean {
  switch (permission) {
    case "read":
      return TASK_FLAGS.includes("--allow-read");
    case "write":
      return valuesOf("--allow-write").some((folder) => {
        const below = relative(join(cwd, folder), isAbsolute(value) ? value : join(cwd, value));
        return !below.startsWith("..") && !isAbsolute(below);
      });
    case "net":
      return [...valuesOf("--allow-net"), server].includes(hostOf(value, server));
    case "sys":
      return valuesOf("--allow-sys").includes(value);
    case "env":
      return valuesOf("--allow-env").some((pattern) =>
        pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern
      );
    default:
      return false;
  }
}

/** The log has whole URLs, and hosts with their ports. */
function hostOf(value: string, server?: string): string {
  const { host, hostname } = new URL(value.includes("://") ? value : `https://${value}`);
  return host === server ? host : hostname;
}

function kinds(accesses: Access[]): string[] {
  return [...new Set(accesses.map(({ permission }) => permission))].sort();
}

const DAY = "2026-09-10";

Deno.test("wikitop needs no more than the permissions of its task, and needs them all", async () => {
  await using temp = await tempFolder();
  await using server = sampleServer();
  const fromServer = ["--source", server.url, "--denylist", `${server.url}denylist`];
  const used: Access[] = [];
  for (
    const args of [
      ["run", SAMPLE.hour, ...FROM_FOLDER],
      ["run", SAMPLE.hour, ...FROM_FOLDER, "--top", "26"],
      ["run", "2026-09-10T18", "2026-09-10T19", ...fromServer, "--force"],
      ["run", SAMPLE.hour, ...fromServer, "--refresh-denylist"],
      ["run", DAY, ...fromServer],
      ["show", SAMPLE.hour, "en"],
      ["show", SAMPLE.hour, "--top", "30", ...fromServer],
      ["rank", SAMPLE.dump, "--denylist", SAMPLE.denylist],
      ["rank", SAMPLE.dump, "--denylist", `${server.url}denylist`, "--format", "table"],
      ["--help"],
      ["--version"],
    ]
  ) {
    const permissions = [`--allow-net=${server.host}`];
    const code = args.includes(DAY) ? 3 : 0; // The server has two of its hours.
    const accesses = await audit(args, { cwd: temp.path, permissions, code });
    for (const access of accesses) {
      const { permission, value } = access;
      const allowed = isAllowed(access, temp.path, server.host);
      assert(allowed, `wikitop ${args.join(" ")} asked to ${permission} ${value}`);
    }
    used.push(...accesses);
  }
  const listed = TASK_FLAGS.map((flag) => /^--allow-(\w+)/.exec(flag)?.[1]);
  assertEquals(kinds(used), listed.filter((kind) => kind !== undefined).sort());
});

Deno.test("wikitop show asks for neither network nor writing if the hour is finished", async () => {
  await using temp = await tempFolder();
  await launch(FROM_SOURCE, ["run", SAMPLE.hour, ...FROM_FOLDER], { cwd: temp.path });
  const program = withOnly("--no-prompt", "--allow-read", "--allow-env=WIKITOP_*");
  for (const flags of [[], ["en", "--top", "3"], ["--format", "csv"], ["--ties", "row"]]) {
    const accesses = await audit(["show", SAMPLE.hour, ...flags], { cwd: temp.path, program });
    assertEquals(kinds(accesses), ["env", "read"]);
  }
});

Deno.test("wikitop run asks for neither network nor writing if the hour is finished", async () => {
  await using temp = await tempFolder();
  await using server = sampleServer();
  const args = ["run", SAMPLE.hour, "--source", server.url, "--denylist", `${server.url}denylist`];
  const permissions = [`--allow-net=${server.host}`];
  await launch(FROM_SOURCE, args, { cwd: temp.path, permissions });
  const program = withOnly("--no-prompt", "--allow-read", "--allow-env=WIKITOP_*");
  const accesses = await audit(args, { cwd: temp.path, program });
  assertEquals(kinds(accesses), ["env", "read"]);
});

Deno.test("wikitop rank reads the dump, the denylist and the code of its thread", async () => {
  await using temp = await tempFolder();
  const thread = fileURLToPath(new URL("../../core/node", import.meta.url));
  const program = withOnly(
    "--no-prompt",
    `--allow-read=${SAMPLE.dump},${SAMPLE.denylist},${thread}`,
    "--allow-env=WIKITOP_*",
  );
  const args = ["rank", SAMPLE.dump, "--denylist", SAMPLE.denylist];
  const { code, stdout, stderr } = await launch(program, args, { cwd: temp.path });
  assertEquals(code, 0, stderr);
  assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
});

Deno.test("wikitop may reach its default source and denylist, and asks for nothing else", async () => {
  await using temp = await tempFolder();
  // All requests for the world outside end at a proxy that refuses them.
  await using proxy = new LoopbackServer(() => new Response("no", { status: 502 }));
  const env = { HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url };
  const options = { cwd: temp.path, env, code: 1 };
  const sources = FLAGS.source.default!.split(" ").map((source) => new URL(source).hostname);
  const runs: [args: string[], expected: string[]][] = [
    [["run", SAMPLE.hour, "--denylist", "none"], sources],
    [["run", SAMPLE.hour], [new URL(FLAGS.denylist.default!).hostname]],
  ];
  for (const [args, expected] of runs) {
    const accesses = await audit(args, options);
    const hosts = accesses.filter(({ permission }) => permission === "net")
      .map(({ value }) => hostOf(value));
    assertEquals([...new Set(hosts)], expected);
  }
  assertEquals(
    proxy.requests.map(({ method }) => method),
    Array(sources.length + 1).fill("CONNECT"),
  );
});

Deno.test("wikitop may reach every host of its list as a source", async () => {
  await using temp = await tempFolder();
  await using proxy = new LoopbackServer(() => new Response("no", { status: 502 }));
  const env = { HTTPS_PROXY: proxy.url };
  const hosts = valuesOf("--allow-net");
  for (const host of hosts) {
    const args = ["run", SAMPLE.hour, "--denylist", "none", "--source", `https://${host}/dumps/`];
    const { stderr } = await launch(FROM_SOURCE, args, { cwd: temp.path, env });
    assertMatch(stderr, /^2026-09-10T18: Cannot fetch "/m);
  }
  assertEquals(proxy.requests.length, hosts.length);
});

/** What is forbidden, and what the message says to be missing. */
const FORBIDDEN: Record<string, (host: string, elsewhere: string) => [string[], string]> = {
  "a source": (host) => [
    ["run", SAMPLE.hour, "--source", `http://${host}/`, "--denylist", "none"],
    `reach "${host}"`,
  ],
  "a denylist": (host) => [
    ["run", SAMPLE.hour, "--source", SAMPLE.folder, "--denylist", `http://${host}/denylist`],
    `reach "${host}"`,
  ],
  "a store": (_, elsewhere) => [
    ["run", SAMPLE.hour, ...FROM_FOLDER, "--store", elsewhere],
    `write to "${elsewhere}"`,
  ],
  "a store and a source": (host, elsewhere) => [
    [
      "show",
      SAMPLE.hour,
      "--source",
      `http://${host}/`,
      "--denylist",
      "none",
      "--store",
      elsewhere,
    ],
    `write to "${elsewhere}", or reach "${host}"`,
  ],
  "a file of metrics": (_, elsewhere) => [
    ["run", SAMPLE.hour, ...FROM_FOLDER, "--metrics", `${elsewhere}.prom`],
    `write to "${dirname(elsewhere)}"`,
  ],
  "a folder of kept dumps": (host, elsewhere) => [
    [
      ...["run", SAMPLE.hour, "--source", `http://${host}/`, "--denylist", "none"],
      ...["--keep-dumps", elsewhere],
    ],
    `write to "${elsewhere}", or reach "${host}"`,
  ],
};

for (const [what, forbid] of Object.entries(FORBIDDEN)) {
  Deno.test(`wikitop gives the whole command with the permissions that ${what} needs`, async () => {
    await using temp = await tempFolder();
    await using other = await tempFolder();
    await using server = sampleServer();
    const [args, missing] = forbid(server.host, `${other.path}/a, b/store`);
    await Deno.mkdir(`${other.path}/a, b`);
    const { code, stderr } = await launch(FROM_SOURCE, args, { cwd: temp.path });
    const [, state, command] = stderr.match(
      /^Cannot (.*): (?:the permission is|these permissions are) missing; this command .*:\n\n {2}(.*)\n\n?$/m,
    ) ?? [];
    assertEquals([code, state], [1, missing], stderr);
    assert(!/allow-all|\.tmp/.test(stderr), stderr);

    // As a person would: paste it. The test's Deno need not be on the path.
    const pasted = command!.replace(/^(npx --yes )?deno(@[\d.]+)? /, `'${Deno.execPath()}' `);
    const { success, stderr: said } = await new Deno.Command("sh", {
      args: ["-c", pasted],
      cwd: temp.path,
      env: { NO_COLOR: "1" },
    }).output();
    assert(success, `${pasted}: ${new TextDecoder().decode(said)}`);
  });
}
