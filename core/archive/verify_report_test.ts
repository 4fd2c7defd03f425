import { assertEquals, assertMatch } from "@std/assert";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { encodeReport } from "../report/encode.ts";
import { type RankedDomain, rankHour } from "../rank/rank_hour.ts";
import { TIES, type Ties } from "../rank/create_ranker.ts";
import { type Format, FORMATS, writeReport } from "../report/formats/format.ts";
import { describeReport, type Manifest } from "../report/manifest.ts";
import type { Report } from "../report/report.ts";
import { verifyReport } from "./verify_report.ts";

const MADE = { at: "2026-09-10T20:30:00.000Z", by: "wikitop/1.2.3", seconds: 0.7 };
const FILE = { name: "2026-09-10T18.csv", bytes: 7, sha256: "ef".repeat(32) };

interface Changes {
  format?: Format;
  ties?: Ties;
  top?: number;
  facts?: Partial<Manifest>;
  edit?: (text: string) => string;
}

/** What is found in a report after its text or its manifest has been changed. */
function verify(
  made: Report,
  { format = "csv", ties = "row", top = 25, facts = {}, edit = (text) => text }: Changes = {},
): string[] {
  const report = { ...made, parameters: { ...made.parameters, ties, top } };
  const text = edit([...writeReport(report, format)].join(""));
  const described = describeReport(report, encodeReport(report, format), MADE);
  const manifest: Manifest = JSON.parse(JSON.stringify({ ...described, file: FILE, ...facts }));
  return verifyReport({ hour: report.hour, manifest }, new TextEncoder().encode(text));
}

/** A report of one domain, of views and titles in the order that is given. */
function domainOf(...rows: [rank: number, views: number, title: string][]): Report {
  return reportOf([{
    code: "en",
    views: 1000,
    pages: rows.map(([rank, views, title]) => ({ rank, views, title })),
  }]);
}

const FINE = domainOf([1, 9, "A"], [2, 7, "B"], [3, 7, "C"], [4, 5, "D"]);

for (const ties of TIES) {
  for (const format of FORMATS) {
    Deno.test(`verifyReport() finds nothing wrong in ${format} with ties by ${ties}`, async () => {
      const titles = Array.from(
        { length: 40 },
        (_, i) => `en ${[..."ZÜ日😀"][i % 4]}${i} ${i % 7} 0\n`,
      );
      const dump = new Blob([`"" Z 3 0\nde.m B 2 0\n`, ...titles]).stream();
      const { domains } = await rankHour(dump, { ties, top: 10 });
      assertEquals(verify(reportOf(domains), { ties, top: 10, format }), []);
    });
  }
}

Deno.test("verifyReport() finds nothing wrong in titles that are hard to write", () => {
  const { pages } = nastyReport().domains.find(({ code }) => code === "en")!;
  const views = pages.reduce((sum, page) => sum + page.views, 0);
  const report = reportOf([
    { code: "__proto__", views: 1, pages: [{ rank: 1, views: 1, title: "__proto__" }] },
    { code: "a,b", views: 1, pages: [{ rank: 1, views: 1, title: 'Say "cheese", please' }] },
    { code: "en", views, pages },
    { code: "en.m", views: 0, pages: [] },
  ]);
  for (const format of FORMATS) assertEquals(verify(report, { format, top: 100 }), [], format);
});

Deno.test("verifyReport() finds a manifest of another hour", () => {
  const facts = { hour: "2026-09-10T19" };
  assertEquals(verify(FINE, { facts }), [
    'its manifest is of hour "2026-09-10T19", 2026-09-10T17:00:00Z to 2026-09-10T18:00:00Z',
  ]);
  const period = { hour_start: "2026-09-10T18:00:00Z", hour_end: "2026-09-10T19:00:00Z" };
  assertEquals(verify(FINE, { facts: { period } }).length, 1);
});

const UNREADABLE: Record<string, [format: Format, edit: (text: string) => string]> = {
  "an empty csv": ["csv", () => ""],
  "other columns": ["csv", (text) => text.replace("rank,views", "views,rank")],
  "a quote in a field": ["csv", (text) => text.replace("A\n", 'A"B\n')],
  "a line that is no JSON": ["ndjson", (text) => `${text}{`],
  "a line that is null": ["ndjson", (text) => `${text}null\n`],
  "a document that is no JSON": ["json", (text) => text.slice(0, -10)],
  "a document without domains": ["json", () => "{}"],
};

