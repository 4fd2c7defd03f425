import { assert, assertEquals } from "@std/assert";
import stringWidth from "string-width";
import { drawTable, tableLayout } from "./table.ts";

function draw(titles: string[], columns?: number): string[] {
  const pages = titles.map((title, i) => ({ rank: i + 1, views: 1000 >> i, title }));
  const views = pages.reduce((sum, page) => sum + page.views, 0);
  return drawTable({ code: "ja.m", views, pages }, columns).split("\n");
}

/** The columns where a row's figures end: those of its views, and of its share. */
function figureEnds(row: string): number[] {
  const [, untilViews, share] = /^(.* [\d,]+)( +[\d.]+%)/.exec(row)!;
  return [stringWidth(untilViews!), stringWidth(untilViews! + share!)];
}

Deno.test("drawTable() shows rank, title, views, share and bar", () => {
  const pages = [
    { rank: 1, views: 6000, title: "Ada_Lovelace" },
    { rank: 2, views: 1500, title: "日本" },
    { rank: 10, views: 0, title: "Z" },
  ];
  assertEquals(
    drawTable({ code: "en.m", views: 12_000, pages }),
    [
      "en.wikipedia, mobile · en.m · 12,000 views",
      "   1  Ada Lovelace  6,000  50.0%  ████████████████",
      "   2  日本          1,500  12.5%  ████",
      "  10  Z                 0   0.0%  ",
      "",
    ].join("\n"),
  );
});

Deno.test("drawTable() names Wikifunctions, whose code is empty", () => {
  const [heading] = drawTable({ code: "", views: 0, pages: [] }).split("\n");
  assertEquals(heading, 'wikifunctions, desktop and mobile · "" · 0 views');
});

Deno.test("drawTable() says of a domain without pages that it has none", () => {
  assertEquals(
    drawTable({ code: "en", views: 5, pages: [] }),
    "en.wikipedia, desktop · en · 5 views\n  no pages\n",
  );
});

Deno.test("drawTable() draws a domain without views", () => {
  const pages = [{ rank: 1, views: 0, title: "A" }];
  assertEquals(drawTable({ code: "en", views: 0, pages }).split("\n")[1], "  1  A  0    ");
});

const WIDE = [
  "日本",
  "ｱｲｳ",
  "한국어",
  "e\u0301te\u0301",
  "العربية",
  "👩‍👩‍👧",
  "🇯🇵",
  "𝒵",
  "A\u200bB",
  "हिन्दी",
  "x",
];

Deno.test("drawTable() aligns characters of any width", () => {
  const rows = draw(WIDE).slice(1, 1 + WIDE.length);
  for (const row of rows) assertEquals(figureEnds(row), figureEnds(rows[0]!), row);
});

Deno.test("drawTable() cuts titles so that a row fits into the terminal", () => {
  const titles = ["x".repeat(200), "日".repeat(100), "a日".repeat(60), "👩‍👩‍👧".repeat(50), "short"];
  for (const columns of [50, 51, 80, 81]) {
    const [, ...rows] = draw(titles, columns).slice(0, -1);
    for (const row of rows) {
      assert(stringWidth(row) <= columns, `${stringWidth(row)} of ${columns}: ${row}`);
      assertEquals(figureEnds(row), figureEnds(rows[0]!), row);
    }
    assertEquals(rows.filter((row) => row.includes("…")).length, 4);
  }
});

Deno.test("drawTable() leaves a title that fits just so", () => {
  const row = draw(["x".repeat(60)])[1];
  assert(row!.includes("x".repeat(60)));
  assert(draw(["x".repeat(61)])[1]!.includes("x".repeat(59) + "…"));
});

Deno.test("drawTable() shows what a terminal would obey as U+FFFD", () => {
  const text = draw(["\u001b[2J", "a\rb", "\u009b31m", "\u202eb", "\u2066", "a\tb", "\u0007"]).join(
    "\n",
  );
  // deno-lint-ignore no-control-regex
  assert(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text), text);
  assert(text.includes("a\ufffdb"));
});

Deno.test("drawTable() still tells the others apart where one page dwarfs them", () => {
  const views = [1_000_000, 900, 600, 300, 2];
  const pages = views.map((views, i) => ({ rank: i + 1, views, title: `Page_${i}` }));
  assertEquals(drawTable({ code: "en", views: 1_002_000, pages }).split("\n").slice(1, -1), [
    "  1  Page 0  1,000,000  99.80%  ██████████████╱╱",
    "  2  Page 1        900   0.09%  ████████████████",
    "  3  Page 2        600   0.06%  ██████████▋",
    "  4  Page 3        300   0.03%  █████▍",
    "  5  Page 4          2  <0.01%  ",
    "  ╱╱ a bar that is too long to be drawn to scale",
  ]);
});

Deno.test("drawTable() fits into 40 columns, and into less without a bar and a share", () => {
  const pages = [1, 2, 3].map((rank) => ({
    rank,
    views: 400_000 >> rank,
    title: "List_of_".repeat(9),
  }));
  for (const columns of [20, 24, 30, 36, 40, 44, 60]) {
    const lines = drawTable({ code: "commons.m", views: 900_000, pages }, columns).split("\n");
    for (const line of columns < 40 ? lines.slice(2) : lines) {
      assert(stringWidth(line) <= columns, `${stringWidth(line)} of ${columns}: ${line}`);
    }
    assert(lines.some((line) => /List.*…/.test(line)), lines.join("\n"));
  }
});

Deno.test("tableLayout() has a bar in all tables of a screen or in none, and one kind of share", () => {
  const domainOf = (title: string, views: number, first: number) => ({
    code: "en",
    views,
    pages: [{ rank: 1, views: first, title }],
  });
  const short = domainOf("Ada", 1000, 500);
  const long = domainOf("Ada ".repeat(30), 10_000_000, 9_000);
  const draw = (columns: number, ...domains: (typeof short)[]) => {
    const layout = tableLayout(domains.map((domain) => ({ domain })), columns);
    return domains.map((domain) =>
      drawTable(domain, columns, { layout }).split("\n").find((line) => line.startsWith("  1  "))!
    );
  };
  for (const columns of [30, 34, 40, 60, 80]) {
    const rows = draw(columns, short, long);
    assertEquals(new Set(rows.map((row) => row.includes("█"))).size, 1, rows.join("\n"));
    assertEquals(new Set(rows.map((row) => row.includes("%"))).size, 1, rows.join("\n"));
  }
  assert(draw(34, short)[0]!.includes("█") && !draw(34, short, long)[0]!.includes("█"));
  const [first, second] = draw(80, short, long);
  assert(first!.includes(" 50.00% ") && second!.includes(" 0.09% "), `${first}\n${second}`);
});

Deno.test("drawTable() explains the codes of Wikipedia Zero", () => {
  const [heading] = drawTable({ code: "en.zero", views: 0, pages: [] }).split("\n");
  assertEquals(
    heading,
    "en.wikipedia, mobile, free of charge (Wikipedia Zero) · en.zero · 0 views",
  );
});
