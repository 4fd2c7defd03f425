import type { Readiness } from "./machine.ts";

const SOURCE = `${import.meta.dirname}/limit/limit.c`;

/** Where {@linkcode buildLimit} puts the program. */
export const LIMIT = `${import.meta.dirname}/limit/limit`;

/**
 * Builds the C program that shows what the machine allows.
 *
 * @returns What it was built with, or why it could not be built.
 */
export async function buildLimit(): Promise<Readiness> {
  try {
    const built = await new Deno.Command("gcc", {
      args: ["-O3", "-o", LIMIT, SOURCE, "-lisal"],
      stdin: "null",
      stdout: "null",
    }).output();
    if (built.success) return { version: "C with ISA-L" };
    const complaint = new TextDecoder().decode(built.stderr);
    return {
      skipped: /isa-l\.h/.test(complaint)
        ? `"isa-l.h" is not there; Debian's package is "libisal-dev"`
        : `"gcc" ends with ${built.code}: ${complaint.trim().split("\n")[0]}`,
    };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { skipped: `"gcc" is not installed` };
  }
}
