import { resolve } from "node:path";
import { tryLockFile } from "../core/deno/file_lock.ts";
import { Exporter } from "../core/export/exporter.ts";
import type { ExportTarget } from "../core/export/target.ts";
import type { Store } from "../core/mod.ts";
import { ExportFolder } from "../core/node/export_folder.ts";
import { folderProblem, NO_FOLDER } from "../core/node/folder_source.ts";
import { zstd } from "../core/node/zstd.ts";
import { FILE_FORMATS } from "../core/report/formats/format.ts";
import { parseTyped, UsageError } from "./args/usage_error.ts";
import { isS3 } from "./args/values.ts";
import type { OpenBucketOptions } from "./open_bucket.ts";

/**
 * Opens what exports into the folder or bucket that a flag names, in the form that others say.
 *
 * @throws {UsageError} If there can be no such export.
 */
export async function openExporter(
  flag: "to" | "export",
  place: string,
  { store, args, runtime, onWait }: OpenBucketOptions & { store: Store },
): Promise<Exporter> {
  const format = args.word("format", FILE_FORMATS);
  const spreadsheetSafe = args.value("spreadsheet-safe");
  if (spreadsheetSafe && !format.startsWith("csv")) {
    throw new UsageError(
      `Cannot use --spreadsheet-safe with --format ${format}: only csv is for spreadsheets`,
    );
  }
  if (isS3(place) && trimmed(place) === trimmed(args.value("store"))) {
    throw new UsageError(`Cannot use --${flag} "${place}": it is the store; name another prefix`);
  }
  const target = isS3(place)
    ? await openBucket(place, { args, runtime, onWait })
    : await openFolder(flag, place, { args, onWait });
  const form = { format, layout: args.value("layout"), per: args.given("per"), spreadsheetSafe };
  return parseTyped(() => new Exporter({ store, target, form, zstd }));
}

async function openBucket(place: string, options: OpenBucketOptions): Promise<ExportTarget> {
  const { openBucketExport } = await import("./open_bucket.ts"); // Most write to folders.
  return parseTyped(() => openBucketExport(place, options));
}

async function openFolder(
  flag: "to" | "export",
  folder: string,
  { args, onWait }: Omit<OpenBucketOptions, "runtime">,
): Promise<ExportTarget> {
  const stored = args.value("store");
  if (!isS3(stored) && resolve(folder) === resolve(stored)) {
    throw new UsageError(`Cannot use --${flag} "${folder}": it is the store; name another folder`);
  }
  const problem = await folderProblem(folder);
  if (problem !== undefined && problem !== NO_FOLDER) {
    throw new UsageError(`Cannot use --${flag} "${folder}": ${problem}; check the path`);
  }
  return new ExportFolder(folder, {
    tryLock: tryLockFile,
    patience: args.value("retry-for"),
    onWait,
  });
}

function trimmed(place: string): string {
  return place.replace(/\/+$/, "").replace(/^s3:/i, "s3:");
}
