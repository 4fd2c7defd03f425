import { Hour } from "../../core/mod.ts";
import { Random } from "../../testdata/random.ts";

/**
 * What the source has for an hour: the sample's dump, a larger one, one that comes slowly, or whose
 * connection is cut the first time; no dump; a connection that is cut each time; half a dump.
 */
export type Fate = "sample" | "large" | "slow" | "flaky" | "missing" | "cut" | "damaged";

/** How often each fate is met, in a hundred hours; all others have the sample. */
const SHARES: readonly (readonly [Fate, number])[] = [
  ["large", 1],
  ["slow", 5],
  ["flaky", 3],
  ["missing", 4],
  ["cut", 1],
  ["damaged", 2],
];

/** The first hour. Those behind it are asked for one after the other. */
const FIRST = Hour.parse("2019-01-01T01");

/** These are large in any case: clients need some to read from the beginning. */
const LARGE = [3, 9];

/**
 * An hour of the soak.
 *
 * @param place Its number, from 0.
 * @returns The hour.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(`${hourAt(23)}`, "2019-01-02T00");
 * ```
 */
export function hourAt(place: number): Hour {
  return FIRST.plus(place);
}

/**
 * What the source has for an hour: the same for the same seed, in every process.
 *
 * @param hour The hour.
 * @param seed The seed of the soak.
 * @returns Its fate.
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(fateOf(hourAt(3), 1), "large");
 * ```
 */
export function fateOf(hour: Hour, seed: number): Fate {
  const place = hour.since(FIRST);
  if (LARGE.includes(place)) return "large";
  let percent = 100 * new Random(seed * 1_000_003 + place).fraction();
  for (const [fate, share] of SHARES) {
    if (percent < share) return fate;
    percent -= share;
  }
  return "sample";
}

/**
 * Whether an hour can be made.
 *
 * @param fate What the source has for it.
 * @returns Whether that is a whole dump, sooner or later.
 *
 * @example Usage
 * ```ts
 * import { assert } from "@std/assert";
 *
 * assert(isMakeable("flaky"));
 * ```
 */
export function isMakeable(fate: Fate): boolean {
  return fate !== "missing" && fate !== "cut" && fate !== "damaged";
}
