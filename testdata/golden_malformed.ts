import type { GoldenCase } from "./golden_case.ts";

const LARGEST = "9007199254740991"; // 2^53 − 1

/** Lines that are no rows among lines that are, and dumps whose lines stand in no order. */
export const MALFORMED_CASES: GoldenCase[] = [
  {
    name: "malformed",
    dumpName: "pageviews-20150501-010000.gz",
    dump: [
      " Before_any_row 1 0",
      "en Rows_among_malformed_lines 10 0",
      // fields
      "",
      "en",
      "en Three_fields 9",
      "en Five_fields 9 0 0",
      "en A title of words 9 0",
      "en Two_spaces  9 0",
      '"" "Quoted space" 9 0',
      // domain and title
      " Empty_domain 9 0",
      "en  9 0",
      // views
      "en No_views  0",
      "en Negative -9 0",
      "en Signed +9 0",
      "en Decimal 9.0 0",
      "en Exponent 9e3 0",
      "en Hexadecimal 0x9 0",
      "en Grouped 9,000 0",
      'en Quoted "9" 0',
      "en Arabic_digits ٩ 0",
      "en Too_many 9007199254740992 0",
      `en Far_too_many ${"9".repeat(400)} 0`,
      // length
      `en ${"x".repeat(65_600)} 9 0`,
      // And rows, however odd.
      `en Most_views_there_can_be ${LARGEST} 0`,
      "en Zero_views 0 0",
      "en Leading_zeros 00000000000000000007 0",
      "en Last_field_not_0 6 1",
      "en Last_field_not_a_number 6 x",
      "en Last_field_empty 6 ",
      "de Line_ends_in_CR_LF 5 0\r",
      "en Rows_among_malformed_lines_too 10 0",
      "",
    ].join("\n"),
  },
  {
    // Domains come back; the last line has no LF.
    name: "out-of-order",
    dumpName: "pageviews-20180219-100000",
    dump: [
      "en Zebra 5 0",
      "en Aardvark 5 0",
      "de Zebra 4 0",
      "en.m Zebra 2 0",
      "de Aal 9 0",
      "en Mongoose 7 0",
      "en.m Aardvark 2 0",
      "ar زيبرا 1 0",
      "de Zander 4 0",
      "en Zebra_crossing 5 0",
    ].join("\n"),
    options: { top: 3 },
  },
];
