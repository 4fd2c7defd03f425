import { main } from "assemblyscript/asc";

const SOURCE = new URL("../dump/plain_rows.as.ts", import.meta.url);
const TARGET = new URL("../dump/plain_rows_wasm.ts", import.meta.url);

const OPTIONS = [
  "-O3",
  "--noAssert",
  "--runtime=stub",
  "--enable=simd",
  "--importMemory",
  // Memory is laid out by who calls; nothing of it is the compiler's.
  "--memoryBase=0",
];

/**
 * Compiles the loop over plain rows.
 *
 * @returns The module that carries its bytes, as `deno fmt` would write it.
 */
export async function compileWasm(): Promise<string> {
  const files = new Map([["plain_rows.ts", await Deno.readTextFile(SOURCE)]]);
  let wasm = new Uint8Array();
  const { error, stderr } = await main(["plain_rows.ts", "--outFile=plain_rows.wasm", ...OPTIONS], {
    readFile: (name) => files.get(name) ?? null,
    writeFile: (name, content) => {
      if (name === "plain_rows.wasm") wasm = new Uint8Array(content as Uint8Array);
    },
    listFiles: () => [],
  });
  if (error !== null) throw new Error(`Cannot compile "${SOURCE}": ${stderr}`, { cause: error });
  const lines = btoa(String.fromCharCode(...wasm)).match(/.{1,92}/g)!;
  return [
    "// Compiled from plain_rows.as.ts by `deno task wasm`, and compared with it by a test: do not edit.\n",
    `/** ${wasm.length} bytes of WebAssembly, in base64. */`,
    `export const PLAIN_ROWS_WASM: string = [`,
    ...lines.map((line) => `  "${line}",`),
    `].join("");\n`,
  ].join("\n");
}

if (import.meta.main) await Deno.writeTextFile(TARGET, await compileWasm());
