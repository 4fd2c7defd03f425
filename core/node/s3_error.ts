import { rethrowPermission } from "../permission_error.ts";
import { StoreError } from "../store/store_error.ts";

/** What went wrong, by what it is called: by S3, or here, as a part of a sentence. */
const REASONS: Readonly<Record<string, string>> = {
  NoSuchBucket: "there is no such bucket",
  InvalidBucketName: "no bucket can have that name",
  AccessDenied: "access is denied",
  AllAccessDisabled: "access is denied",
  InvalidAccessKeyId: "the server does not know the access key",
  SignatureDoesNotMatch: "the secret key is not that of the access key",
  ExpiredToken: "the session token has expired",
  RequestTimeTooSkewed: "the clock of this machine is wrong, by that of the server",
  SlowDown: "the server is busy (SlowDown)",
  NotImplemented: "the server has not implemented this",
  "no-credentials": "there are no credentials",
  "no-region": "no region is named",
  "wrong-region": "the bucket is in another region",
  "unreachable": "the server cannot be reached",
  "not-s3": "what answers is no S3 server",
  "cut": "the connection broke off",
};

/** Other names of the same. */
const SYNONYMS: Readonly<Record<string, string>> = {
  Forbidden: "AccessDenied",
  ExpiredTokenException: "ExpiredToken",
  TokenRefreshRequired: "ExpiredToken",
  InvalidToken: "ExpiredToken",
  CredentialsProviderError: "no-credentials",
  TokenProviderError: "ExpiredToken",
  PermanentRedirect: "wrong-region",
  TemporaryRedirect: "wrong-region",
  AuthorizationHeaderMalformed: "wrong-region",
  IllegalLocationConstraintException: "wrong-region",
  TimeoutError: "unreachable",
};

/** What an error of the AWS SDK has, as far as it is looked at. */
interface SdkError extends Error {
  code?: string;
  Region?: string;
  $metadata?: { httpStatusCode?: number };
  $response?: { headers?: Record<string, string> };
}

/** The status that a server answered with, `undefined` if none did. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error ? (error as SdkError).$metadata?.httpStatusCode : undefined;
}

/** What S3 calls an error, `undefined` if it is none of S3's. */
export function nameOfError(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}

/**
 * The error of a store for what the AWS SDK throws.
 *
 * @throws {PermissionError} If the runtime was not given the permission to ask.
 */
export function s3Error(action: string, location: string, cause: unknown): StoreError {
  rethrowPermission(cause);
  if (cause instanceof StoreError) return cause;
  const { code, reason } = problemOf(cause);
  return new StoreError(`Cannot ${action} "${location}": ${reason}`, code, { cause });
}

function problemOf(cause: unknown): { code: string; reason: string } {
  if (!(cause instanceof Error)) throw cause;
  const error = cause as SdkError;
  const status = statusOf(error);
  const known = (code: string, more = "") => ({ code, reason: `${REASONS[code]}${more}` });
  const name = SYNONYMS[error.name] ?? error.name;
  if (name === "wrong-region" || status === 301) {
    const region = error.Region ?? error.$response?.headers?.["x-amz-bucket-region"];
    return known("wrong-region", region === undefined ? "" : `, "${region}"`);
  }
  if (error.message === "Region is missing") return known("no-region");
  if (name === "no-credentials") return known(name, ` (${error.message})`);
  if (name in REASONS) return known(name);
  // A HEAD has no answer that says more.
  if (status === 403) return known("AccessDenied");
  if (status !== undefined) {
    const isSaid = ["UnknownError", ""].includes(error.message);
    const said = isSaid || error.message === name ? "" : `, ${error.message}`;
    // What is no XML has no name of S3's.
    if (status < 400 || /deserial|parse/i.test(error.message)) return known("not-s3");
    return { code: name, reason: `the server answers ${status} ${name}${said}` };
  }
  if (typeof error.code === "string" || /socket|network|connect/i.test(error.message)) {
    return known("unreachable", ` (${error.code ?? error.message})`);
  }
  return { code: name, reason: error.message };
}
