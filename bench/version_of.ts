/** The name and version of a program that can run, or why it cannot. */
export type Readiness = { readonly version: string } | { readonly skipped: string };

/**
 * Asks a program for its version, which also shows whether it runs at all.
 *
 * @param command The program and the arguments that make it print its version.
 * @returns The first line of its stdout, or why there is none.
 */
export async function versionOf(command: readonly string[]): Promise<Readiness> {
  const [program, ...args] = command;
  try {
    const ran = await new Deno.Command(program, { args, stdin: "null" }).output();
    const decoder = new TextDecoder();
    const version = decoder.decode(ran.stdout).split("\n")[0].trim();
    if (ran.success && version !== "") return { version };
    const complaint = decoder.decode(ran.stderr).split("\n").find((line) => /error/i.test(line));
    return { skipped: `"${program}" ends with ${ran.code}: ${complaint?.trim() ?? "no version"}` };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { skipped: `"${program}" is not installed` };
  }
}
