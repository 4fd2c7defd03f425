import { openFile } from "../core/node/open_file.ts";
import type { Arguments } from "./args/arguments.ts";
import { UsageError } from "./args/usage_error.ts";
import type { Runtime } from "./runtime.ts";

/** Longer files are no tokens, but were given by mistake. */
const MAX_BYTES = 4096;

/**
 * Reads the token of `--token-file`, `undefined` if none was given.
 *
 * @throws {UsageError} If there is any doubt about it: a server that was to be guarded is not to be
 * open instead, or closed to all.
 */
export async function readToken(
  args: Arguments,
  { env }: Pick<Runtime, "env">,
): Promise<string | undefined> {
  const path = args.given("token-file");
  if (path !== undefined) return parseToken(await readStart(path), path);
  // For any other flag an empty variable is none; here it may be all that stood between.
  if (env("WIKITOP_TOKEN_FILE") === undefined) return undefined;
  throw new UsageError('Cannot use WIKITOP_TOKEN_FILE "": missing value; name a file, or unset it');
}

/** The token in the text of a file: one line of visible ASCII. */
export function parseToken(text: string, path: string): string {
  const token = text.replace(/\r?\n$/, "");
  const problem = token.trim() === ""
    ? "it is empty"
    : /[\r\n]/.test(token)
    ? "it has more than one line"
    : text.length > MAX_BYTES
    ? `it is longer than ${MAX_BYTES} bytes`
    : /^[\x21-\x7e]+$/.test(token)
    ? undefined
    : "it has spaces, or what is not ASCII";
  if (problem === undefined) return token;
  throw new UsageError(
    `Cannot use --token-file "${path}": ${problem}; write one line of letters, digits and signs`,
  );
}

async function readStart(path: string): Promise<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  for await (const chunk of (await openFile(path)).body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) break;
  }
  return text;
}
