/**
 * Puts a permission that Deno was not given into words that say what to do.
 *
 * @param error What was thrown.
 * @returns The message, or `undefined` if no permission was missing.
 */
export function missingPermission(error: Error): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name !== "NotCapable") continue;
    const [, kind, what] = /Requires (\w+) access to (.+?)(?:, run again|$)/.exec(cause.message) ??
      [];
    if (kind === undefined) return cause.message;
    const value = what.replace(/^["<]|[">]$/g, "");
    const action = kind === "net" ? "reach" : kind;
    return `Cannot ${action} "${value}": the permission is missing; ` +
      `add --allow-${kind}=${value} behind "deno run"`;
  }
  return undefined;
}
