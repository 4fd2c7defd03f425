import { assert } from "@std/assert";
import { compileWasm, LOOPS, targetOf } from "./compile_wasm.ts";

for (const loop of LOOPS) {
  Deno.test(`${loop}_wasm.ts is what ${loop}.as.ts compiles to`, async () => {
    const kept = await Deno.readTextFile(targetOf(loop));
    assert(kept === await compileWasm(loop), "it is not: run `deno task wasm`");
  });
}
