import { assert, assertEquals } from "@std/assert";
import { Random } from "../../testdata/random.ts";
import { DeniedTitles } from "../deny/denied_titles.ts";
import { DumpScanner } from "./scan.ts";

const PURE = { permissions: "none" } as const;
const encode = (text: string) => new TextEncoder().encode(text);

/** Scans a dump of one domain, and keeps what is handed over of it. */
function scan(dump: string, wanted: { floor?: number; denied?: DeniedTitles }) {
  const titles: string[] = [];
  let [rows, views] = [0, 0];
  const scanner = new DumpScanner(() => ({
    ...wanted,
    row(bytes, start, end) {
      titles.push(new TextDecoder().decode(bytes.subarray(start, end)));
    },
    count(more, theirViews) {
      rows += more;
      views += theirViews;
    },
  }));
  scanner.push(encode(dump));
  scanner.finish();
  assertEquals(scanner.lines, rows);
  return { titles, rows, views };
}

Deno.test("DumpScanner hands over the rows that reach the floor, and counts all", PURE, () => {
  const dump = Array.from({ length: 1000 }, (_, i) => `en Page_${i} ${i} 0\n`).join("");
  const { titles, rows, views } = scan(dump, { floor: 995 });
  assertEquals(titles, ["Page_995", "Page_996", "Page_997", "Page_998", "Page_999"]);
  assertEquals([rows, views], [1000, 499_500]);
  assertEquals(scan(dump, { floor: Infinity }).titles, []);
  assertEquals(scan(dump, {}).titles.length, 1000);
});

Deno.test("DumpScanner hears of a floor that rises", PURE, () => {
  let floor = 0;
  const handed: number[] = [];
  const scanner = new DumpScanner(() => ({
    get floor() {
      return floor;
    },
    row: (_bytes, _start, _end, views) => handed.push(floor = views),
  }));
  for (let i = 0; i < 100; i++) scanner.push(encode(`en A 7 0\nen B 6 0\n`));
  assertEquals(handed.filter((views) => views === 6).length, 0);
});

Deno.test("DumpScanner hands over the rows of denied titles, and few others", PURE, () => {
  const random = new Random(1);
  for (const count of [1, 2, 31, 33, 500]) {
    const denied = Array.from(
      { length: count },
      () => "é".repeat(random.below(40)) + random.below(1e6),
    );
    const others = Array.from({ length: 5000 }, (_, i) => `Other_${i}`);
    const titles = [...others, ...denied];
    const seen = scan(titles.map((title) => `en ${title} 1 0\n`).join(""), {
      floor: 2,
      denied: new DeniedTitles(encode(denied.join("\n"))),
    });
    const handed = new Set(seen.titles);
    for (const title of denied) assert(handed.has(title), title);
    assert(handed.size - count < 500, `${handed.size} of ${titles.length}`);
    assertEquals(seen.rows, titles.length);
  }
});

Deno.test("DumpScanner finds the denied titles of each domain, however many", PURE, () => {
  const seen: string[] = [];
  const scanner = new DumpScanner((code) => {
    const titles = Array.from({ length: 9000 }, (_, i) => code + i).join("\n");
    const denied = new DeniedTitles(encode(titles));
    return {
      floor: 2,
      denied,
      row(bytes, start, end) {
        if (!denied.has(bytes, start, end)) return;
        seen.push(new TextDecoder().decode(bytes.subarray(start, end)));
      },
    };
  });
  const rows = (code: string) =>
    Array.from({ length: 100 }, (_, i) => `${code} de${i} 1 0\n${code} en${i} 1 0\n`).join("");
  scanner.push(encode(rows("de") + rows("en") + rows("de")));
  const expected = ["de", "en", "de"].flatMap((code) =>
    Array.from({ length: 100 }, (_, i) => `${code}${i}`)
  );
  assertEquals(seen, expected);
});

Deno.test("DumpScanner reads bytes that are put in its room", PURE, () => {
  const dump = encode("en Page_1 7 0\nen Page_2 8 0\nde Seite 9 0\n".repeat(5_000));
  const expected = scan(new TextDecoder().decode(dump), {}).titles;
  const random = new Random(2);
  const titles: string[] = [];
  const scanner = new DumpScanner(() => ({
    row(bytes, start, end) {
      titles.push(new TextDecoder().decode(bytes.subarray(start, end)));
    },
  }));
  for (let at = 0; at < dump.length;) {
    const { room } = scanner;
    const part = dump.subarray(at, at + 1 + random.below(random.chance(0.5) ? 50 : room.length));
    room.set(part);
    scanner.push(room.subarray(0, part.length));
    at += part.length;
  }
  scanner.finish();
  assertEquals(titles, expected);
});

Deno.test("DumpScanner reads domains of any length", PURE, () => {
  for (const length of [1, 14, 15, 16, 17, 31, 32, 33, 900, 958, 959, 960, 961, 5000]) {
    const codes = ["a", "b"].map((last) => "x".repeat(length - 1) + last);
    const entered: string[] = [];
    const titles: string[] = [];
    const scanner = new DumpScanner((code) => {
      entered.push(code);
      return {
        row: (bytes, start, end) =>
          titles.push(new TextDecoder().decode(bytes.subarray(start, end))),
      };
    });
    for (const code of codes) scanner.push(encode(`${code} A 1 0\n${code} B 2 0\n${code} C 3 0\n`));
    scanner.finish();
    assertEquals([entered, titles.join("")], [codes, "ABCABC"], `length ${length}`);
  }
});

Deno.test("DumpScanner comes in thousands", PURE, () => {
  for (let i = 0; i < 5000; i++) assertEquals(scan("en A 1 0\nen B 2 0\n", {}).rows, 2);
});
