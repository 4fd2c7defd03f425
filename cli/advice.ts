import { chainOf, describePermission, missingPermission } from "./permissions.ts";

/**
 * What to do next, in the flags and commands of this program: by the `code` of an error of core, or by
 * the name of its class where that says enough.
 */
const ADVICE: Readonly<Record<string, string>> = {
  "untrusted-host": "add that host with --source if you trust it",
  "refused-user-agent": "say who you are with --contact",
  "not-in-folder": "put it there or choose another --source",
  "no-sum": "wikitop merge writes it, for a folder that --source names; or name one of its hours",
  "dump-not-kept": "make room for it or leave out --keep-dumps",
  "no-locks": "put the store on a disk of this machine, or a network's that can lock files",
  "export-form": "choose another folder, or the same --format, --layout and --per",
  "export-loss": "export to another folder, or move that file away",
  "database-unreachable": "check that the server runs, and its name",
  "database-refused": "check the user, and PGPASSWORD, and what the user may do",
  "database-missing": "make it first, or check its name",
  "database-empty": "load it first, by wikitop load --to",
  "database-foreign": "load into a new database",
  "queue-unreachable": "check that its server runs, and what --queue says",
  "queue-refused": "check its user, PGPASSWORD, and that there is such a database",
  "database-busy": "try again when the other process has ended",
  "NoSuchBucket": "make it first, or check its name, and --endpoint for servers of others than AWS",
  "InvalidBucketName": "check its name",
  "AccessDenied": "check that its policy, and that of your user, allow s3:ListBucket of it, and " +
    "s3:GetObject, s3:PutObject and s3:DeleteObject of what is in it",
  "InvalidAccessKeyId": "check AWS_ACCESS_KEY_ID, AWS_PROFILE or ~/.aws/credentials",
  "SignatureDoesNotMatch": "check AWS_SECRET_ACCESS_KEY, AWS_PROFILE or ~/.aws/credentials",
  "ExpiredToken": "log in again (aws sso login), or get new ones for AWS_SESSION_TOKEN",
  "RequestTimeTooSkewed": "set the clock of this machine",
  "SlowDown": "try again later",
  "no-credentials": "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, log in " +
    "(aws sso login), or give this machine a role",
  "no-region": "set AWS_REGION, or --endpoint for servers of others than AWS",
  "wrong-region": "set AWS_REGION to that of the bucket",
  "unreachable": "check the network, and what --endpoint says",
  "not-s3": "check what --endpoint says",
  "cut": "run the same again",
  "no-conditional-writes": "choose another server, or add --single-writer if nobody else ever " +
    "writes there",
  "conflict": "run the same again",
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
  if (permission !== undefined) return describePermission(permission);
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

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
