import { UsageError } from "./usage_error.ts";

/** Reads a text that must not be empty. */
export function parseText(written: string): string {
  if (written === "") throw new UsageError("missing value");
  return written;
}

/** Reads a whole number from 1. */
export function parseCount(written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || number < 1 || !Number.isSafeInteger(number)) {
    throw new UsageError("not a whole number from 1");
  }
  return number;
}

/** Reads a whole number from 0 to another. */
export function parseUpTo(most: number, written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || number > most) {
    throw new UsageError(`not a whole number up to ${most}`);
  }
  return number;
}

/** Reads one of several words. */
export function parseWord<Value extends string>(words: readonly Value[], written: string): Value {
  const value = words.find((value) => value === written);
  if (value === undefined) throw new UsageError(`not one of ${words.join(", ")}`);
  return value;
}

/** Reads whether a switch is on. */
export function parseSwitch(written: string): boolean {
  return ["true", "1"].includes(parseWord(["true", "1", "false", "0"], written));
}

/** Reads where dumps come from: a URL or a folder. */
export function parseSource(written: string): string {
  if (isUrl(written) && !URL.canParse(written)) throw new UsageError("invalid URL");
  return parseText(written);
}

/** Whether a location is a URL rather than a path. */
export function isUrl(location: string): boolean {
  return /^https?:\/\//i.test(location);
}