for (const [what, [format, edit]] of Object.entries(UNREADABLE)) {
  Deno.test(`verifyReport() finds ${what}`, () => {
    const [problem, ...others] = verify(FINE, { format, edit });
    assertMatch(problem, new RegExp(`^it cannot be read as ${format}: `));
    assertEquals(others, []);
  });
}

Deno.test("verifyReport() finds bytes that are no UTF-8", () => {
  const described = describeReport(FINE, encodeReport(FINE, "csv"), MADE);
  const content = new TextEncoder().encode([...writeReport(FINE, "csv")].join(""));
  content[content.length - 2] = 0xff;
  const claim = { hour: FINE.hour, manifest: { ...described, file: FILE } };
  assertMatch(verifyReport(claim, content)[0], /^it cannot be read as csv: /);
});

const SHAPES: Record<string, [format: Format, edit: (text: string) => string]> = {
  "a rank that is none": ["csv", (text) => text.replace(",2,7,", ",second,7,")],
  "views that are negative": ["csv", (text) => text.replace(",2,7,", ",2,-7,")],
  "views with a fraction": ["ndjson", (text) => text.replace('"views":7', '"views":7.5')],
  "a row without a title": ["csv", (text) => text.replace(",B\n", "\n")],
  "a title that is a number": ["ndjson", (text) => text.replace('"title":"B"', '"title":7')],
  "a domain without a code": ["ndjson", (text) => text.replaceAll("domain_code", "code")],
  "pages that are no list": ["json", (text) => text.replace(/"pages":\[.*?\]/, '"pages":null')],
  "a page that is null": ["json", (text) => text.replace(/"pages":\[/, '"pages":[null,')],
};

for (const [what, [format, edit]] of Object.entries(SHAPES)) {
  Deno.test(`verifyReport() finds ${what}`, () => {
    const [problem, ...others] = verify(FINE, { format, edit });
    assertMatch(problem, /^domain "\w+": not all of it are pages with ranks and views$/);
    assertEquals(others, []);
  });
}

Deno.test("verifyReport() finds that rows are missing", () => {
  const edit = (text: string) => text.replace(/.*,D\n/, "");
  assertEquals(verify(FINE, { edit }), ["it has 3 rows, its manifest says 4"]);
});

Deno.test("verifyReport() finds counts that do not fit", () => {
  const counts = { ...FINE.counts, views: 999, domains: 2 };
  assertEquals(verify(FINE, { facts: { counts } }), [
    "its domains have 1000 views together, its manifest says 999",
    "the views of 1 domains are known, its manifest says 2",
  ]);
});

Deno.test("verifyReport() finds domains out of the order of bytes", () => {
  const page = (title: string) => [{ rank: 1, views: 1, title }];
  const domain = (code: string): RankedDomain => ({ code, views: 1, pages: page("A") });
  // As UTF-16 has it, the last two would be the other way around.
  const right = ["", "De", "de", "de-x", "de.b", "\uff5a", "\u{10ffff}"].map(domain);
  for (const format of FORMATS) {
    assertEquals(verify(reportOf(right), { format }), []);
    assertEquals(verify(reportOf([right[1], right[0]]), { format }), [
      'domain "" comes after "De", against the order of bytes',
    ]);
  }
});

Deno.test("verifyReport() finds a domain in two places", () => {
  const report = reportOf([
    { code: "de", views: 2, pages: [{ rank: 1, views: 1, title: "A" }] },
    { code: "en", views: 2, pages: [{ rank: 1, views: 1, title: "A" }] },
    { code: "de", views: 2, pages: [{ rank: 2, views: 1, title: "B" }] },
  ]);
  const facts = {
    domain_views: { de: 2, en: 2 },
    counts: { ...report.counts, views: 4, domains: 2 },
  };
  assertEquals(verify(report, { facts }), [
    'line 3 is "2026-09-10T17:00:00Z,en,en.wikipedia,desktop,1,1,A", it should be ' +
    '"2026-09-10T17:00:00Z,de,de.wikipedia,desktop,2,1,B"',
  ]);
});

Deno.test("verifyReport() finds a domain that the manifest does not know", () => {
  const facts = { domain_views: { de: 1000 } };
  assertEquals(verify(FINE, { facts }), ['domain "en": the manifest does not know it']);
});

const ORDERS: Record<string, [report: Report, problem: string, changes?: Changes]> = {
  "views that rise": [
    domainOf([1, 5, "A"], [2, 9, "B"]),
    'page "B" has 9 views, the one before it 5',
  ],
  "ties that are not in the order of titles": [
    domainOf([1, 5, "B"], [2, 5, "A"]),
    'page "A" comes after "B" with as many views, against the order of bytes',
  ],
  "ties in the order of UTF-16": [
    domainOf([1, 5, "\u{1f600}"], [2, 5, "\uff5a"]),
    'page "\uff5a" comes after "\u{1f600}" with as many views, against the order of bytes',
  ],
  "a page that is there twice": [
    domainOf([1, 9, "A"], [2, 5, "B"], [3, 4, "A"]),
    'page "A" is there twice',
  ],
  "a rank that is left out": [
    domainOf([1, 9, "A"], [3, 5, "B"]),
    'page "B" has rank 3, by ties "row" it is 2',
  ],
  "a first rank that is not 1": [
    domainOf([2, 9, "A"]),
    'page "A" has rank 2, by ties "row" it is 1',
  ],
  "more rows than the top": [
    FINE,
    'page "D" has rank 4, beyond 3',
    { top: 3 },
  ],
  "a tie with ranks of its own, by rank": [
    FINE,
    'page "C" has rank 3, by ties "rank" it is 2',
    { ties: "rank" },
  ],
  "a rank behind a tie that is not left out, by rank": [
    domainOf([1, 9, "A"], [2, 7, "B"], [2, 7, "C"], [3, 5, "D"]),
    'page "D" has rank 3, by ties "rank" it is 4',
    { ties: "rank" },
  ],
  "a rank beyond the top, by rank": [
    domainOf([1, 9, "A"], [1, 9, "B"], [1, 9, "C"], [4, 5, "D"]),
    'page "D" has rank 4, beyond 3',
    { ties: "rank", top: 3 },
  ],
  "a rank that is left out, by dense": [
    domainOf([1, 9, "A"], [2, 7, "B"], [2, 7, "C"], [4, 5, "D"]),
    'page "D" has rank 4, by ties "dense" it is 3',
    { ties: "dense" },
  ],
  "a rank beyond the top, by dense": [
    domainOf([1, 9, "A"], [2, 7, "B"], [2, 7, "C"], [3, 5, "D"]),
    'page "D" has rank 3, beyond 2',
    { ties: "dense", top: 2 },
  ],
  "more views than the domain has": [
    domainOf([1, 600, "A"], [2, 401, "B"]),
    "its pages have 1001 views, but all of the domain 1000",
  ],
};

for (const [what, [report, problem, changes]] of Object.entries(ORDERS)) {
  Deno.test(`verifyReport() finds ${what}`, () => {
    for (const format of FORMATS) {
      assertEquals(verify(report, { ...changes, format }), [`domain "en": ${problem}`], format);
    }
  });
}

Deno.test("verifyReport() takes every page of a tie at the last rank, by rank and dense", () => {
  const report = domainOf([1, 9, "A"], [2, 7, "B"], [2, 7, "C"], [2, 7, "D"]);
  for (const ties of ["rank", "dense"] as const) {
    assertEquals(verify(report, { ties, top: 2 }), []);
  }
});

Deno.test("verifyReport() does not take titles whose bytes were no UTF-8 for the same", () => {
  assertEquals(verify(domainOf([1, 5, "A\ufffd"], [2, 5, "A\ufffd"], [3, 5, "A"])), []);
});

const WRITTEN: Record<string, [format: Format, edit: (text: string) => string, line: number]> = {
  "a byte order mark": ["csv", (text) => `\ufeff${text}`, 1],
  "another project": ["csv", (text) => text.replace("en.wikipedia", "de.wikipedia"), 2],
  "another access": ["ndjson", (text) => text.replace("desktop", "mobile"), 1],
  "another hour": ["csv", (text) => text.replace("T17:", "T18:"), 2],
  "a quote that is not needed": ["csv", (text) => text.replace(",B\n", ',"B"\n'), 3],
  "lines that end in CR LF": ["csv", (text) => text.replaceAll("\n", "\r\n"), 1],
  "an empty line": ["csv", (text) => `${text}\n`, 7],
  "no line end at the end": ["csv", (text) => text.slice(0, -1), 6],
  "a number that is written otherwise": ["csv", (text) => text.replace(",9,", ",9.0,"), 2],
  "another count in a json": ["json", (text) => text.replace('"lines": 1000', '"lines": 1001'), 23],
};

for (const [what, [format, edit, line]] of Object.entries(WRITTEN)) {
  Deno.test(`verifyReport() finds ${what}`, () => {
    const [problem, ...others] = verify(FINE, { format, edit });
    assertMatch(problem, new RegExp(`^line ${line} is .+, it should be .+$`));
    assertEquals(others, []);
  });
}
