import { runProgram } from "../cli/program.ts";
import { denoRuntime } from "../cli/runtime.ts";

if (import.meta.main) Deno.exit(await runProgram(["serve", ...Deno.args], denoRuntime));
