/**
 * Builds the npm package: `deno task npm` puts it into dist/npm, or the folder that is named. The program
 * is bundled, so that all that npm installs with it is Deno.
 *
 * @module
 */

import { dirname, join, relative } from "node:path/posix";
import config from "../../deno.json" with { type: "json" };

const folder = Deno.args[0] ?? "dist/npm";
const lib = join(folder, "lib");

/** What is loaded by its place: the program, the modules of its threads, and what few need. */
const ENTRIES = [
  "cli/main.ts",
  "core/node/rank_pool_worker.ts",
  "core/node/merge_worker.ts",
  "core/node/s3_sdk.ts",
  "core/node/pgboss.ts",
];

/** Where what is named by its place beside a module is to be found in the package, below lib. */
const PLACES: Readonly<Record<string, string>> = {
  "./main.ts": "cli/main.js",
  "./rank_pool_worker.ts": "core/node/rank_pool_worker.js",
  "./merge_worker.ts": "core/node/merge_worker.js",
  "./s3_sdk.ts": "core/node/s3_sdk.js",
  "./pgboss.ts": "core/node/pgboss.js",
  "../page/dist/": "page/",
};

const MANIFEST = {
  name: "wikitop",
  version: config.version,
  description: "The top pages of all Wikimedia projects, any hour since May 2015",
  license: config.license,
  type: "module",
  bin: { wikitop: "bin.mjs" },
  files: ["bin.mjs", "lib"],
  engines: { node: ">=20" },
  // What it was built and tested with: what Deno compiles and bundles changes with its version.
  dependencies: { deno: Deno.version.deno },
  denoFlags: config.tasks["install:program"].command.split(" ")
    .filter((word) => /^--(allow|no-prompt|v8-flags)/.test(word)),
};

await Deno.remove(folder, { recursive: true }).catch((error) => {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
});
await bundle();
for (const path of filesIn(lib)) await relocate(path);
for (const path of filesIn("server/page/dist")) {
  const place = join(lib, "page", relative("server/page/dist", path));
  await Deno.mkdir(dirname(place), { recursive: true });
  await Deno.copyFile(path, place);
}
await Deno.writeTextFile(join(folder, "package.json"), `${JSON.stringify(MANIFEST, null, 2)}\n`);
await Deno.copyFile("cli/npm/bin.mjs", join(folder, "bin.mjs"));
await Deno.copyFile("cli/npm/README.md", join(folder, "README.md"));
await Deno.copyFile("LICENSE", join(folder, "LICENSE"));

async function bundle(): Promise<void> {
  const flags = ["--lock=deno.lock", "--frozen", "--platform=deno", "--code-splitting"];
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", ...flags, `--outdir=${lib}`, ...ENTRIES],
  }).output();
  if (!success) throw new Error(`Cannot bundle: ${new TextDecoder().decode(stderr)}`);
}

/** Modules are put together in others than they were in: what they name beside them lies elsewhere. */
async function relocate(path: string): Promise<void> {
  const text = await Deno.readTextFile(path);
  const relocated = text.replace(/new URL\("(\.[^"]*)", import\.meta\.url\)/g, (_, named) => {
    const place = PLACES[named];
    if (place === undefined) throw new Error(`Cannot package "${named}": name its place in PLACES`);
    return `new URL("./${relative(dirname(path), lib)}/${place}", import.meta.url)`;
  });
  if (relocated !== text) await Deno.writeTextFile(path, relocated);
}

function filesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? filesIn(join(folder, name)) : [join(folder, name)]
  );
}
