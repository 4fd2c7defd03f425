import { Hour } from "../../core/mod.ts";
import { Problem } from "./problem.ts";

/** The parameters of a request, each to be there once at most, and none that nobody asks for. */
export class Query {
  readonly #parameters: URLSearchParams;

  /**
   * Constructs a new instance.
   *
   * @param parameters The parameters.
   * @param known The names that they may have.
   * @throws {Problem} If there is another one, or one twice.
   */
  constructor(parameters: URLSearchParams, known: readonly string[]) {
    for (const name of new Set(parameters.keys())) {
      if (!known.includes(name)) {
        throw new Problem(
          "bad-parameter",
          `Cannot use parameter "${name}": there is ${known.join(", ") || "none"}`,
        );
      }
      if (parameters.getAll(name).length > 1) {
        throw new Problem("bad-parameter", `Cannot use parameter "${name}": it is there twice`);
      }
    }
    this.#parameters = parameters;
  }

  /**
   * A parameter as it was written.
   *
   * @param name Its name.
   * @returns Its value, `null` if it is not there.
   */
  text(name: string): string | null {
    return this.#parameters.get(name);
  }

  /**
   * A parameter that is a whole number.
   *
   * @param name Its name.
   * @param range The least and the greatest value.
   * @returns The number, `undefined` if the parameter is not there.
   * @throws {Problem} If it is no such number.
   */
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

  /**
   * A parameter that is one of some words.
   *
   * @param name Its name.
   * @param words The words.
   * @returns The word, `undefined` if the parameter is not there.
   * @throws {Problem} If it is none of them.
   */
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

  /**
   * A parameter that is a list.
   *
   * @param name Its name.
   * @param most How many items it may have.
   * @returns The items, `undefined` if the parameter is not there.
   * @throws {Problem} If there are more.
   */
  list(name: string, most: number): string[] | undefined {
    const items = this.text(name)?.split(",");
    if (items === undefined || items.length <= most) return items;
    throw new Problem(
      "bad-parameter",
      `Cannot use ${name}: it has ${items.length} items, ${most} at most are allowed`,
    );
  }

  /**
   * A parameter that is an hour.
   *
   * @param name Its name.
   * @param now The present time.
   * @returns The hour, `undefined` if the parameter is not there.
   * @throws {Problem} If it is no hour.
   */
  hour(name: string, now: Date): Hour | undefined {
    const written = this.text(name);
    return written === null ? undefined : readHour(written, now);
  }
}

/**
 * Reads an hour.
 *
 * @param written The hour as it was written.
 * @param now The present time.
 * @returns The hour.
 * @throws {Problem} If it is no hour.
 */
export function readHour(written: string, now: Date): Hour {
  try {
    return Hour.parse(written, { now });
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Problem("bad-hour", cause.message, { cause });
    if (cause instanceof RangeError) throw new Problem("out-of-range", cause.message, { cause });
    throw cause;
  }
}
