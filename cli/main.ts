import { runProgram } from "./program.ts";
import { denoRuntime, endProcess } from "./runtime.ts";

if (import.meta.main) endProcess(await runProgram(Deno.args, denoRuntime));
