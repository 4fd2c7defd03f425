/**
 * What to do next, in the flags and commands of this program: by the `code` of an error of core, or by
 * the name of its class where that says enough.
 */
const ADVICE: Readonly<Record<string, string>> = {
  "untrusted-host": "add that host with --source if you trust it",
  "refused-user-agent": "say who you are with --contact",
  "not-in-folder": "put it there or choose another --source",
  "dump-not-kept": "make room for it or leave out --keep-dumps",
  "no-locks": "put the store on a disk of this machine, or a network's that can lock files",
  "locked": "try again later, or wait longer with --retry-for",
  "address-in-use": "choose another port with --port N",
  FileError: "check the path",
  SourceError: "check what --source says",
  StoreError: "check that the folder can be written and has room, then run the same again",
  ReplacedReportError: "if that does not help, see what wikitop verify says",
};

/** What is said of an error that ends a command or an hour: its message, and what to do next. */
export function describeError(error: Error): string {
  const permission = missingPermission(error);
  if (permission !== undefined) return permission;
  const advice = new Set(
    chainOf(error).flatMap((error) => ADVICE[codeOf(error) ?? ""] ?? ADVICE[error.name] ?? []),
  );
  // An error of core may say it by itself, and one that wraps another repeats its message.
  const unsaid = [...advice].filter((line) => !error.message.includes(line));
  return [error.message, ...unsaid].join("; ");
}

/** Whether an error says that what was typed cannot be meant, though only core could tell. */
export function isUsage(error: Error): boolean {
  return error.name === "SourceError";
}

/** Whether the runtime was not given a permission: to ask again, or elsewhere, is of no use. */
export function isPermissionError(error: unknown): boolean {
  return error instanceof Error && ["NotCapable", "PermissionError"].includes(error.name);
}

/** What to add to the command line where a permission is missing, else `undefined`. */
export function missingPermission(error: Error): string | undefined {
  const errors = chainOf(error).filter(isPermissionError);
  for (const { message } of errors) {
    const [, kind, what] = /Requires (\w+) access to (.+?)(?:, run again|$)/.exec(message) ?? [];
    if (kind === undefined || what === undefined) continue;
    const value = what.replace(/^["<]|[">]$/g, "");
    const action = kind === "net" ? "reach" : kind;
    return `Cannot ${action} "${value}": the permission is missing; ` +
      `add --allow-${kind}=${value} behind "deno run"`;
  }
  return errors.at(0)?.message;
}

/** An error, and all that it came of. */
function chainOf(error: Error): Error[] {
  const causes = [error.cause, ...(error instanceof AggregateError ? error.errors : [])];
  return [error, ...causes.filter((cause) => cause instanceof Error).flatMap(chainOf)];
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
