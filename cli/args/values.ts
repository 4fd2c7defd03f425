import { UsageError } from "./usage_error.ts";

/** Reads a text that must not be empty. */
export function parseText(written: string): string {
  if (written === "") throw new UsageError("missing value");
  return written;
}

/** Reads a whole number from 1. */
export function parseCount(written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || number < 1 || !Number.isSafeInteger(number)) {
    throw new UsageError("not a whole number from 1");
  }
  return number;
}

/** Reads a whole number from 0 to another. */
export function parseUpTo(most: number, written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || number > most) {
    throw new UsageError(`not a whole number up to ${most}`);
  }
  return number;
}

/** Reads one of several words. */
export function parseWord<Value extends string>(words: readonly Value[], written: string): Value {
  const value = words.find((value) => value === written);
  if (value === undefined) throw new UsageError(`not one of ${words.join(", ")}`);
  return value;
}

/** Reads some of several words, with commas between them; each counts once. */
export function parseWords<Value extends string>(
  words: readonly Value[],
  written: string,
): Value[] {
  return [...new Set(written.split(",").map((word) => parseWord(words, word)))];
}

/** Reads whether a switch is on. */
export function parseSwitch(written: string): boolean {
  return ["true", "1"].includes(parseWord(["true", "1", "false", "0"], written));
}

/** Reads two shares from 0 to 1 and a number of views, `0.02,0.98,1000`. */
export function parseShares(written: string): { low: number; high: number; views: number } {
  const [low = NaN, high = NaN, views = NaN, ...more] = written.split(",").map(Number);
  const isRight = /^[\d.]+,[\d.]+,\d+$/.test(written) && more.length === 0 &&
    low >= 0 && low <= high && high <= 1 && Number.isSafeInteger(views);
  if (!isRight) throw new UsageError("not two shares from 0 to 1 and a number of views");
  return { low, high, views };
}

/** Reads a place: a URL, or a path. */
export function parsePlace(written: string): string {
  const [scheme] = /^[a-z][a-z0-9+.-]+:(?=[\\/])|^https?:/i.exec(written) ?? [];
  if (scheme !== undefined && !isUrl(written)) {
    const isHttp = /^https?:$/i.test(scheme);
    throw new UsageError(
      isHttp
        ? `invalid URL; write ${scheme}//`
        : `"${scheme}" cannot be read; write a URL of https:// or http://, or a path`,
    );
  }
  if (isUrl(written) && !URL.canParse(written)) throw new UsageError("invalid URL");
  if (isUrl(written) && new URL(written).hash !== "") {
    throw new UsageError('invalid URL; write "#" as %23, no server is asked for what is behind it');
  }
  return parseText(written);
}

/** Reads the name or address of a host, without a port. */
export function parseHost(written: string): string {
  const host = written.includes(":") && !written.startsWith("[") ? `[${written}]` : written;
  const url = `http://${host}/`;
  if (/[/?#@\\\s*]/.test(host) || !URL.canParse(url)) {
    throw new UsageError("not the name of a host");
  }
  return new URL(url).hostname;
}

/** Whether a location is a URL rather than a path. */
export function isUrl(location: string): boolean {
  return /^https?:\/\//i.test(location);
}

/** Whether a place is in a bucket of S3, rather than a path. */
export function isS3(place: string): boolean {
  return /^s3:\/\//i.test(place);
}

/** Where this machine keeps what is its own beside stores in buckets, each in a folder of its own. */
const STATE = "./reports/.state";

/** The folder of what is this machine's own for a store: locks, jobs, dumps that wait to be merged. */
export function stateFolder(store: string, given: string | undefined): string {
  if (!isS3(store)) return store;
  return given ?? `${STATE}/${store.replace(/^s3:\/\//i, "").replace(/\/+$/, "")}`;
}

/** Reads a place where many files can be: a path, or a bucket and a prefix. */
export function parseStorePlace(written: string): string {
  const [scheme] = /^[a-z][a-z0-9+.-]+:\/\//i.exec(written) ?? [];
  if (scheme !== undefined && !isS3(written)) {
    throw new UsageError(`nothing can be kept at ${scheme}; write a path, or s3://BUCKET/PREFIX`);
  }
  if (isS3(written) && !/^s3:\/\/[a-z0-9][a-z0-9._-]+(\/[^?#]*)?$/i.test(written)) {
    throw new UsageError("invalid address; write s3://BUCKET/PREFIX");
  }
  return parseText(written);
}

/** Reads the URL of a server. */
export function parseEndpoint(written: string): string {
  const isServer = isUrl(written) && URL.canParse(written);
  if (!isServer || new URL(written).username !== "" || new URL(written).search !== "") {
    throw new UsageError("not the URL of a server; write https://HOST:PORT");
  }
  return written;
}

/** Whether a place is a database of a PostgreSQL server. */
export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//i.test(place);
}

/** Reads where a queue is. */
export function parseQueue(written: string): string {
  if (/^\d+$/.test(written)) {
    throw new UsageError(`not a database; write --waiting ${written} for how many jobs may wait`);
  }
  if (!isPostgres(written) || !URL.canParse(written)) {
    throw new UsageError("not a database of a PostgreSQL server");
  }
  return written;
}

/** The host and port of a PostgreSQL server. */
export function postgresHost(place: string): string {
  const { hostname, port } = new URL(place);
  return `${hostname || "localhost"}:${port || 5432}`;
}

/** The path of the SQLite file that a place is, `undefined` if it is none. */
export function sqlitePath(place: string): string | undefined {
  return /^sqlite:(.+)$/is.exec(place)?.[1];
}

/** A word as a shell reads it back. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * A command that a person is advised to type, which works on the store that was named, if one was:
 * `wikitop run 2026-09-10T18 --store ./top`.
 */
export function advisedCommand(
  args: { given(name: "store"): string | undefined },
  ...words: string[]
): string {
  const store = args.given("store");
  const all = ["wikitop", ...words, ...store === undefined ? [] : ["--store", store]];
  return all.map(quote).join(" ");
}
