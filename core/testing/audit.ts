/** A question for a permission, as Deno's audit log has it. */
export interface Access {
  /** The kind of permission, as `read`. */
  permission: string;
  /** What was asked for, as a path, a host or the name of a variable. */
  value: string;
}

/**
 * Reads a log that Deno wrote because `DENO_AUDIT_PERMISSIONS` named its file.
 *
 * Deno 2.9 logs that it asks for `write`, too, when a file is opened for reading only, right behind
 * the `read` of the same file; it does without that permission, and so these are left out.
 *
 * @param path The log.
 * @returns What the program asked for, in order.
 */
export async function readAudit(path: string): Promise<Access[]> {
  const lines = (await Deno.readTextFile(path)).split("\n").filter((line) => line !== "");
  const accesses = lines.map((line): Access => JSON.parse(line));
  return accesses.filter(({ permission, value }, i) => {
    const before = accesses[i - 1];
    return !(permission === "write" && before?.permission === "read" && before.value === value);
  });
}
