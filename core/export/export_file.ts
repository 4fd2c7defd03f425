import type { EntryName } from "../archive/layout.ts";
import { type Column, COLUMNS } from "../report/columns.ts";
import type { FileFormat } from "../report/formats/format.ts";
import type { Edition } from "../rank/edition.ts";
import { type Period, periodAround, type Unit } from "../time/period.ts";

/** How files lie in an export: side by side, or in folders that name what is in them. */
export type Layout = "flat" | "hive";

/** The form of an export, which all its files share. */
export interface ExportForm {
  /** What each file is written as. */
  format: FileFormat;
  /** How they lie. */
  layout: Layout;
  /** The hours of a day or month stand in one file; each has a file of its own if it is left out. */
  per?: "day" | "month" | undefined;
  /** Whether spreadsheets are to take no cell for a formula. */
  spreadsheetSafe?: boolean | undefined;
}

/** A file of an export. */
export interface ExportFile {
  /** Where it lies, as a path below the export. */
  path: string;
  /** The period whose reports of a unit and edition it holds. */
  span: Period;
  /** The unit of these reports. */
  unit: Unit;
  /** Their edition. */
  edition: Edition;
  /** The path of a mark that says that its folder is complete, `undefined` if there is none. */
  success: string | undefined;
}

/** The file that the report of a period belongs into. */
export function exportFileOf({ period, edition }: EntryName, form: ExportForm): ExportFile {
  const { format, layout, per } = form;
  const { unit } = period;
  const isJoined = per !== undefined && unit === "hour";
  const span = isJoined ? periodAround(period.hours[0]!, per) : period;
  const known = { span, unit, edition };
  if (layout === "flat") {
    const name = [span.label, ...isJoined ? ["hours"] : [], ...edition === "each" ? [] : [edition]];
    return { ...known, path: `${name.join(".")}.${format}`, success: undefined };
  }
  const folder = [`edition=${edition}`, `unit=${unit}`, ...foldersOf(span)].join("/");
  const success = isJoined ? undefined : `${folder}/_SUCCESS`;
  return { ...known, path: `${folder}/part.${format}`, success };
}

/** What folders name, which by custom is not in the files, too: some readers refuse it twice. */
const FOLDERS = ["edition", "unit", "year", "week", "month", "day", "hour"];

/** The columns of the files of an export. */
export function columnsIn({ layout }: Pick<ExportForm, "layout">): readonly Column[] {
  return layout === "flat" ? COLUMNS : COLUMNS.filter(({ name }) => !FOLDERS.includes(name));
}

/** The folders of a period, by when it begins; a week has the year that it is counted in. */
function foldersOf({ unit, label, start }: Period): string[] {
  const [year, week] = label.split("-W");
  if (unit === "week") return [`year=${year}`, `week=${week}`];
  const parts = [
    `year=${start.slice(0, 4)}`,
    `month=${start.slice(5, 7)}`,
    `day=${start.slice(8, 10)}`,
    `hour=${start.slice(11, 13)}`,
  ];
  return parts.slice(0, { month: 2, day: 3, hour: 4 }[unit]);
}
