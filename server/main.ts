import { runProgram } from "../cli/program.ts";
import { denoRuntime, endProcess } from "../cli/runtime.ts";

if (import.meta.main) endProcess(await runProgram(["serve", ...Deno.args], denoRuntime));
