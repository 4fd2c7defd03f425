import { assert } from "@std/assert";
import { compileWasm, targetOf } from "../testing/compile_wasm.ts";

Deno.test("merge_rows_wasm.ts is what merge_rows.as.ts compiles to", async () => {
  const kept = await Deno.readTextFile(targetOf("merge/merge_rows"));
  assert(kept === await compileWasm("merge/merge_rows"), "it is not: run `deno task wasm`");
});
