import type { Bytes } from "../dump/bytes.ts";
import { redactUrl } from "../redact_urls.ts";
import { sha256Of } from "../dump/sha256.ts";
import type { Entry, Store } from "../store/entries.ts";
import { Denylist, type DenylistIdentity } from "./denylist.ts";
import { httpGet, type HttpGetOptions } from "../source/http/get.ts";

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
export interface DenylistOptions extends Omit<HttpGetOptions, "etag"> {
  /** Reads a file whole. */
  readFile: (path: string) => Promise<Bytes>;
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
}

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
  if (place === "none") return undefined;
  const isUrl = /^https?:\/\//i.test(place);
  const content = isUrl ? await findKept(place, options) : await options.readFile(place);
  const shown = redactUrl(place);
  if (content.length === 0) throw new Error(`Cannot use denylist "${shown}": it is empty`);
  const sha256 = await sha256Of(content);
  let denylist: Promise<Denylist> | undefined;
  return {
    identity: { url: shown, sha256 },
    content,
    read: () => denylist ??= readDenylist(content, shown),
  };
}

/** Whoever answers a web page instead must not have every denied page ranked. */
async function readDenylist(content: Bytes, place: string): Promise<Denylist> {
  const denylist = await Denylist.read(new Response(content).body!);
  const { entries, suspect } = denylist;
  if (entries < 2 * suspect || entries === 0) {
    throw new Error(
      `Cannot use denylist "${place}": too many of its lines, ${suspect}, are not of the form ` +
        '"domain_code title"',
    );
  }
  return denylist;
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
    return await options.store.lock(key);
  } catch (error) {
    warnNotKept(url, error, options);
  }
}

function warnNotKept(url: string, error: unknown, { onWarning }: DenylistOptions): void {
  if (!(error instanceof Error)) throw error;
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
  const response = await httpGet(url, {
    ...options,
    etag: typeof etag === "string" ? etag : null,
  });
  if (response.status === 304 && kept !== undefined) return undefined;
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`Cannot fetch denylist "${redactUrl(url)}": status is ${response.status}`);
  }
  const content = await response.bytes();
  const { entries } = await readDenylist(content, redactUrl(url));
  return {
    content,
    metadata: {
      url: redactUrl(url),
      etag: response.headers.get("etag"),
      last_modified: response.headers.get("last-modified"),
      entries,
    },
  };
}
