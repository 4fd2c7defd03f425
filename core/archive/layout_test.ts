import { assertEquals } from "@std/assert";
import { Hour } from "../time/hour.ts";
import { hourFolders, hourKey, hourOfKey } from "./layout.ts";

Deno.test("hourKey() sorts hours by year and month, without a colon", () => {
  const now = new Date("2026-09-11");
  assertEquals(hourKey(Hour.parse("2026-09-10T18")), "2026/09/2026-09-10T18");
});

Deno.test("hourKey() goes by the hour's name, which is its end", () => {
  const now = new Date("2026-09-11");
  assertEquals(hourKey(Hour.parse("2026-01-01T00")), "2026/01/2026-01-01T00");
});

Deno.test("hourOfKey() reads what hourKey() writes, also of hours to come", () => {
  for (const name of ["2015-05-01T01", "2024-02-29T00", "2026-01-01T00", "2999-12-31T23"]) {
    const [year, month] = name.split("-");
    const hour = hourOfKey(`${year}/${month}/${name}`)!;
    assertEquals(hour.toString(), name);
    assertEquals(hourKey(hour), `${year}/${month}/${name}`);
  }
});

Deno.test("hourOfKey() finds no hour in other keys", () => {
  const keys = ["", "2026/09/2026-09-10", "2026/08/2026-09-10T18", "2025/09/2026-09-10T18"];
  const impossible = ["2026/02/2026-02-31T18", "2026/09/2026-09-10T24", "2014/01/2014-01-01T00"];
  const near = ["2026/09/2026-09-10T18.de", "x/2026/09/2026-09-10T18", "2026/09/2026-09-10 18"];
  for (const key of [...keys, ...impossible, ...near, "denylist/example.org-0a1b2c3d"]) {
    assertEquals(hourOfKey(key), undefined, key);
  }
});

Deno.test("hourFolders() gives each month once", () => {
  const now = new Date("2026-09-11");
  const folders = (first: string, last: string) => [
    ...hourFolders(Hour.parse(first), Hour.parse(last)),
  ];
  assertEquals(folders("2025-11-30T23", "2026-02-01T00"), [
    "2025/11",
    "2025/12",
    "2026/01",
    "2026/02",
  ]);
  assertEquals(folders("2026-09-10T18", "2026-09-10T18"), ["2026/09"]);
  assertEquals(folders("2026-09-10T18", "2026-08-10T18"), []);
});
