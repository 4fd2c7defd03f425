import { resolve } from "node:path";
import { tryLockFile } from "../core/deno/file_lock.ts";
import { Exporter } from "../core/export/exporter.ts";
import type { Store } from "../core/mod.ts";
import { ExportFolder } from "../core/node/export_folder.ts";
import { folderProblem, NO_FOLDER } from "../core/node/folder_source.ts";
import { zstd } from "../core/node/zstd.ts";
import { FILE_FORMATS } from "../core/report/formats/format.ts";
import type { Arguments } from "./args/arguments.ts";
import { parseTyped, UsageError } from "./args/usage_error.ts";

/**
 * Opens what exports into the folder that a flag names, in the form that others say.
 *
 * @throws {UsageError} If there can be no such export.
 */
export async function openExporter(
  flag: "to" | "export",
  folder: string,
  { args, store, onWait }: { args: Arguments; store: Store; onWait: (message: string) => void },
): Promise<Exporter> {
  const format = args.word("format", FILE_FORMATS);
  const spreadsheetSafe = args.value("spreadsheet-safe");
  if (spreadsheetSafe && !format.startsWith("csv")) {
    throw new UsageError(
      `Cannot use --spreadsheet-safe with --format ${format}: only csv is for spreadsheets`,
    );
  }
  if (resolve(folder) === resolve(args.value("store"))) {
    throw new UsageError(`Cannot use --${flag} "${folder}": it is the store; name another folder`);
  }
  const problem = await folderProblem(folder);
  if (problem !== undefined && problem !== NO_FOLDER) {
    throw new UsageError(`Cannot use --${flag} "${folder}": ${problem}; check the path`);
  }
  const target = new ExportFolder(folder, {
    tryLock: tryLockFile,
    patience: args.value("retry-for"),
    onWait,
  });
  const form = { format, layout: args.value("layout"), per: args.given("per"), spreadsheetSafe };
  return parseTyped(() => new Exporter({ store, target, form, zstd }));
}
