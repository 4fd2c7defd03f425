import { dumpText, type RowTuple } from "./dump_text.ts";
import type { GoldenCase } from "./golden_case.ts";
import { KNOWN_CODES } from "./known_codes.ts";

/** Every form of a domain code, and hours whose names and beginnings lie in different years. */
export const CODE_CASES: GoldenCase[] = [
  {
    name: "domain-codes",
    dumpName: "pageviews-20190401-120000",
    dump: dumpText(
      // The empty code came with Wikifunctions, after the last codes with `zero`.
      Object.keys(KNOWN_CODES).filter((code) => code !== "").flatMap((code): RowTuple[] => [
        [code, `Second_of_"${code}"`, 1],
        [code, "First", 2],
      ]),
      "unquoted",
    ),
  },
  {
    name: "year-end",
    dumpName: "pageviews-20260101-000000",
    dump: dumpText([["en", "New_Year's_Eve", 77], ["en", "Auld_Lang_Syne", 31]], "quoted"),
  },
  {
    name: "leap-day",
    dumpName: "pageviews-20240301-000000",
    dump: dumpText([["en", "February_29", 29]], "quoted"),
  },
];
