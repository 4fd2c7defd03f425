/**
 * Checks who imports whom, in the module graph that Deno itself resolves: imports of types and
 * dynamic imports count as any other. It fails on
 *
 * - a circle between files, or between what lies side by side in a folder, at any level;
 * - an arrow against cli → server → core, where their `main.ts` alone may import from anywhere;
 * - product code that imports tests, or a tool such as `bench/`;
 * - an import of `node:`, `core/node/` or `core/deno/` by any other room of core.
 *
 * @module
 */

import { fileURLToPath, pathToFileURL } from "node:url";

/** From the lowest up: each may import from itself and from those before it. */
const LAYERS = ["core", "server", "cli"];

/** The rooms of core that may use more than the web's interfaces. */
const NOT_PORTABLE = /^core\/(node|deno)\//;

/** How many imports are shown for each step of a circle. */
const SHOWN = 3;

/** One file's import of another; both are paths below the checked folder. */
interface Import {
  from: string;
  line: number;
  /** The whole specifier where it is no file of the folder. */
  to: string;
}

/** All that leads from a file, or a folder, to another; the paths of folders end in a slash. */
interface Step {
  from: string;
  to: string;
  imports: Import[];
}

/**
 * Checks the imports of all files in a folder.
 *
 * @param folder The folder, which has a `deno.json`.
 * @returns What is wrong with them, each with what to do about it.
 */
export async function checkImports(folder: string): Promise<string[]> {
  const imports = await readImports(await Deno.realPath(folder));
  const product = imports.filter(({ from, to }) => isProduct(from) && isProduct(to));
  const files = imports.map((each): Step => ({ from: each.from, to: each.to, imports: [each] }));
  return [
    ...imports.map(breach).filter((problem) => problem !== undefined),
    ...circles(files).map((circle) => describe("files", circle)),
    ...levels(product).flatMap(circles)
      // Those of files alone are among the ones above.
      .filter((circle) => circle.some(({ from }) => from.endsWith("/")))
      .map((circle) => describe("folders", circle)),
  ];
}

/** The rule that an import breaks by itself, if there is one. */
function breach({ from, line, to }: Import): string | undefined {
  const where = `${from}:${line} imports ${to}`;
  const [lower, upper] = [layerOf(from), layerOf(to)];
  if (lower === -1 || isEntryPoint(from)) return undefined;
  if (upper > lower) {
    return `Import against ${LAYERS.toReversed().join(" → ")}: ${where}; ` +
      `move what it needs down to ${LAYERS[lower]}/, or pass it as a parameter`;
  }
  if (isTest(from)) return undefined;
  const isPortable = lower === 0 && !NOT_PORTABLE.test(from);
  if (isPortable && (to.startsWith("node:") || NOT_PORTABLE.test(to))) {
    return `Import of Node's interfaces into portable code: ${where}; ` +
      "move what needs them to core/node/, or use the web's";
  }
  if (isTest(to)) {
    return `Import of tests into product code: ${where}; move what it needs out of the tests`;
  }
  const isFile = !/^[a-z]+:/.test(to);
  if (isFile && (upper === -1 || isEntryPoint(to))) {
    return `Import of a tool into product code: ${where}; ` +
      `move what it needs to ${LAYERS[lower]}/, or pass it as a parameter`;
  }
  return undefined;
}

function isProduct(path: string): boolean {
  return layerOf(path) >= 0 && !isTest(path) && !isEntryPoint(path);
}

/** The layer of a file, the lowest 0, -1 for a file of none. */
function layerOf(path: string): number {
  return LAYERS.indexOf(path.replace(/\/.*/s, ""));
}

function isTest(path: string): boolean {
  return /_test\.tsx?$|(^|\/)(testing|process_tests)\//.test(path);
}

function isEntryPoint(path: string): boolean {
  return /^[^/]+\/main\.ts$/.test(path);
}

/** For each folder, the steps between the files and folders that lie in it. */
function levels(imports: readonly Import[]): Step[][] {
  const levels = new Map<string, Map<string, Step>>();
  for (const each of imports) {
    const [from, to] = [each.from.split("/"), each.to.split("/")];
    const depth = from.findIndex((name, i) => name !== to[i]);
    if (depth === -1) continue;
    const folder = from.slice(0, depth).join("/");
    const steps = levels.get(folder) ?? new Map<string, Step>();
    levels.set(folder, steps);
    const [start, end] = [upTo(depth, from), upTo(depth, to)];
    const step: Step = steps.get(`${start} ${end}`) ?? { from: start, to: end, imports: [] };
    step.imports.push(each);
    steps.set(`${start} ${end}`, step);
  }
  return [...levels.values()].map((steps) => [...steps.values()]);
}

