import { assertEquals, assertMatch } from "@std/assert";
import { nastyReport, reportOf } from "../testing/nasty_report.ts";
import { Denylist } from "../deny/denylist.ts";
import { TIES, type Ties } from "../rank/page.ts";
import { rankHour } from "../rank/rank_hour.ts";
import type { RankedDomain } from "../rank/ranking.ts";
import { encodeCsv, encodeDenied } from "../report/csv.ts";
import { joinChunks } from "../report/encode.ts";
import { describeReport, type Manifest } from "../report/manifest.ts";
import { EDITIONS, isOfProjects } from "../rank/edition.ts";
import { type Report, reportDomainIn } from "../report/report.ts";
import { parsePeriod } from "../time/period.ts";
import { verifyReport } from "./verify_report.ts";

const MADE = { at: "2026-09-10T20:30:00.000Z", by: "wikitop/1.2.3", seconds: 0.7 };
const FILE = { name: "2026-09-10T18.csv", bytes: 7, sha256: "ef".repeat(32) };

interface Changes {
  ties?: Ties;
  top?: number;
  metadata?: object;
  edit?: (text: string) => string;
  editDenied?: (text: string) => string;
}

/** What is found in a report after its text or its manifest has been changed. */
async function verify(
  made: Report,
  { ties = "row", top = 25, metadata = {}, edit = (text) => text, editDenied = (text) => text }:
    Changes = {},
): Promise<string[]> {
  const report = { ...made, parameters: { ...made.parameters, ties, top } };
  const { content, offsets } = await joinChunks(encodeCsv(report));
  const text = edit(new TextDecoder("utf-8", { ignoreBOM: true }).decode(content));
  const described = describeReport(report, offsets, MADE);
  const manifest: Manifest = JSON.parse(JSON.stringify({ ...described, file: FILE, ...metadata }));
  const chunks = encodeDenied(report);
  const denied = chunks && new TextDecoder().decode((await joinChunks(chunks)).content);
  return await verifyReport(
    report,
    manifest,
    new TextEncoder().encode(text),
    denied === undefined ? undefined : new TextEncoder().encode(editDenied(denied)),
  );
}

/** A report of one domain, of views and titles in the order that is given. */
function domainOf(...rows: [rank: number, views: number, title: string][]): Report {
  return reportOf([{
    code: "en",
    views: 1000,
    pages: rows.map(([rank, views, title]) => ({ rank, views, title })),
  }]);
}

/** A report of one domain of which some pages are denied. */
function deniedOf(...rows: [rank: number, views: number, title: string][]): Report {
  const [domain, ...others] = FINE.domains;
  const denied = rows.map(([rank, views, title]) => ({ rank, views, title }));
  return { ...FINE, domains: [{ ...domain!, denied }, ...others] };
}

const FINE = domainOf([1, 9, "A"], [2, 7, "B"], [3, 7, "C"], [4, 5, "D"]);

const BAD_DENIED: Record<string, [report: () => Report, problem: RegExp, Changes?]> = {
  "a rank that a denied page would not have": [
    () => deniedOf([2, 10, "X"]),
    /denied page "X" has rank 2, by ties "row" it would have 1$/,
  ],
  "a denied page beyond the top": [
    () => deniedOf([5, 1, "X"]),
    /denied page "X" has rank 5, beyond 4$/,
    { top: 4 },
  ],
  "too many denied pages": [
    () =>
      deniedOf(
        ...Array.from({ length: 26 }, (_, i) => [i + 1, 100, `X${10 + i}`] as const)
          .map(([rank, views, title]): [number, number, string] => [rank, views, title]),
      ),
    /it has 26 denied pages$/,
    { top: 100 },
  ],
  "denied pages of no domain": [
    () => deniedOf([1, 10, "X"]),
    /the manifest does not know it$/,
    { editDenied: (text) => text.replace(",en,", ",xx,") },
  ],
  "denied pages that are no CSV": [
    () => deniedOf([1, 10, "X"]),
    /cannot be read as CSV/,
    { editDenied: () => "a" },
  ],
  "denied pages written otherwise": [
    () => deniedOf([1, 10, "X"]),
    /not written as they should be$/,
    { editDenied: (text) => text.replace("X", '"X"') },
  ],
};

for (const [what, [report, expected, changes]] of Object.entries(BAD_DENIED)) {
  Deno.test(`verifyReport() finds ${what}`, async () => {
    const [problem, ...others] = await verify(report(), changes);
    assertMatch(problem!, expected);
    assertEquals(others, []);
  });
}

Deno.test("verifyReport() finds nothing wrong with the denied pages of a ranking", async () => {
  for (const ties of TIES) {
    for (const top of [1, 10, 100]) {
      const rows = Array.from({ length: 60 }, (_, i) => `en T${i} ${i % 7} 0\n`);
      const list = rows.filter((_, i) => i % 2 === 0).map((row) => row.split(" ", 2).join(" "));
      const { domains } = await rankHour(new Blob(rows).stream(), {
        ties,
        top,
        denylist: Denylist.read(new Blob([list.join("\n")]).stream()),
      });
      assertEquals(await verify(reportOf(domains), { ties, top }), [], `${ties} ${top}`);
    }
  }
});

