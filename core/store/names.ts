/** What the name of a file in a folder of the store says. */
export interface NameParts {
  /** The key that it belongs to. */
  key: string;
  /** What its name ends in: as its writer said, `manifest`, or `tmp` until it is whole. */
  extension: string;
  /** The digits that tell it from others of its key, `undefined` if it has none. */
  mark?: string;
}

/** Sixteen digits of a file's SHA-256 and, where it replaces another, eight of what that was. */
const MARK = /\.([0-9a-f]{16}(?:-[0-9a-f]{8})?)$/;

/**
 * The name of an entry's file: `2026-09-10T18.csv`; where writers do not share a lock, with its mark,
 * `2026-09-10T18.5be08c9684a1d25e.csv`.
 */
export function nameOfFile(key: string, extension: string, mark?: string): string {
  return [nameOf(key), ...mark === undefined ? [] : [mark], extension].join(".");
}

/**
 * The mark of a file. It has a part of its own digest, so that no writer overwrites other bytes; and
 * one of the manifest that its own is to replace. A manifest is replaced once, so that no other may
 * ever come to name a file whose writer was not the one who replaced it.
 *
 * @param sha256 The file's digest.
 * @param replaced The digest of the version of the manifest to be replaced, `undefined` for none.
 */
export function markOf(sha256: string, replaced: string | undefined): string {
  return [sha256.slice(0, 16), ...replaced === undefined ? [] : [replaced.slice(0, 8)]].join("-");
}

/** Whether a mark is that of a file that may yet be named by a manifest in the place of another. */
export function isBoundTo(mark: string, replaced: string): boolean {
  return mark.endsWith(`-${replaced.slice(0, 8)}`);
}

/** What a name in a folder says; a `.tmp` that is no temporary name is not the store's. */
export function partsOf(folder: string, name: string): NameParts {
  const owner = ownerOfTemporary(name);
  const whole = owner ?? name;
  const dot = whole.lastIndexOf(".");
  const stem = dot > 0 ? whole.slice(0, dot) : whole;
  if (owner !== undefined) return { key: `${folder}/${stem}`, extension: "tmp" };
  const extension = dot > 0 ? name.slice(dot + 1) : "";
  if (extension === "tmp") return { key: `${folder}/${name}`, extension: "" };
  const mark = MARK.exec(stem)?.[1];
  if (mark === undefined) return { key: `${folder}/${stem}`, extension };
  return { key: `${folder}/${stem.slice(0, -mark.length - 1)}`, extension, mark };
}

/** A file's name without its mark: what it is, rather than which bytes it has. */
export function plainName(name: string): string {
  const { key, extension, mark } = partsOf("", name);
  return mark === undefined ? name : nameOfFile(key, extension);
}

/** What a key has before its last `/`. */
export function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf("/"));
}

/** What a key has behind its last `/`. */
export function nameOf(key: string): string {
  return key.slice(key.lastIndexOf("/") + 1);
}

/** The name under which a blob is written before it is whole. */
export function temporaryName(name: string): string {
  return `${name}.${crypto.randomUUID()}.tmp`;
}

/** What a temporary name was made of, `undefined` for any other name. */
export function ownerOfTemporary(name: string): string | undefined {
  return /^(.+)\.[0-9a-f-]{36}\.tmp$/.exec(name)?.[1];
}
