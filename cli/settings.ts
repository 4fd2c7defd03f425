import {
  createProducer,
  findDenylist,
  type FoundDenylist,
  HttpSource,
  type Produce,
  type ProducerOptions,
  rankHour,
  type Source,
} from "../core/mod.ts";
import { gunzipThread } from "../core/node/gunzip_thread.ts";
import { FolderSource } from "../core/node/folder_source.ts";
import { KeepingSource } from "../core/node/keeping_source.ts";
import { systemClock } from "../core/async/clock.ts";
import { openFile } from "../core/node/open_file.ts";
import { FolderStore } from "../core/node/folder_blobs.ts";
import { createSha256 } from "../core/node/sha256.ts";
import type { Arguments } from "./arguments.ts";
import { tryLockFile } from "../core/deno/file_lock.ts";
import type { Host } from "./host.ts";
import { UsageError } from "./usage_error.ts";
import { PROGRAM } from "./version.ts";

/**
 * The store that the arguments name.
 *
 * @param args The arguments.
 * @returns The store.
 */
export function openStore(args: Arguments): FolderStore {
  return new FolderStore(args.value("store"), { tryLock: tryLockFile });
}

/**
 * The sources that the arguments name: kept dumps, the origin, its mirrors.
 *
 * @param args The arguments.
 * @param host The world around.
 * @returns The sources, in the order in which they are to be asked.
 */
export function openSources(args: Arguments, host: Host): Source[] {
  const places = args.values("source");
  const hosts = places.filter(isUrl).map((place) => readUrl(place).host);
  const store = openStore(args);
  const sources = places.map((place) =>
    isUrl(place)
      ? new HttpSource(readUrl(place).href, {
        fetch: host.fetch,
        userAgent: userAgentOf(args, host),
        hosts,
        clock: { ...systemClock, now: host.now },
        retryFor: args.value("retry-for"),
        connect: (name, signal) =>
          store.place(
            `connection-${name.replace(/[^a-z0-9.-]/gi, "_")}`,
            args.value("connections"),
            signal,
          ),
      })
      : new FolderSource(place)
  );
  // A kept dump cannot tell whether the server's has changed since.
  const folder = args.given("keep-dumps");
  if (folder === undefined) return sources;
  const keeping = sources.map((source) => new KeepingSource(source, folder));
  return args.value("refresh") ? keeping : [new FolderSource(folder), ...keeping];
}

function isUrl(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

function readUrl(place: string): URL {
  if (URL.canParse(place)) return new URL(place);
  throw new UsageError(`Cannot use --source "${place}": it is no URL; write --source URL|DIR`);
}

/**
 * The denylist that the arguments name.
 *
 * @param args The arguments.
 * @param host The world around, which hears the warnings.
 * @returns The denylist, `undefined` for none.
 * @throws {Error} If it is not to be had; the message says how to go on.
 */
export async function openDenylist(
  args: Arguments,
  host: Host,
): Promise<FoundDenylist | undefined> {
  try {
    return await findDenylist(args.value("denylist"), {
      readFile: async (path) => await new Response((await openFile(path)).body).bytes(),
      store: openStore(args),
      createSha256,
      fetch: host.fetch,
      userAgent: userAgentOf(args, host),
      refresh: args.value("refresh-denylist"),
      onWarning: (message) => host.note(`Warning: ${message}`),
    });
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new Error(
      `Cannot rank without the denylist: ${cause.message}. ` +
        "Name another by --denylist FILE, or rank without one by --denylist none",
      { cause },
    );
  }
}

/** What a command that makes hours decides for itself, or has at hand already. */
export type ProductionSettings =
  & Pick<ProducerOptions, "top" | "format" | "again">
  & Partial<Pick<ProducerOptions, "denylist" | "rank" | "signal" | "onEvent">>;

/**
 * The way to hours that the arguments describe.
 *
 * @param args The arguments.
 * @param host The world around.
 * @param settings What the command decides for itself.
 * @returns A function that makes an hour, or finds it made.
 */
export async function openProducer(
  args: Arguments,
  host: Host,
  settings: ProductionSettings,
): Promise<Produce> {
  return createProducer({
    // One hour is ranked on the main thread and gunzipped on another.
    rank: (dump, { denylist, ...options }) =>
      rankHour(dump, { ...options, denylist: denylist?.read(), gunzip: gunzipThread }),
    ...settings,
    sources: openSources(args, host),
    store: openStore(args),
    denylist: "denylist" in settings ? settings.denylist : await openDenylist(args, host),
    ties: args.value("ties"),
    createSha256,
    maker: PROGRAM,
    now: host.now,
  });
}

function userAgentOf(args: Arguments, host: Host): string {
  return `${PROGRAM} (${args.value("contact")}) ${host.runtime}`;
}