for (const ties of TIES) {
  Deno.test(`verifyReport() finds nothing wrong with ties by ${ties}`, async () => {
    const titles = Array.from(
      { length: 40 },
      (_, i) => `en ${[..."ZÜ日😀"][i % 4]}${i} ${i % 7} 0\n`,
    );
    const dump = new Blob([`"" Z 3 0\nde.m B 2 0\n`, ...titles]).stream();
    const { domains } = await rankHour(dump, { ties, top: 10 });
    assertEquals(await verify(reportOf(domains), { ties, top: 10 }), []);
  });
}

Deno.test("verifyReport() finds nothing wrong in titles that are hard to write", async () => {
  const { pages } = nastyReport().domains.find(({ code }) => code === "en")!;
  const views = pages.reduce((sum, page) => sum + page.views, 0);
  const report = reportOf([
    { code: "__proto__", views: 1, pages: [{ rank: 1, views: 1, title: "__proto__" }] },
    { code: "a,b", views: 1, pages: [{ rank: 1, views: 1, title: 'Say "cheese", please' }] },
    { code: "en", views, pages },
    { code: "en.m", views: 0, pages: [] },
  ]);
  assertEquals(await verify(report, { top: 100 }), []);
});

Deno.test("verifyReport() finds a manifest of another hour", async () => {
  assertEquals(await verify(FINE, { metadata: { period: "2026-09-10T19" } }), [
    'its manifest is of hour "2026-09-10T19", 2026-09-10T17:00:00Z to 2026-09-10T18:00:00Z, ' +
    'edition "each"',
  ]);
  for (const [start, end] of [["18", "19"], ["17", "19"], ["16", "18"]]) {
    const metadata = {
      period_start: `2026-09-10T${start}:00:00Z`,
      period_end: `2026-09-10T${end}:00:00Z`,
    };
    assertEquals((await verify(FINE, { metadata })).length, 1);
  }
  assertEquals((await verify(FINE, { metadata: { edition: "all" } })).length, 1);
});

const UNREADABLE: Record<string, (text: string) => string> = {
  "an empty csv": () => "",
  "other columns": (text) => text.replace("rank,views", "views,rank"),
  "the columns of version 1": (text) => text.replace("unit,period_start", "hour_start"),
  "a quote in a field": (text) => text.replace("A,,", 'A"B,,'),
  "a row of too many fields": (text) => text.replace(",B,,", ",B,,C,"),
  "a row without a title": (text) => text.replace(",B,,", ",,"),
  "a document of JSON": () => "{}",
};

for (const [what, edit] of Object.entries(UNREADABLE)) {
  Deno.test(`verifyReport() finds ${what}`, async () => {
    const [problem, ...others] = await verify(FINE, { edit });
    assertMatch(problem!, /^it cannot be read as CSV: /);
    assertEquals(others, []);
  });
}

Deno.test("verifyReport() finds bytes that are no UTF-8", async () => {
  const { content, offsets } = await joinChunks(encodeCsv(FINE));
  content[content.length - 2] = 0xff;
  const manifest = { ...describeReport(FINE, offsets, MADE), file: FILE };
  const [problem] = await verifyReport(FINE, manifest, content);
  assertMatch(problem!, /^it cannot be read as CSV: /);
});

const SHAPES: Record<string, (text: string) => string> = {
  "a rank that is none": (text) => text.replace(",2,7,", ",second,7,"),
  "a rank with a fraction": (text) => text.replace(",2,7,", ",2.5,7,"),
  "views that are negative": (text) => text.replace(",2,7,", ",2,-7,"),
  "views with a fraction": (text) => text.replace(",2,7,", ",2,7.5,"),
  "views beyond what is counted exactly": (text) => text.replace(",2,7,", ",2,9007199254740992,"),
};

for (const [what, edit] of Object.entries(SHAPES)) {
  Deno.test(`verifyReport() finds ${what}`, async () => {
    const [problem, ...others] = await verify(FINE, { edit });
    assertMatch(problem!, /^domain "\w+": not all of it are pages with ranks and views$/);
    assertEquals(others, []);
  });
}

Deno.test("verifyReport() finds that rows are missing", async () => {
  const edit = (text: string) => text.replace(/.*,D,.*\n/, "");
  assertEquals(await verify(FINE, { edit }), ["it has 3 rows, its manifest says 4"]);
});

Deno.test("verifyReport() finds counts that do not fit", async () => {
  const counts = { ...FINE.counts, views: 999, domains: 2 };
  assertEquals(await verify(FINE, { metadata: { counts } }), [
    "its domains have 1000 views together, its manifest says 999",
    "the views of 1 domains are known, its manifest says 2",
  ]);
});

