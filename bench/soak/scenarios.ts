import { Hour } from "../../core/mod.ts";
import { Random } from "../../testdata/random.ts";

/**
 * What the source has for an hour: the sample's dump, a larger one, one that comes slowly, or whose
 * connection is cut the first time; no dump; a connection that is cut each time; half a dump.
 */
export type Scenario = "sample" | "large" | "slow" | "flaky" | "missing" | "cut" | "damaged";

/** How often each scenario is met, in a hundred hours; all others have the sample. */
const SHARES: readonly (readonly [Scenario, number])[] = [
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
 * An hour of the soak, by its number from 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(`${hourAt(23)}`, "2019-01-02T00");
 * ```
 */
export function hourAt(index: number): Hour {
  return FIRST.plus(index);
}

/**
 * What the source has for an hour: the same for the same seed, in every process.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(scenarioOf(hourAt(3), 1), "large");
 * ```
 */
export function scenarioOf(hour: Hour, seed: number): Scenario {
  const index = hour.since(FIRST);
  if (LARGE.includes(index)) return "large";
  let percent = 100 * new Random(seed * 1_000_003 + index).fraction();
  for (const [scenario, share] of SHARES) {
    if (percent < share) return scenario;
    percent -= share;
  }
  return "sample";
}

/**
 * Whether an hour can be made: whether the source has a whole dump of it, sooner or later.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 *
 * assert(isMakeable("flaky"));
 * ```
 */
export function isMakeable(scenario: Scenario): boolean {
  return scenario !== "missing" && scenario !== "cut" && scenario !== "damaged";
}
