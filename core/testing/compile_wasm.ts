import { main } from "assemblyscript/asc";

/** The compiled loops: the file of each without `.as.ts`, below core. */
export const LOOPS = ["dump/plain_rows", "dump/joined_rows", "merge/merge_rows"] as const;

const OPTIONS = [
  "-O3",
  "--noAssert",
  "--runtime=stub",
  "--enable=simd",
  "--importMemory",
  // Memory is laid out by who calls; nothing of it is the compiler's.
  "--memoryBase=0",
];

/** Where the compiled bytes of a loop stand. */
export function targetOf(loop: typeof LOOPS[number]): URL {
  return new URL(`../${loop}_wasm.ts`, import.meta.url);
}

/**
 * Compiles a loop.
 *
 * @returns The module that carries its bytes, as `deno fmt` would write it.
 */
export async function compileWasm(loop: typeof LOOPS[number]): Promise<string> {
  const source = `${loop}.as.ts`;
  const name = loop.slice(loop.indexOf("/") + 1);
  let wasm = new Uint8Array();
  const { error, stderr } = await main([source, "--outFile=loop.wasm", ...OPTIONS], {
    readFile: readLoop,
    writeFile: (name, content) => {
      if (name === "loop.wasm") wasm = new Uint8Array(content as Uint8Array);
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`Cannot compile "${source}": ${stderr}`, { cause: error });
  const lines = btoa(String.fromCharCode(...wasm)).match(/.{1,92}/g)!;
  return [
    `// Compiled from ${name}.as.ts by \`deno task wasm\`, and compared with it by a test: do not edit.\n`,
    `/** ${wasm.length} bytes of WebAssembly, in base64. */`,
    `export const ${name.toUpperCase()}_WASM: string = [`,
    ...lines.map((line) => `  "${line}",`),
    `].join("");\n`,
  ].join("\n");
}

/** A loop, or what it imports; the compiler asks for its own files, too. */
async function readLoop(name: string): Promise<string | null> {
  if (!name.endsWith(".as.ts")) return null;
  return await Deno.readTextFile(new URL(`../${name}`, import.meta.url));
}

if (import.meta.main) {
  for (const loop of LOOPS) await Deno.writeTextFile(targetOf(loop), await compileWasm(loop));
}
