import type { Bytes } from "../dump/bytes.ts";
import { redactUrl } from "../redact_urls.ts";
import { sha256Of } from "../dump/sha256.ts";
import type { Entry, Store } from "../store/entries.ts";
import { LockError } from "../store/locks.ts";
import { Denylist, type DenylistIdentity } from "./denylist.ts";
import { checkOptions } from "../options.ts";
import {
  download,
  DOWNLOAD_OPTIONS,
  type DownloadOptions,
  type DownloadRequest,
  readWhole,
} from "../source/http/download.ts";

/** A denylist whose bytes are at hand. */
export interface LoadedDenylist {
  /** Which one it is. */
  identity: DenylistIdentity;
  /** Its bytes. */
  content: Bytes;
  /** Reads it; once, however often it is asked for. */
  read(): Promise<Denylist>;
}

/** Options of {@linkcode loadDenylist}. */
export interface DenylistOptions extends DownloadOptions, Omit<DownloadRequest, "headers"> {
  /** Opens a file. */
  openFile: (path: string) => Promise<{ body: ReadableStream<Bytes> }>;
  /** Where a denylist from the network is kept. */
  store: Store;
  /**
   * Whether to ask the network for a newer one than is kept.
   *
   * @default {false}
   */
  refresh?: boolean;
  /** Called with what went wrong where the work can go on. */
  onWarning?: (message: string) => void;
  /**
   * Whether to warn of lines that do nothing, which is of use to whoever can mend them.
   *
   * @default {false}
   */
  warnOfLines?: boolean;
}

const OPTIONS: Readonly<Record<keyof DenylistOptions, true>> = {
  ...DOWNLOAD_OPTIONS,
  signal: true,
  onRetry: true,
  openFile: true,
  store: true,
  refresh: true,
  onWarning: true,
  warnOfLines: true,
};

/** No denylist is longer, in bytes; the published one has 1.7 MB. */
const LONGEST = 1 << 26;

/**
 * Gets a denylist: from a file, or from a URL. That of a URL is fetched once and kept in the store,
 * and from then on used from there, without any network.
 *
 * @param place A path, a URL, or `none`.
 * @param options Where to look and to keep.
 * @returns The denylist, `undefined` for `none`.
 * @throws {Error} If it is not to be had, neither from its place nor from the store.
 */
export async function loadDenylist(
  place: string,
  options: DenylistOptions,
): Promise<LoadedDenylist | undefined> {
  checkOptions("loadDenylist", options, OPTIONS);
  if (place === "none") return undefined;
  const isUrl = /^https?:\/\//i.test(place);
  const shown = redactUrl(place);
  const content = isUrl
    ? await findKept(place, options)
    : await readAll((await options.openFile(place)).body, shown);
  if (content.length === 0) throw new Error(`Cannot use denylist "${shown}": it is empty`);
  const sha256 = await sha256Of(content);
  let denylist: Promise<Denylist> | undefined;
  return {
    identity: { url: shown, sha256 },
    content,
    read: () =>
      denylist ??= readDenylist(content, shown).then((read) => warnOf(read, shown, options)),
  };
}

/** Whoever answers a web page instead must not have every denied page ranked. */
async function readDenylist(content: Bytes, place: string): Promise<Denylist> {
  const denylist = await Denylist.read(content);
  const { entries, suspect } = denylist;
  if (entries < 2 * suspect || entries === 0) {
    throw new Error(
      `Cannot use denylist "${place}": too many of its lines, ${suspect}, are not of the form ` +
        '"domain_code title"',
    );
  }
  return denylist;
}

