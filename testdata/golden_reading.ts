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

/** How both eras write their fields, and what titles hold that trips up readers and spreadsheets. */
export const QUOTING_CASES: GoldenCase[] = [
  {
    // Nothing is escaped: what looks like an escape belongs to the title.
    name: "unquoted-era",
    dumpName: "pageviews-20180219-100000",
    dump: dumpText([
      ["de", "Anführungszeichen", 12],
      ["de", '„Gänsefüßchen"', 3],
      ["en", '"', 7],
      ["en", '"""', 2],
      ["en", '"Heroes"', 41],
      ["en", '"Heroes"_(David_Bowie_album)', 38],
      ["en", '"Weird_Al"_Yankovic', 95],
      ["en", '"\\"', 1],
      ["en", 'Say_"Cheese"', 6],
      ["en", "AC\\DC", 4],
      ["en", "\\", 5],
      ["en", "\\o/", 9],
      ["en.m", '5\\"_floppy_disk', 8],
      ["en.m", 'No_end"', 8],
      ["en.m", '"No_beginning', 8],
    ], "unquoted"),
  },
  {
    name: "quoted-era",
    dumpName: "pageviews-20260910-180000.gz",
    dump: dumpText([
      ["en", '"', 7],
      ["en", '""', 2],
      ["en", '"Heroes"', 41],
      ["en", '"Heroes"_(David_Bowie_album)', 38],
      ["en", '"Weird_Al"_Yankovic', 95],
      ["en", '"\\"', 1],
      ["en", '\\"', 3],
      ["en", 'C:\\"Program_Files"\\', 4],
      ["en", "C:\\Windows\\", 4],
      ["en", "\\", 5],
      ["en", "\\\\", 5],
      ["en", "\\o/", 9],
      ["he", 'ארה"ב', 23],
      ["he", 'צה"ל', 23],
      ["vi.m", '"Hello,_World!"_(chương_trình)', 1],
    ], "quoted"),
  },
  {
    // The empty code is Wikifunctions; an empty title is one like any other, and nothing denies it.
    name: "empty-fields",
    dumpName: "pageviews-20260910-180000",
    dump: dumpText([
      ["", "", 3],
      ["", "Wikifunctions:Main_Page", 80],
      ["", "Z6", 5],
      ["", "Z801", 12],
      ["en", "", 7],
      ["en", "Function_(mathematics)", 7],
      ["en", "Z6", 7],
    ], "quoted"),
    denylist: ['"" Wikifunctions:Main_Page', '"" ', "en ", "en", "", "de Z6", '"" Z6'].join("\n"),
  },
  {
    name: "spreadsheet-titles",
    dumpName: "pageviews-20180219-100000",
    dump: dumpText([
      ["en", "+44_(band)", 6],
      ["en", "+", 6],
      ["en", "-", 6],
      ["en", "-1", 6],
      ["en", "=", 6],
      ["en", "=HYPERLINK(A1)", 6],
      ["en", "@", 6],
      ["en", "@midnight", 6],
      ["en", "Washington,_D.C.", 5],
      ["en", ",", 5],
      ["en", ',","', 5],
      ["en", "'Allo_'Allo!", 5],
      ["en", "One;two|three", 5],
      ["en", "Tab\there", 4],
      ["en", "Carriage\rreturn", 4],
      ["en", "\r", 4],
      ["en", "NULL", 3],
      ["en", "NaN", 3],
      ["en", "NA", 3],
      ["en", "1e5", 3],
      ["en", "007", 3],
      ["en", "100%", 2],
      ["en", "100%25", 2],
      ["en", "A%20B", 2],
    ], "unquoted"),
  },
  {
    // Of equal views: code points in order, in which U+1D4B5 follows U+FF3A; in UTF-16 it precedes.
    name: "scripts",
    dumpName: "pageviews-20260910-180000.gz",
    dump: dumpText([
      ["ar", "محمد_بن_موسى_الخوارزمي", 30],
      ["ar", "\u200fعلامة_من_اليمين", 2],
      ["en", "😀", 9],
      ["en", "👩\u200d🚀", 9],
      ["en", "👩", 9],
      ["en", "\u{1d4b5}", 9],
      ["en", "\uff3a", 9],
      ["en", "\ufffd", 9],
      ["en", "\ufffd\ufffd_(band)", 9],
      ["en", "\u200b", 8],
      ["en", "Zero\u200bwidth", 8],
      ["en", "\ufeffByte_order_mark", 8],
      ["en", "\u202eThgir_ot_tfel", 8],
      ["en", "Caf\u00e9", 7],
      ["en", "Cafe\u0301", 7],
      ["en", "No\u00a0break", 7],
      ["en", "\u0001", 7],
      ["en", "\u007f", 7],
      ["hi", "क्षत्रिय", 14],
      ["ja", "吉野家", 14],
      ["ja", "𠮷野家", 14],
      ["ko", "한글", 21],
      ["zh", "𨭎", 3],
      ["zh", "漢字", 33],
    ], "quoted"),
  },
];

const LARGEST = "9007199254740991"; // 2^53 − 1

/** Lines that are no rows among lines that are, dumps whose lines stand in no order, and pages with several rows. */
export const MALFORMED_CASES: GoldenCase[] = [
  {
    name: "malformed",
    dumpName: "pageviews-20150501-010000.gz",
    dump: [
      " Before_any_row 1 x",
      "en Rows_among_malformed_lines 10 0",
      // fields
      "",
      "en",
      "en Three_fields 9",
      "en Five_fields 9 0 0",
      "en A title of words 9 0",
      "en Two_spaces  9 0",
      '"" "Quoted space" 9 0',
      // title
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
      // fourth
      "en Fourth_field_not_0 9 1",
      "en Fourth_field_not_a_number 9 x",
      "en Fourth_field_empty 9 ",
      "en Fourth_field_00 9 00",
      "en Line_ends_in_CR_LF 9 0\r",
      // length
      `en ${"x".repeat(65_600)} 9 0`,
      // And rows, however odd.
      `en Most_views_there_can_be ${LARGEST} 0`,
      "en Zero_views 0 0",
      "en Leading_zeros 00000000000000000007 0",
      "en Rows_among_malformed_lines_too 10 0",
      // A file in which these prevail, by lines or by bytes, is no dump.
      ...Array.from({ length: 3000 }, (_, i) => `fr ${1000 + i}_avant_notre_ère 1 0`),
      "",
    ].join("\n"),
  },
  {
    // Domains come back, and so do pages, whose rows are summed; the last line has no LF.
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
      "en Aardvark 1 0",
      "ar زيبرا 1 0",
      "de Zander 4 0",
      "en Zebra_crossing 5 0",
    ].join("\n"),
    options: { top: 3 },
  },
  {
    // Rows of one page stand together, some of them quoted; no one row of some would have ranked.
    name: "repeated",
    dumpName: "pageviews-20260910-180000.gz",
    dump: [
      '"" Z801 2 0',
      " Z801 3 0", // as newer writers have an empty code
      " Z802 4 0",
      "de Berlin 4 0",
      "de Hamburg 3 0",
      "de Hamburg 3 0",
      "de Hamburg 3 0",
      "de München 5 0",
      'en "\\"Heroes\\"" 1 0',
      'en "\\"Heroes\\"" 6 0',
      "en Aladdin_Sane 5 0",
      "en Low 3 0",
      "en Low 3 0",
      "en.m Low 9 0",
    ].join("\n") + "\n",
    options: { top: 2 },
  },
];
