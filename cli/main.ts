import { denoHost } from "./deno_host.ts";
import { runProgram } from "./run_program.ts";

if (import.meta.main) Deno.exit(await runProgram(Deno.args, denoHost));
