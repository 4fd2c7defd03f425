import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Graph {
  roots: string[];
  redirects: Record<string, string>;
  modules: { specifier: string; dependencies?: Dependency[] }[];
}

interface Dependency {
  isDynamic?: boolean;
  code?: { specifier?: string };
}

/** The modules that are loaded before an entry's first line runs. */
async function modulesOf(entry: string): Promise<string[]> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", entry],
    cwd: ROOT,
  }).output();
  const graph = JSON.parse(new TextDecoder().decode(stdout)) as Graph;
  const modules = new Map(graph.modules.map((module) => [module.specifier, module]));
  const found = new Set(graph.roots);
  for (const specifier of found) {
    for (const { isDynamic, code } of modules.get(specifier)?.dependencies ?? []) {
      const imported = graph.redirects[code?.specifier ?? ""] ?? code?.specifier;
      if (!isDynamic && imported !== undefined && modules.has(imported)) found.add(imported);
    }
  }
  return [...found];
}

// Loading is most of a start: what is needed later, or by some only, is imported where it is used.
Deno.test("wikitop --version loads next to nothing", async () => {
  const modules = await modulesOf("cli/main.ts");
  assert(modules.length <= 10, modules.join("\n"));
  assertEquals(modules.filter((module) => module.startsWith("npm:")), []);
});

Deno.test("wikitop rank loads no server, and nothing that draws", async () => {
  const modules = await modulesOf("cli/commands/rank.ts");
  assert(modules.length <= 108, `${modules.length}:\n${modules.join("\n")}`);
  const unwanted = /\/server\/(?!limits)|string-width|prom-client|lru-cache|cli-progress/;
  assertEquals(modules.filter((module) => unwanted.test(module)), []);
});

Deno.test("No command loads Parquet or a database that does not write one", async () => {
  const heavy = /hyparquet|npm:.*(postgres|pg-boss)|node:sqlite|core\/(export|database)\//;
  for (const command of ["rank", "run", "show", "serve", "enqueue", "work", "queue"]) {
    const modules = await modulesOf(`cli/commands/${command}.ts`);
    assertEquals(modules.filter((module) => heavy.test(module)), [], command);
  }
  const inOthers = [
    ["export", /hyparquet|postgres|node:sqlite|core\/database\//],
    ["load_database", /hyparquet|postgres|node:sqlite|core\/export\//],
  ] as const;
  for (const [command, unwanted] of inOthers) {
    const modules = await modulesOf(`cli/commands/${command}.ts`);
    assertEquals(modules.filter((module) => unwanted.test(module)), [], command);
  }
});

Deno.test("No command loads what S3 needs before a bucket is named", async () => {
  const unwanted = /npm:.*(aws|smithy)|core\/node\/s3_|open_bucket/;
  for (
    const command of ["rank", "run", "show", "ls", "serve", "export", "load_database", "prune"]
  ) {
    const modules = await modulesOf(`cli/commands/${command}.ts`);
    assertEquals(modules.filter((module) => unwanted.test(module)), [], command);
  }
});

Deno.test("Workers load what ranks, and what writes its report", async () => {
  const modules = await modulesOf("core/node/rank_pool_worker.ts");
  assert(modules.length <= 53, `${modules.length}:\n${modules.join("\n")}`);
  assertEquals(
    modules.filter((module) => /\/(cli|server|source|store|archive)\//.test(module)),
    [],
  );
});