function upTo(depth: number, path: readonly string[]): string {
  return path.slice(0, depth + 1).join("/") + (depth + 1 < path.length ? "/" : "");
}

/** For each file or folder that lies on circles the shortest of them, each circle once. */
function circles(steps: readonly Step[]): Step[][] {
  const next = Map.groupBy(steps, ({ from }) => from);
  const found = new Map<string, Step[]>();
  for (const start of [...next.keys()].sort()) {
    const circle = shortestCircle(start, next);
    if (circle === undefined) continue;
    const key = circle.map(({ from }) => from).sort().join(" ");
    if (!found.has(key)) found.set(key, circle);
  }
  return [...found.values()];
}

function shortestCircle(start: string, next: ReadonlyMap<string, Step[]>): Step[] | undefined {
  const seen = new Set<string>();
  const ways: Step[][] = [[]];
  for (const way of ways) {
    for (const step of next.get(way.at(-1)?.to ?? start) ?? []) {
      if (step.to === start) return [...way, step];
      if (seen.has(step.to)) continue;
      seen.add(step.to);
      ways.push([...way, step]);
    }
  }
  return undefined;
}

function describe(kind: string, circle: readonly Step[]): string {
  const names = [...circle.map(({ from }) => from), circle[0]!.from];
  const lines = circle.flatMap(({ imports }) => [
    ...imports.slice(0, SHOWN).map(({ from, line, to }) => `${from}:${line} imports ${to}`),
    ...imports.length > SHOWN ? [`and ${imports.length - SHOWN} more do`] : [],
  ]);
  return `Circular import of ${kind}: ${names.join(" → ")}; ` +
    "move what both need below both, or pass it as a parameter" +
    lines.map((line) => `\n    ${line}`).join("");
}

/** What `deno info --json` says of a module, as far as it is read here. */
interface ModuleInfo {
  specifier: string;
  error?: string;
  dependencies?: { specifier: string; code?: Resolved; type?: Resolved }[];
}

interface Resolved {
  specifier?: string;
  error?: string;
  span: { start: { line: number } };
}

async function readImports(root: string): Promise<Import[]> {
  const base = `${pathToFileURL(root)}/`;
  const own = new Set((await filesIn(root)).map((path) => `${pathToFileURL(path)}`));
  const imports: Import[] = [];
  for (const { specifier, error, dependencies = [] } of await readGraph(root, [...own])) {
    if (error !== undefined) throw new Error(`Cannot read the imports of "${root}": ${error}`);
    if (!own.has(specifier)) continue;
    for (const { specifier: written, code, type } of dependencies) {
      const resolved = code ?? type;
      const to = resolved?.specifier ?? written;
      // What is no code, as JSON, imports nothing and belongs to all.
      if (resolved === undefined || (to.startsWith(base) && !own.has(to))) continue;
      imports.push({
        from: fileURLToPath(specifier).slice(root.length + 1),
        line: resolved.span.start.line + 1,
        to: own.has(to) ? fileURLToPath(to).slice(root.length + 1) : to,
      });
    }
  }
  return imports;
}

/** The graph that begins at a temporary file which imports all others. */
async function readGraph(root: string, specifiers: readonly string[]): Promise<ModuleInfo[]> {
  const start = await Deno.makeTempFile({ suffix: ".ts" });
  try {
    const lines = specifiers.map((specifier) => `import ${JSON.stringify(specifier)};\n`);
    await Deno.writeTextFile(start, lines.join(""));
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", `--config=${root}/deno.json`, start],
      cwd: root,
    }).output();
    const decoder = new TextDecoder();
    if (success) return JSON.parse(decoder.decode(stdout)).modules;
    throw new Error(`Cannot read the imports of "${root}": ${decoder.decode(stderr)}`);
  } finally {
    await Deno.remove(start);
  }
}

/** The paths of all TypeScript files, without what lint leaves out, too. */
async function filesIn(root: string): Promise<string[]> {
  const { lint }: { lint?: { exclude?: string[] } } = JSON.parse(
    await Deno.readTextFile(`${root}/deno.json`),
  );
  const excluded = new Set(lint?.exclude?.map((path) => `${root}/${path}`));
  const paths: string[] = [];
  const folders = [root];
  for (const folder of folders) {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      const path = `${folder}/${name}`;
      if (excluded.has(path) || [".git", "node_modules"].includes(name)) continue;
      if (isDirectory) folders.push(path);
      else if (/\.tsx?$/.test(name)) paths.push(path);
    }
  }
  return paths.sort();
}

if (import.meta.main) {
  const problems = await checkImports(Deno.args[0] ?? ".");
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`Found ${problems.length} problems with imports`);
    Deno.exit(1);
  }
}
