import { assert, assertEquals } from "@std/assert";
import { reportOf } from "../testing/nasty_report.ts";
import { textOf } from "../testing/text_of.ts";
import { type Column, COLUMNS, columnsOf } from "./columns.ts";
import { encodeCsv } from "./csv.ts";
import { readCsv } from "./read_csv.ts";
import { encodeJson } from "./formats/json.ts";
import { encodeNdjson } from "./formats/ndjson.ts";
import type { Report } from "./report.ts";

const PAGES = [{ rank: 1, views: 5, title: "Ada" }, { rank: 2, views: 4, title: "Alan" }];
const REPORT = reportOf([{ code: "de", views: 3, pages: [] }, {
  code: "en",
  views: 9,
  pages: PAGES,
}]);

/** A column of each scope, whose value says what it was read from. */
const ADDED: Record<Column["scope"], Column> = {
  report: {
    name: "edition_code",
    type: "text",
    scope: "report",
    description: "the edition",
    read: ({ report }) => `<${report.edition}>`,
  },
  domain: {
    name: "domain_views",
    type: "integer",
    scope: "domain",
    description: "the views of all pages of the domain",
    read: ({ domain }) => domain.views,
  },
  page: {
    name: "title_length",
    type: "integer",
    scope: "page",
    description: "the length of the title",
    read: ({ page }) => page.title.length,
  },
};

/** Does something while there is another column, behind those of its scope. */
function withColumn(column: Column, use: () => void): void {
  const at = COLUMNS.findLastIndex(({ scope }) => scope === column.scope) + 1;
  COLUMNS.splice(at, 0, column);
  try {
    use();
  } finally {
    COLUMNS.splice(COLUMNS.indexOf(column), 1);
  }
}

/** The values of a column in CSV, read by its place in the header. */
function csvValues(report: Report, name: string): (string | undefined)[] {
  const [header, ...lines] = textOf(encodeCsv(report)).trimEnd().split("\n");
  const at = header!.split(",").indexOf(name);
  assert(at >= 0, `no column "${name}" in ${header}`);
  return lines.map((line) => line.split(",")[at]);
}

const VALUES = {
  report: ["<each>", "<each>"],
  domain: [9, 9],
  page: [3, 4],
} satisfies Record<Column["scope"], unknown[]>;

for (const column of Object.values(ADDED)) {
  const { name, scope } = column;
  Deno.test(`COLUMNS may be given one of a ${scope}, and CSV and NDJSON have it in its place`, () => {
    withColumn(column, () => {
      const names = COLUMNS.map(({ name }) => name);
      assertEquals(textOf(encodeCsv(REPORT)).split("\n")[0], names.join(","));
      assertEquals(csvValues(REPORT, name), VALUES[scope].map(String));
      assertEquals(readCsv(textOf(encodeCsv(REPORT))).get("en"), PAGES);

      const rows = textOf(encodeNdjson(REPORT)).trimEnd().split("\n");
      for (const [i, row] of rows.entries()) {
        assertEquals(Object.keys(JSON.parse(row)), names);
        assertEquals(JSON.parse(row)[name], VALUES[scope][i]);
      }
    });
    assert(!textOf(encodeCsv(REPORT)).includes(name));
  });
}

Deno.test("COLUMNS stand in JSON where their scope is", () => {
  const read = () => JSON.parse(textOf(encodeJson(REPORT)));
  withColumn(ADDED.report, () => {
    const { domains, ...document } = read();
    assertEquals(document.edition_code, "<each>");
    assert(!JSON.stringify(domains).includes("edition_code"));
  });
  withColumn(ADDED.domain, () => {
    const { domains, ...document } = read();
    const views = domains.map(({ domain_views }: { domain_views: number }) => domain_views);
    assertEquals(views, [3, 9]);
    assert(!JSON.stringify([document, domains[1].pages]).includes("domain_views"));
  });
  withColumn(ADDED.page, () => {
    const { domains } = read();
    const pages: Record<string, unknown>[] = domains[1].pages;
    assertEquals(pages.map(({ title_length }) => title_length), [3, 4]);
    assertEquals(Object.keys(domains[1]).includes("title_length"), false);
  });
});

Deno.test("COLUMNS of a wider scope come first, and each has a name of its own", () => {
  assertEquals(columnsOf("report", "domain", "page"), COLUMNS);
  assertEquals([...columnsOf("report"), ...columnsOf("domain"), ...columnsOf("page")], COLUMNS);
  assertEquals(new Set(COLUMNS.map(({ name }) => name)).size, COLUMNS.length);
});

Deno.test("COLUMNS added last, whatever their scope, stand in the order of CSV's header", () => {
  for (const column of Object.values(ADDED)) {
    COLUMNS.push(column);
    try {
      assertEquals(csvValues(REPORT, column.name), VALUES[column.scope].map(String));
      assertEquals(readCsv(textOf(encodeCsv(REPORT))).get("en"), PAGES);
    } finally {
      COLUMNS.pop();
    }
  }
});
