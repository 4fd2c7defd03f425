import { COLUMNS } from "../report/columns.ts";

/** Raised whenever the same reports and form would give another file. */
const EXPORT_VERSION = 1;

/** The reports of a file in their order: by the label of its period, what tells each from another. */
export type Members = Readonly<Record<string, string>>;

/** What is noted of a file, so that nothing is written again that would be the same. */
export interface FileRecord {
  /** By which rules it was written, and with which columns. */
  rules: string;
  /** The reports in it. */
  reports: Members;
  /** Its length in bytes. */
  bytes: number;
}

/** What is to be noted of a file that was written just now. */
export function recordOf(reports: Members, bytes: number): FileRecord {
  return { rules: rules(), reports, bytes };
}

/** A note as text. */
export function writeRecord(record: FileRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Reads a note; `undefined` if it is none, and its file is then written again. */
export function readRecord(text: string | undefined): FileRecord | undefined {
  if (text === undefined) return undefined;
  try {
    const record: Partial<FileRecord> | null = JSON.parse(text);
    const isRecord = typeof record?.rules === "string" && typeof record.bytes === "number" &&
      typeof record.reports === "object" && record.reports !== null;
    return isRecord ? record as FileRecord : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a file would be written again as it is. */
export function isUpToDate(record: FileRecord, members: Members): boolean {
  return record.rules === rules() && areSame(record.reports, members);
}

/** The labels of reports that a file has, and that a new one would not have. */
export function lostReports(record: FileRecord, members: Members): string[] {
  return Object.keys(record.reports).filter((label) => !Object.hasOwn(members, label));
}

function areSame(a: Members, b: Members): boolean {
  const labels = Object.keys(a);
  return labels.length === Object.keys(b).length && labels.every((label) => a[label] === b[label]);
}

function rules(): string {
  return `${EXPORT_VERSION} ${COLUMNS.map(({ name }) => name).join()}`;
}