Deno.test("verifyReport() finds domains out of the order of bytes", async () => {
  const page = (title: string) => [{ rank: 1, views: 1, title }];
  const domain = (code: string): RankedDomain => ({ code, views: 1, pages: page("A") });
  // As UTF-16 has it, the last two would be the other way around.
  const right = ["", "De", "de", "de-x", "de.b", "\uff5a", "\u{10ffff}"].map(domain);
  assertEquals(await verify(reportOf(right)), []);
  assertEquals(await verify(reportOf([right[1]!, right[0]!])), [
    'domain "" comes after "De", against the order of bytes',
  ]);
});

Deno.test("verifyReport() finds a domain in two places", async () => {
  const report = reportOf([
    { code: "de", views: 2, pages: [{ rank: 1, views: 1, title: "A" }] },
    { code: "en", views: 2, pages: [{ rank: 1, views: 1, title: "A" }] },
    { code: "de", views: 2, pages: [{ rank: 2, views: 1, title: "B" }] },
  ]);
  const metadata = {
    domain_views: { de: 2, en: 2 },
    counts: { ...report.counts, views: 4, domains: 2 },
  };
  assertEquals(await verify(report, { metadata }), [
    'line 3 is "hour,2026-09-10T17:00:00Z,en,en.wikipedia,desktop,1,1,A,,\\"\\"", it should be ' +
    '"hour,2026-09-10T17:00:00Z,de,de.wikipedia,desktop,2,1,B,,\\"\\""',
  ]);
});

Deno.test("verifyReport() finds a domain that the manifest does not know", async () => {
  const metadata = { domain_views: { de: 1000 } };
  assertEquals(await verify(FINE, { metadata }), ['domain "en": the manifest does not know it']);
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
  Deno.test(`verifyReport() finds ${what}`, async () => {
    assertEquals(await verify(report, changes), [`domain "en": ${problem}`]);
  });
}

Deno.test("verifyReport() takes every page of a tie at the last rank, by rank and dense", async () => {
  const report = domainOf([1, 9, "A"], [2, 7, "B"], [2, 7, "C"], [2, 7, "D"]);
  for (const ties of ["rank", "dense"] as const) {
    assertEquals(await verify(report, { ties, top: 2 }), []);
  }
});

Deno.test("verifyReport() does not take titles whose bytes were no UTF-8 for the same", async () => {
  assertEquals(await verify(domainOf([1, 5, "A\ufffd"], [2, 5, "A\ufffd"], [3, 5, "A"])), []);
});

const WRITTEN: Record<string, [edit: (text: string) => string, line: number]> = {
  "a byte order mark": [(text) => `\ufeff${text}`, 1],
  "another project": [(text) => text.replace("en.wikipedia", "de.wikipedia"), 2],
  "another access": [(text) => text.replace("desktop", "mobile"), 2],
  "another hour": [(text) => text.replace("T17:", "T18:"), 2],
  "another unit": [(text) => text.replace("hour,", "day,"), 2],
  "a quote that is not needed": [(text) => text.replace(",B,", ',"B",'), 3],
  "an empty title without quotes": [(text) => text.replace(",D,", ",,"), 5],
  "lines that end in CR LF": [(text) => text.replaceAll("\n", "\r\n"), 1],
  "an empty line": [(text) => `${text}\n`, 7],
  "no line end at the end": [(text) => text.slice(0, -1), 6],
  "a number that is written otherwise": [(text) => text.replace(",9,", ",9.0,"), 2],
};

for (const [what, [edit, line]] of Object.entries(WRITTEN)) {
  Deno.test(`verifyReport() finds ${what}`, async () => {
    const [problem, ...others] = await verify(FINE, { edit });
    assertMatch(problem!, new RegExp(`^line ${line} is .+, it should be .+$`));
    assertEquals(others, []);
  });
}

Deno.test("verifyReport() finds a domain that does not begin where its manifest says", async () => {
  const { offsets } = await joinChunks(encodeCsv(FINE));
  const start = offsets["en"]!;
  assertEquals(await verify(FINE, { metadata: { domain_offsets: { en: start + 1 } } }), [
    `domain "en": its manifest says that it begins at byte ${start + 1}, not at byte ${start}`,
  ]);
  assertEquals(await verify(FINE, { metadata: { domain_offsets: {} } }), [
    `domain "en": its manifest says that it begins nowhere, not at byte ${start}`,
  ]);
});

Deno.test("verifyReport() finds nothing wrong in a report of any unit and edition", async () => {
  for (const label of ["2026-09-10T18", "2026-09-10", "2020-W53", "2026-02"]) {
    for (const edition of EDITIONS) {
      const domains = FINE.domains.map((domain) =>
        reportDomainIn(
          edition,
          isOfProjects(edition) ? { ...domain, code: domain.project } : domain,
        )
      );
      const report = { ...FINE, domains, period: parsePeriod(label), edition };
      assertEquals(await verify(report), []);
    }
  }
});
