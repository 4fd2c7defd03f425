import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { Problem } from "./problem.ts";
import { Query, readHour, readPeriod } from "./query.ts";

const NOW = new Date("2026-09-12T00:00:00Z");

const query = (written: string) =>
  new Query(new URLSearchParams(written), ["from", "top", "access", "domain"]);

function kindOf(read: () => unknown): string {
  return assertThrows(read, Problem).kind;
}

Deno.test("Query takes what is known, once", () => {
  assertEquals(query("").text("from"), null);
  assertEquals(query("domain=").text("domain"), "");
  assertEquals(query("domain=a+b%2Cc").text("domain"), "a b,c");
  for (const wrong of ["tops=1", "TOP=1", "=", "top=1&top=1", "top=&top=", "__proto__=1", "x"]) {
    assertEquals(kindOf(() => query(wrong)), "bad-parameter", wrong);
  }
  const { message } = assertThrows(() => query("tops=1"), Problem);
  assertMatch(message, /there is from, top, access, domain$/);
  assertMatch(
    assertThrows(() => new Query(new URLSearchParams("a"), []), Problem).message,
    /none$/,
  );
});

Deno.test("Query.count() reads plain digits within bounds", () => {
  const count = (written: string) => query(`top=${written}`).count("top", [1, 25]);
  assertEquals(query("").count("top", [1, 25]), undefined);
  assertEquals([count("1"), count("25"), count("007")], [1, 25, 7]);
  for (
    const wrong of ["", "0", "26", "-1", "1.0", "1e1", "0x1", "Infinity", "１", "1%20", "%2B1"]
  ) {
    assertEquals(kindOf(() => count(wrong)), "bad-parameter", wrong);
  }
  assertEquals(kindOf(() => count("1".repeat(4000))), "bad-parameter");
  assertEquals(query("top=0").count("top", [0, 60]), 0);
});

Deno.test("Query.word() reads one of some words", () => {
  const word = (written: string) => query(`access=${written}`).word("access", ["mobile", "all"]);
  assertEquals(query("").word("access", ["all"]), undefined);
  assertEquals([word("mobile"), word("all")], ["mobile", "all"]);
  for (const wrong of ["", "Mobile", "mobile,all", " all", "length"]) {
    assertEquals(kindOf(() => word(wrong)), "bad-parameter", wrong);
  }
});

Deno.test("Query.list() reads so many items, empty ones among them", () => {
  const list = (written: string) => query(`domain=${written}`).list("domain", 3);
  assertEquals(query("").list("domain", 3), undefined);
  assertEquals([list(""), list("a"), list("a,,b")], [[""], ["a"], ["a", "", "b"]]);
  assertEquals(kindOf(() => list("a,b,c,d")), "bad-parameter");
});

Deno.test("readPeriod() reads periods of all units, and words", () => {
  const label = (written: string) => readPeriod(written, NOW).label;
  assertEquals(["2026091018", "2026-09-10", "2026-W36", "2026-08"].map(label), [
    "2026-09-10T18",
    "2026-09-10",
    "2026-W36",
    "2026-08",
  ]);
  assertEquals(label("yesterday"), "2026-09-11");
  for (const wrong of ["", "now", "2026", "2026-09-10T18:30"]) {
    assertEquals(kindOf(() => readPeriod(wrong, NOW)), "bad-period", wrong);
    assertEquals(kindOf(() => readPeriod(wrong, NOW, "bad-hour")), "bad-hour", wrong);
  }
  for (const wrong of ["2026-09-12", "2026-02-30", "2026-W37", "2026-W60", "2014-01"]) {
    assertEquals(kindOf(() => readPeriod(wrong, NOW)), "out-of-range", wrong);
  }
});

Deno.test("Query.hour() and readHour() tell what is no hour from hours that cannot be", () => {
  assertEquals(query("").hour("from", NOW), undefined);
  assertEquals(String(query("from=2026091018").hour("from", NOW)), "2026-09-10T18");
  for (const wrong of ["", "2026-09-10", "2026-09-10T18:30", "now"]) {
    assertEquals(kindOf(() => query(`from=${wrong}`).hour("from", NOW)), "bad-hour", wrong);
  }
  for (const wrong of ["2026-09-12T01", "2015-05-01T00", "2026-02-30T00"]) {
    assertEquals(kindOf(() => readHour(wrong, NOW)), "out-of-range", wrong);
  }
  assertEquals(String(readHour("2026-09-12T00", NOW)), "2026-09-12T00");
});