/** Tells of lines that do nothing: a misspelt domain would go unnoticed for ever. */
function warnOf(
  denylist: Denylist,
  place: string,
  { warnOfLines = false, onWarning }: DenylistOptions,
): Denylist {
  const { count, examples: [first] } = denylist.idle;
  if (warnOfLines && first !== undefined) {
    const lines = count === 1 ? "1 of its lines names" : `${count} of its lines name`;
    onWarning?.(
      `Denylist "${place}": ${lines} no page of a known domain, the first is line ` +
        `${first.line}, ${
          JSON.stringify(first.text.slice(0, 100))
        }; write "domain_code title", a ` +
        "project in the place of the code, or * for all domains",
    );
  }
  return denylist;
}

async function readAll(body: ReadableStream<Bytes>, place: string): Promise<Bytes> {
  try {
    return await readWhole(body, LONGEST);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new Error(`Cannot use denylist "${place}": ${cause.message}`, { cause });
  }
}

async function findKept(url: string, options: DenylistOptions): Promise<Bytes> {
  const { store, refresh = false, onWarning = () => {} } = options;
  // A digest of a password would tell those who guess it that they are right.
  const { href } = Object.assign(new URL(url), { username: "", password: "" });
  const isPlain = new URL(url).href === href;
  const digest = await sha256Of(new TextEncoder().encode(isPlain ? url : href));
  // The host is for people who look into the store, the digest tells URLs of one host apart.
  const key = `denylist/${new URL(url).hostname}-${digest.slice(0, 8)}`;
  const before = await store.read(key);
  if (before !== undefined && !refresh) return before.content;

  const lock = await lockIfWritable(key, url, options);
  // Whoever held the lock may just have fetched it.
  const kept = await store.read(key);
  try {
    if (kept !== undefined && !refresh) return kept.content;
    const fetched = await fetchDenylist(url, kept, options);
    if (fetched === undefined) return kept!.content;
    if (lock !== undefined) await keep(key, url, fetched, options);
    return fetched.content;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (kept === undefined || !(error instanceof Error)) throw error;
    onWarning(`${error.message}. Using the denylist that was kept before`);
    return kept.content;
  } finally {
    lock?.[Symbol.dispose]();
  }
}

/** A ranking can do without keeping its denylist: on a disk that is full or read-only, say. */
async function keep(
  key: string,
  url: string,
  { content, metadata }: { content: Bytes; metadata: object },
  options: DenylistOptions,
): Promise<void> {
  try {
    await options.store.write(key, "txt", content, metadata);
  } catch (error) {
    warnNotKept(url, error, options);
  }
}

async function lockIfWritable(
  key: string,
  url: string,
  options: DenylistOptions,
): Promise<Disposable | undefined> {
  try {
    return await options.store.lock(key, options.signal, "the denylist");
  } catch (error) {
    options.signal?.throwIfAborted();
    warnNotKept(url, error, options);
  }
}

function warnNotKept(url: string, error: unknown, { onWarning }: DenylistOptions): void {
  if (!(error instanceof Error)) throw error;
  if (error instanceof LockError && error.code === "locked") {
    return onWarning?.(`${error.message}; it is fetched without being kept`);
  }
  onWarning?.(
    `Cannot keep denylist "${redactUrl(url)}": ${error.message}. It is fetched again next time`,
  );
}

/** The denylist as its server has it now, `undefined` if that is the one kept already. */
async function fetchDenylist(
  url: string,
  kept: Entry | undefined,
  options: DenylistOptions,
): Promise<{ content: Bytes; metadata: object } | undefined> {
  const etag = kept?.manifest.etag;
  const shown = redactUrl(url);
  const conditions = typeof etag === "string" ? { "if-none-match": etag } : undefined;
  const answer = await download(url, { ...options, headers: conditions }, options);
  if (answer.status === 304 && kept !== undefined) return undefined;
  if (answer.status !== 200) {
    throw new Error(`Cannot fetch denylist "${shown}": status is ${answer.status}`);
  }
  const content = await readAll(answer.body, shown);
  const { entries } = await readDenylist(content, shown);
  return {
    content,
    metadata: {
      url: shown,
      etag: answer.headers.get("etag"),
      last_modified: answer.headers.get("last-modified"),
      entries,
    },
  };
}
