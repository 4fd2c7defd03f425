import { assertEquals } from "@std/assert";
import { denyEntries, type DenylistEntry } from "./deny_entries.ts";

async function entriesOf(text: string, code: string, title: string): Promise<DenylistEntry[]> {
  const content = new TextEncoder().encode(text);
  const [entries, ...others] = await denyEntries(content, { code, titles: [title] });
  assertEquals(others, []);
  return entries;
}

Deno.test("denyEntries() names each entry that denies a page, as it is written", async () => {
  const text = "en Talk%3AA\nde Talk:A\nen Talk:A\n\nen Talk%3aA\nen Talk:B\nen Talk:A\n";
  assertEquals(await entriesOf(text, "en", "Talk:A"), [
    { line: 1, text: "en Talk%3AA" },
    { line: 3, text: "en Talk:A" },
    { line: 5, text: "en Talk%3aA" },
    { line: 7, text: "en Talk:A" },
  ]);
  assertEquals(await entriesOf(text, "de", "Talk:A"), [{ line: 2, text: "de Talk:A" }]);
});

Deno.test("denyEntries() names none for a page that is not denied", async () => {
  for (const [code, title] of [["en", "C"], ["fr", "A"], ["", "A"], ["en", ""]]) {
    assertEquals(await entriesOf("en A\nen B\n", code, title), []);
  }
  assertEquals(await entriesOf("", "en", "A"), []);
});

Deno.test("denyEntries() tells the entries of each page", async () => {
  const content = new TextEncoder().encode("en B\nen A\nen C\nen A%\n");
  assertEquals(await denyEntries(content, { code: "en", titles: ["A", "D", "B", "A"] }), [
    [{ line: 2, text: "en A" }],
    [],
    [{ line: 1, text: "en B" }],
    [{ line: 2, text: "en A" }],
  ]);
  assertEquals(await denyEntries(content, { code: "en", titles: [] }), []);
});

Deno.test("denyEntries() reads entries of the domain without a code", async () => {
  assertEquals(await entriesOf('"" Z1\n"" Z2\n', "", "Z2"), [{ line: 2, text: '"" Z2' }]);
});

Deno.test("denyEntries() reads lines that end in CR LF, or not at all", async () => {
  assertEquals(await entriesOf("en A\r\nen B\r\n", "en", "A"), [{ line: 1, text: "en A" }]);
  assertEquals(await entriesOf("en A\r\nen B", "en", "B"), [{ line: 2, text: "en B" }]);
});

Deno.test("denyEntries() takes a mark for that of the file at its beginning only", async () => {
  assertEquals(await entriesOf("\ufeffen A\nen B\n", "en", "A"), [{ line: 1, text: "en A" }]);
  for (const text of ["en B\n\ufeffen A\n", "en B\nen B\nen B\n\ufeffen A\n"]) {
    assertEquals(await entriesOf(text, "en", "A"), []);
  }
});

Deno.test("denyEntries() finds one line of many", async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `en Page_${i}\n`);
  const text = lines.join("");
  for (const i of [0, 1, 2499, 2500, 4999]) {
    assertEquals(await entriesOf(text, "en", `Page_${i}`), [
      { line: i + 1, text: `en Page_${i}` },
    ]);
  }
});
