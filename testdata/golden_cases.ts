import type { GoldenCase } from "./golden_case.ts";
import { CODE_CASES } from "./golden_codes.ts";
import { DENYLIST_CASES } from "./golden_denylist.ts";
import { MALFORMED_CASES } from "./golden_malformed.ts";
import { QUOTING_CASES } from "./golden_quoting.ts";
import { TIE_CASES } from "./golden_ties.ts";

/** All golden cases but the sample hour. */
export const GOLDEN_CASES: readonly GoldenCase[] = [
  ...CODE_CASES,
  ...DENYLIST_CASES,
  ...MALFORMED_CASES,
  ...QUOTING_CASES,
  ...TIE_CASES,
];
