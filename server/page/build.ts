/**
 * Puts the page together: server/page/dist/index.html, and its files in server/page/dist/assets/,
 * whose names change with their contents; nothing if they are there already. Several may build at the
 * same time, and servers read: each file is put in its place whole, the index last.
 *
 * @module
 */

import { hashedName, minifyCss, sizeReport } from "./assets.ts";

const PAGE = "server/page";
const DIST = `${PAGE}/dist`;
const ASSETS = `${DIST}/assets`;
const INDEX = `${DIST}/index.html`;

/** What the page is made of. */
const INPUTS = [PAGE, "core", "deno.json", "import_map.json", "deno.lock"];

/** Names what the page in the folder was made of. */
const STAMP = `${DIST}/inputs`;

const encoder = new TextEncoder();
const files = new Map<string, Uint8Array<ArrayBuffer>>();

const stamp = await digestOf(INPUTS.flatMap(filesIn).sort());
if (textIn(STAMP) === stamp && textIn(INDEX) !== undefined) Deno.exit();

const scripts = await bundle();
const main = scripts.get("main.js")!;
for (const [name, content] of scripts) if (name !== "main.js") files.set(name, content);
const css = namesIn(`${PAGE}/style`).map((name) => Deno.readTextFileSync(`${PAGE}/style/${name}`));
const named = {
  "main.js": await add("main.js", main),
  "page.css": await add("page.css", encoder.encode(minifyCss(css.join("\n")))),
  "favicon.svg": await add("favicon.svg", Deno.readFileSync(`${PAGE}/favicon.svg`)),
};

// What the script needs at once is asked for with it, not after it.
const needed = [...new TextDecoder().decode(main).matchAll(/from\s*"\.\/([^"]+)"/g)]
  .map(([_, name]) => `<link rel="modulepreload" href="/assets/${name}">\n`);
const index = Deno.readTextFileSync(`${PAGE}/index.html`)
  .replace(/\/assets\/([a-z.]+)/g, (_, name: keyof typeof named) => `/assets/${named[name]}`)
  .replace(/^ *(?=<\/head>)/m, needed.join(""));

const report = await sizeReport(new Map([["index.html", encoder.encode(index)], ...files]));
console.log(report.text);
if (report.excess > 0) {
  console.error(
    `Cannot build the page: it is ${report.excess} bytes above its limit; make it smaller`,
  );
  Deno.exit(1);
}

Deno.mkdirSync(ASSETS, { recursive: true });
for (const [name, content] of files) put(`${ASSETS}/${name}`, content);
put(INDEX, encoder.encode(index));
put(STAMP, encoder.encode(stamp));
for (const name of namesIn(ASSETS).filter((name) => !files.has(name))) {
  removeIfThere(`${ASSETS}/${name}`);
}

async function add(name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const hashed = await hashedName(name, content);
  files.set(hashed, content);
  return hashed;
}

/** Writes a file aside and renames it: who reads it has it whole, the old one or the new one. */
function put(path: string, content: Uint8Array<ArrayBuffer>): void {
  const temporary = `${DIST}/${crypto.randomUUID()}.tmp`;
  Deno.writeFileSync(temporary, content);
  Deno.renameSync(temporary, path);
}

function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error; // Another build was faster.
  }
}

/** The page's scripts by their names, bundled aside. */
async function bundle(): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  Deno.mkdirSync(DIST, { recursive: true });
  const folder = Deno.makeTempDirSync({ dir: DIST, prefix: "bundle." });
  try {
    const options =
      "--lock=deno.lock --frozen -q --platform browser --minify --code-splitting --outdir".split(
        " ",
      );
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["bundle", ...options, folder, `${PAGE}/main.tsx`],
      stdout: "inherit",
      stderr: "inherit",
    }).output();
    if (!success) throw new Error("Cannot build the page: its scripts cannot be bundled");
    return new Map(namesIn(folder).map((name) => [name, Deno.readFileSync(`${folder}/${name}`)]));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** One digest of all files: of their names and contents. */
async function digestOf(paths: readonly string[]): Promise<string> {
  const hex = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
  const lines = paths.map(async (path) => `${path} ${await hex(Deno.readFileSync(path))}\n`);
  return await hex(encoder.encode((await Promise.all(lines)).join("")));
}

/** A file, or all files below a folder that may be a part of the page. */
function filesIn(path: string): string[] {
  if (Deno.statSync(path).isFile) return [path];
  return [...Deno.readDirSync(path)].flatMap(({ name, isDirectory }) => {
    if (path === PAGE && name === "dist") return [];
    return isDirectory || !name.includes("_test.") ? filesIn(`${path}/${name}`) : [];
  });
}

function textIn(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
