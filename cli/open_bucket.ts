import { tryLockFile } from "../core/deno/file_lock.ts";
import type { ExportTarget } from "../core/export/target.ts";
import type { Store } from "../core/mod.ts";
import type { FolderLocks, FolderLocksOptions } from "../core/node/folder_locks.ts";
import { openFolderStore } from "../core/node/folder_store.ts";
import type { S3Options } from "../core/node/s3_client.ts";
import { S3Export } from "../core/node/s3_export.ts";
import { openS3Store } from "../core/node/s3_store.ts";
import type { Arguments } from "./args/arguments.ts";
import { stateFolder } from "./args/values.ts";
import type { Runtime } from "./runtime.ts";

/** A store, and what belongs to it. */
export interface StorePlace {
  /** The finished reports. */
  store: Store;
  /** What is this machine's own: jobs. A store in a folder has them itself. */
  state: Store;
  /** The folder of what is this machine's own. */
  folder: string;
  /** What the processes of this machine do one at a time, or a few. */
  locks: FolderLocks;
  /** Looks whether the place can be a store. */
  check(how: { mustExist?: boolean; isWritten?: boolean }): Promise<void>;
}

/** What a bucket is opened with. */
export interface OpenBucketOptions {
  args: Arguments;
  runtime: Pick<Runtime, "env">;
  /** Called with what is waited for. */
  onWait: (message: string) => void;
}

/** Opens the store in the bucket that the arguments name. */
export function openBucketStore(options: OpenBucketOptions): StorePlace {
  const { args, runtime } = options;
  const folder = stateFolder(args.value("store"), args.given("state"));
  const locking = lockOptions(options);
  const { store, blobs, locks } = openS3Store(args.value("store"), {
    ...s3Options(args, runtime),
    singleWriter: args.value("single-writer"),
    state: folder,
    locks: locking,
  });
  return {
    store,
    state: openFolderStore(folder, locking).store,
    folder,
    locks,
    check: ({ isWritten = false }) => blobs.check({ isWritten }),
  };
}

/** Opens the bucket that takes exports. */
export function openBucketExport(place: string, options: OpenBucketOptions): ExportTarget {
  const { args, runtime } = options;
  const locks = lockOptions(options);
  return new S3Export(place, {
    ...s3Options(args, runtime),
    state: stateFolder(args.value("store"), args.given("state")),
    locks,
  });
}

/** The server of buckets, as the arguments and the environment name it. */
function s3Options(args: Arguments, { env }: Pick<Runtime, "env">): S3Options {
  const first = (...names: string[]) => names.map((name) => env(name)).find((value) => value);
  return {
    endpoint: args.given("endpoint") ?? first("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"),
    region: first("AWS_REGION", "AWS_DEFAULT_REGION"),
  };
}

function lockOptions({ args, onWait }: OpenBucketOptions): FolderLocksOptions {
  return { tryLock: tryLockFile, patience: args.value("retry-for"), onWait };
}
