import {
  createProducer,
  findDenylist,
  type FoundDenylist,
  HttpSource,
  type Produce,
  type ProducerOptions,
  type Source,
} from "../core/mod.ts";
import { gunzipThread } from "../core/dump/gunzip_thread.ts";
import { FolderSource } from "../core/source/folder_source.ts";
import { openFile } from "../core/source/open_file.ts";
import { FolderStore } from "../core/store/folder_store.ts";
import { createSha256 } from "../core/store/sha256_node.ts";
import type { Arguments } from "./arguments.ts";
import { tryLockFile } from "./file_lock.ts";
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
 * The source that the arguments name.
 *
 * @param args The arguments.
 * @param host The world around.
 * @returns The source.
 */
export function openSource(args: Arguments, host: Host): Source {
  const place = args.value("source");
  if (!/^https?:\/\//i.test(place)) return new FolderSource(place);
  if (!URL.canParse(place)) {
    throw new UsageError(`Cannot use --source "${place}": it is no URL; write --source URL|DIR`);
  }
  const { fetch, now } = host;
  return new HttpSource(place, { fetch, now, userAgent: userAgentOf(args, host) });
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

/**
 * The way to hours that the arguments describe.
 *
 * @param args The arguments.
 * @param host The world around.
 * @param options What the command decides for itself.
 * @returns A function that makes an hour, or finds it made.
 */
export async function openProducer(
  args: Arguments,
  host: Host,
  options: Pick<ProducerOptions, "top" | "format" | "force">,
): Promise<Produce> {
  return createProducer({
    ...options,
    source: openSource(args, host),
    store: openStore(args),
    denylist: await openDenylist(args, host),
    ties: args.value("ties"),
    gunzip: gunzipThread,
    createSha256,
    maker: PROGRAM,
    now: host.now,
  });
}

function userAgentOf(args: Arguments, host: Host): string {
  return `${PROGRAM} (${args.value("contact")}) ${host.runtime}`;
}
