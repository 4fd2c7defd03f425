import { checkPeriod, Hour, parsePeriod, type Period, periodAround } from "../../core/mod.ts";
import {
  hoursOfYesterday,
  LATEST,
  newestPublished,
  parseHourOrWord,
  YESTERDAY,
} from "../../core/time/hour_words.ts";
import { Problem } from "./problem.ts";

/** The parameters of a request, each to be there once at most, and none that nobody asks for. */
export class Query {
  readonly #parameters: URLSearchParams;

  /** Throws a {@linkcode Problem}, as all of this does, if there is a name that is not known. */
  constructor(parameters: URLSearchParams, known: readonly string[]) {
    for (const name of new Set(parameters.keys())) {
      if (!known.includes(name)) {
        throw new Problem(
          "bad-parameter",
          `Cannot use parameter "${name}": there is ${known.join(", ") || "none"}`,
        );
      }
      if (parameters.getAll(name).length > 1) {
        throw new Problem("bad-parameter", `Cannot use parameter "${name}": given more than once`);
      }
    }
    this.#parameters = parameters;
  }

  /** A parameter as it was written, `null` if it is not there. */
  text(name: string): string | null {
    return this.#parameters.get(name);
  }

  /** A whole number from the least value to the greatest, `undefined` if it is not there. */
  count(name: string, [least, most]: readonly [number, number]): number | undefined {
    const written = this.text(name);
    if (written === null) return undefined;
    const count = Number(written);
    if (/^\d{1,15}$/.test(written) && count >= least && count <= most) return count;
    throw new Problem(
      "bad-parameter",
      `Cannot use ${name} "${written}": it is not a whole number from ${least} to ${most}`,
    );
  }

  /** One of some words, `undefined` if it is not there. */
  word<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const written = this.text(name);
    if (written === null) return undefined;
    const word = words.find((word) => word === written);
    if (word !== undefined) return word;
    throw new Problem(
      "bad-parameter",
      `Cannot use ${name} "${written}": it is none of ${words.join(", ")}`,
    );
  }

  /** A list of so many items at most, `undefined` if it is not there. */
  list(name: string, most: number): string[] | undefined {
    const items = this.text(name)?.split(",");
    if (items === undefined || items.length <= most) return items;
    throw new Problem(
      "bad-parameter",
      `Cannot use ${name}: it has ${items.length} items, ${most} at most are allowed`,
    );
  }

  /** An hour, `undefined` if it is not there; of a day it is the first, or the last for `to`. */
  hour(name: "from" | "to", now: Date): Hour | undefined {
    const written = this.text(name);
    if (written === YESTERDAY) return hoursOfYesterday(now)[name === "to" ? "last" : "first"];
    return written === null ? undefined : readHour(written, now);
  }
}

/**
 * Reads a period, or the words `latest` (an hour) and `yesterday` (a day); throws a
 * {@linkcode Problem} of a kind if it is none.
 */
export function readPeriod(
  written: string,
  now: Date,
  kind: "bad-hour" | "bad-period" = "bad-period",
): Period {
  // What is no date at all was not to be an hour more than a week.
  if (written !== YESTERDAY && written !== LATEST && !/^\s*\d{4}/.test(written)) {
    throw new Problem(
      kind,
      `Invalid period "${written}": write an hour as 2026-09-10T18, a day as 2026-09-10, a week as ` +
        "2026-W37, or a month as 2026-09",
    );
  }
  const parse = () => {
    if (written === LATEST) return newestPublished(now);
    return written === YESTERDAY ? dayBefore(now) : parsePeriod(written);
  };
  return read(kind, () => checkPeriod(parse(), now));
}

function dayBefore(now: Date): Period {
  return periodAround(Hour.lastBefore(now).plus(1), "day").plus(-1);
}

/** Reads an hour; throws a {@linkcode Problem} if it is none. */
export function readHour(written: string, now: Date): Hour {
  return read("bad-hour", () => checkPeriod(parseHourOrWord(written, now), now));
}

function read<Value>(kind: "bad-hour" | "bad-period", parse: () => Value): Value {
  try {
    return parse();
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Problem(kind, cause.message, { cause });
    if (cause instanceof RangeError) throw new Problem("out-of-range", cause.message, { cause });
    throw cause;
  }
}
