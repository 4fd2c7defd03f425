import type { Bytes } from "../dump/gunzip.ts";
import { Denylist } from "../rank/denylist.ts";
import type { DenylistFacts } from "../report/report.ts";
import type { CreateSha256 } from "../store/sha256.ts";
import type { Entry, Store } from "../store/store.ts";
import { httpGet, type HttpGetOptions } from "./http_get.ts";

/** A denylist that is at hand. */
export interface FoundDenylist {
  /** Which one it is. */
  facts: DenylistFacts;
  /** Reads it; once, however often it is asked for. */
  read(): Promise<Denylist>;
}

/** Options of {@linkcode findDenylist}. */
export interface DenylistOptions extends Omit<HttpGetOptions, "etag"> {
  /** Reads a file whole. */
  readFile: (path: string) => Promise<Bytes>;
  /** Where a denylist from the network is kept. */
  store: Store;
  /** What to digest with. */
  createSha256: CreateSha256;
  /**
   * Whether to ask the network for a newer one than is kept.
   *
   * @default {false}
   */
  refresh?: boolean;
  /** Hears what went wrong where the work can go on. */
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
export async function findDenylist(
  place: string,
  options: DenylistOptions,
): Promise<FoundDenylist | undefined> {
  if (place === "none") return undefined;
  const isUrl = /^https?:\/\//i.test(place);
  const content = isUrl ? await findKept(place, options) : await options.readFile(place);
  const hash = options.createSha256();
  hash.update(content);
  let denylist: Promise<Denylist> | undefined;
  return {
    facts: { url: place, sha256: hash.digest() },
    read: () => denylist ??= Denylist.read(new Blob([content]).stream()),
  };
}

async function findKept(url: string, options: DenylistOptions): Promise<Bytes> {
  const { store, createSha256, refresh = false, onWarning = () => {} } = options;
  const hash = createSha256();
  hash.update(new TextEncoder().encode(url));
  // The host is for people who look into the store, the digest tells URLs of one host apart.
  const key = `denylist/${new URL(url).hostname}-${hash.digest().slice(0, 8)}`;
  const before = await store.read(key);
  if (before !== undefined && !refresh) return before.content;

  using lock = await lockIfWritable(key, url, options);
  // Whoever held the lock may just have fetched it.
  const kept = await store.read(key);
  if (kept !== undefined && !refresh) return kept.content;
  try {
    const fetched = await fetchDenylist(url, kept, options);
    if (fetched === undefined) return kept!.content;
    if (lock !== undefined) await store.write(key, "txt", fetched.content, fetched.facts);
    return fetched.content;
  } catch (error) {
    if (kept === undefined || !(error instanceof Error)) throw error;
    onWarning(`${error.message}. Using the denylist that was kept before`);
    return kept.content;
  }
}

/** A ranking can do without keeping its denylist: on a disk that is read-only, say. */
async function lockIfWritable(
  key: string,
  url: string,
  { store, onWarning = () => {} }: DenylistOptions,
): Promise<Disposable | undefined> {
  try {
    return await store.lock(key);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    onWarning(`Cannot keep denylist "${url}": ${error.message}. It is fetched again next time`);
  }
}

/** The denylist as its server has it now, `undefined` if that is the one kept already. */
async function fetchDenylist(
  url: string,
  kept: Entry | undefined,
  options: DenylistOptions,
): Promise<{ content: Bytes; facts: object } | undefined> {
  const etag = kept?.manifest.etag;
  const response = await httpGet(url, {
    ...options,
    etag: typeof etag === "string" ? etag : null,
  });
  if (response.status === 304 && kept !== undefined) return undefined;
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`Cannot fetch denylist "${url}": status is ${response.status}`);
  }
  const content = await response.bytes();
  const { entries } = await Denylist.read(new Blob([content]).stream());
  if (entries === 0) {
    throw new Error(`Cannot use denylist "${url}": it has no line of the form "domain_code title"`);
  }
  return {
    content,
    facts: {
      url,
      etag: response.headers.get("etag"),
      last_modified: response.headers.get("last-modified"),
      entries,
    },
  };
}
