import { denoHost } from "../cli/deno_host.ts";
import { runProgram } from "../cli/run_program.ts";

if (import.meta.main) Deno.exit(await runProgram(["serve", ...Deno.args], denoHost));
