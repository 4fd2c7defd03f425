import { runProgram } from "./program.ts";
import { denoRuntime } from "./runtime.ts";

if (import.meta.main) Deno.exit(await runProgram(Deno.args, denoRuntime));
