import { assert, assertEquals, assertFalse, assertRejects } from "@std/assert";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { Random } from "../../testdata/random.ts";
import type { DeniedTitles } from "./denied_titles.ts";
import { Denylist, type DenylistEntry, entriesDenying } from "./denylist.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => Denylist.read(streamOf(encode(text)));

function denies(denylist: Denylist, domain: string, title: string): boolean {
  const bytes = encode(title);
  return denylist.titles(domain)?.has(bytes, 0, bytes.length) ?? false;
}

/** Each entry denies the pages of the first list and none of the second. */
const ENTRIES: [entry: string, denied: string[], stays: string[]][] = [
  ["Main_Page", ["Main_Page"], ["main_Page", "Main_Pag", "Main_Page_", "Main Page"]],
  ["-", ["-"], ["--", ""]],
  // Percent-decoded once, and still as it is written.
  ["Special%3ASearch", ["Special:Search", "Special%3ASearch"], ["Special%3aSearch"]],
  ["Special%3aSearch", ["Special:Search", "Special%3aSearch"], ["Special%3ASearch"]],
  ["Special:Search", ["Special:Search"], ["Special%3ASearch"]],
  ["A%253AB", ["A%3AB", "A%253AB"], ["A:B"]],
  ["%41%42", ["AB", "%41%42"], ["A%42"]],
  ["Caf%C3%A9", ["Café"], ["Caf\ufffd", "Cafe"]],
  ["Café", ["Café"], ["Cafe\u0301"]],
  ["%F0%9F%98%80", ["😀"], ["\ufffd"]],
  ["%f0%9f%98%80", ["😀"], ["\ufffd"]],
  // Spaces are `_`, a plus is a plus.
  ["New%20York", ["New_York"], ["New York", "New+York"]],
  ["New York City", ["New_York_City", "New York City"], ["New_York City"]],
  ["C++", ["C++"], ["C__", "C  "]],
  ["C%2B%2B", ["C++"], ["C__"]],
  // What is no escape stays.
  ["100%", ["100%"], ["100"]],
  ["A%4", ["A%4"], ["A", "A\x04"]],
  ["A%zz", ["A%zz"], ["A"]],
  ["A%4g", ["A%4g"], ["A\x04g", "AP"]],
  ["A%%41", ["A%A", "A%%41"], ["AA"]],
  ["%u0E19", ["%u0E19"], ["น"]],
  ["50%C2%A0%", ["50\u00a0%"], ["50\u00a0"]],
  // Invalid UTF-8 becomes U+FFFD, one for each sequence that is cut short.
  ["A%FFB", ["A\ufffdB"], ["AB", "A\xffB", "AÿB"]],
  ["A%C3", ["A\ufffd"], ["A", "AÃ"]],
  ["A%C3B", ["A\ufffdB"], ["A\ufffd"]],
  ["A%E6%BC", ["A\ufffd"], ["A\ufffd\ufffd"]],
  ["A%C0%80", ["A\ufffd\ufffd"], ["A\0"]],
  ["A%ED%A0%80", ["A\ufffd\ufffd\ufffd"], ["A\ufffd"]],
  // A byte order mark is a character like any other.
  ["%EF%BB%BFA", ["\ufeffA"], ["A"]],
  ["\ufeffA", ["\ufeffA"], ["A"]],
  // A page has one line, so an entry that decodes to two denies nothing but itself.
  ["A%0AB", ["A%0AB"], ["A", "B", "A_B", "AB"]],
  ["A%0A", ["A%0A"], ["A", "A_"]],
  ["%0AA", ["%0AA"], ["A", "_A"]],
  ["A%0D", ["A\r"], ["A"]],
  ["A%00B", ["A\0B"], ["A", "B", "AB"]],
  // Quotes belong to the title: only dumps are quoted.
  ['"Heroes"', ['"Heroes"'], ["Heroes"]],
  ['""', ['""'], [""]],
  ["%22Heroes%22", ['"Heroes"'], ["Heroes"]],
];

for (const [entry, denied, stays] of ENTRIES) {
  Deno.test(`Denylist entry ${JSON.stringify(entry)} denies what it means and nothing else`, async () => {
    // Alone, and between others, with which it is decoded at once.
    for (const text of [`en ${entry}`, `en X%41\nen ${entry}\nen Y%\nen Y%E6\nen Z\n`]) {
      const denylist = await read(text);
      for (const title of denied) assert(denies(denylist, "en", title), title);
      for (const title of stays) assertFalse(denies(denylist, "en", title), title);
    }
  });
}

Deno.test("Denylist keeps entries apart that end in half an escape or half a character", async () => {
  const denylist = await read("en A%\nen 41\nen B%C3\nen %A9\nen C%4\nen 1\n");
  for (const title of ["A%", "41", "B\ufffd", "\ufffd", "C%4", "1"]) {
    assert(denies(denylist, "en", title), title);
  }
  for (const title of ["AA", "A%41", "Bé", "CA"]) assertFalse(denies(denylist, "en", title), title);
});

Deno.test("Denylist denies a title in its own domain only", async () => {
  const denylist = await read('en A\nen.m B\n"" C\n');
  assertEquals(["en", "en.m", ""].map((code) => denies(denylist, code, "A")), [true, false, false]);
  assertEquals(["en", "en.m", ""].map((code) => denies(denylist, code, "B")), [false, true, false]);
  assertEquals(["en", "en.m", ""].map((code) => denies(denylist, code, "C")), [false, false, true]);
  for (const code of ["de", "e", "EN", '""', "en.", "toString", "__proto__"]) {
    assertEquals(denylist.titles(code), undefined, code);
  }
});

Deno.test("Denylist reads a domain that comes back", async () => {
  const denylist = await read("en A%41\nde B\nen C\nde D%44\nen E");
  assertEquals(denylist.entries, 5);
  for (const title of ["AA", "A%41", "C", "E"]) assert(denies(denylist, "en", title), title);
  for (const title of ["B", "DD", "D%44"]) assert(denies(denylist, "de", title), title);
  for (const title of ["B", "DD", ""]) assertFalse(denies(denylist, "en", title), title);
});

Deno.test("Denylist leaves out lines that name no page", async () => {
  const denylist = await read("en\nen \n\n \nde A\n\nbn.m.v ");
  assertEquals(denylist.entries, 1);
  assert(denies(denylist, "de", "A"));
  assertEquals(denylist.titles("en"), undefined);
  assertEquals(denylist.titles("bn.m.v"), undefined);
  assertFalse(denies(denylist, "de", ""));
});

Deno.test("Denylist takes * for all domains, and a project for both its codes", async () => {
  const denylist = await read(
    "* Main_Page\nen.wikipedia A\nen B\nwikidata Q42\nwikifunctions Z1\nxx.unknown C\n",
  );
  const CODES = ["en", "en.m", "en.b", "de", "www.wd", "m.wd", "", "xx.unknown"];
  const denying = (title: string) => CODES.filter((code) => denies(denylist, code, title));
  assertEquals(denying("Main_Page"), CODES);
  assertEquals(denying("A"), ["en", "en.m"]);
  assertEquals(denying("B"), ["en"]);
  assertEquals(denying("Q42"), ["www.wd", "m.wd"]);
  assertEquals(denying("Z1"), [""]);
  assertEquals(denying("C"), ["xx.unknown"]);
  assertEquals(denying("*"), []);
});

const NAMESPACES: [entry: string, denied: string[], stays: string[]][] = [
  ["Special:*", ["Special:Search", "Special:", "Special:*", "Special:A:B"], [
    "Special",
    "SpecialSearch",
    "special:Search",
    "A:Special:Search",
    "Special_talk:A",
    "",
  ]],
  ["Sp%C3%A9cial:*", ["Spécial:A", "Sp%C3%A9cial:A"], ["Special:A"]],
  ["User talk:*", ["User_talk:A"], ["User:A", "User"]],
  // Other titles that end in `*` are titles.
  ["Sagittarius_A*", ["Sagittarius_A*"], ["Sagittarius_A", "Sagittarius_ABC"]],
  ["Talk:A*", ["Talk:A*"], ["Talk:AB", "Talk:A"]],
  ["Special:%2A", ["Special:*"], ["Special:Search"]],
  ["*", ["*"], ["A"]],
  [":*", [":*"], [":A"]],
  ["A:B:*", ["A:B:*"], ["A:B:C"]],
];

for (const [entry, denied, stays] of NAMESPACES) {
  Deno.test(`Denylist entry ${JSON.stringify(entry)} tells a namespace from a title`, async () => {
    for (const domain of ["en", "en.wikipedia", "*"]) {
      const text = `${domain} ${entry}\n`;
      const denylist = await read(`en X\n${text}en Y\n`);
      for (const title of [...denied, "X", "Y"]) assert(denies(denylist, "en", title), title);
      for (const title of stays) assertFalse(denies(denylist, "en", title), title);
      for (const title of denied) assertEquals(entriesOf(text, "en", title).length, 1, title);
      for (const title of stays) assertEquals(entriesOf(text, "en", title), [], title);
    }
  });
}

Deno.test("Denylist passes over comments, empty lines, and spaces around a title", async () => {
  const denylist = await read("# machines\n\n#en A\nen B \nen  C\t\n  \nen #D\n");
  assertEquals([denylist.entries, denylist.suspect, denylist.idle.count], [3, 0, 0]);
  for (const title of ["B", "C", "#D"]) assert(denies(denylist, "en", title), title);
  assertFalse(denies(denylist, "#en", "A") || denies(denylist, "en", "A"));
});

Deno.test("Denylist tells of the lines that name no known domain, or no page", async () => {
  const lines = [
    "en A",
    "english.wikipedia A",
    "en.wikipedia.org A",
    "EN A",
    "en",
    "de ",
    "en.x A",
  ];
  const { idle, entries, suspect } = await read(lines.join("\n"));
  assertEquals(idle, {
    count: 5,
    examples: [
      { line: 3, text: "en.wikipedia.org A" },
      { line: 4, text: "EN A" },
      { line: 5, text: "en" },
    ],
  });
  assertEquals([entries, suspect], [5, 3]);
  assertEquals((await read('"" Z1\n* A\nwww.wd Q1\ncommons.m.m A\nmediawiki A\n')).idle.count, 0);
});

Deno.test("Denylist counts its entries", async () => {
  assertEquals((await read("")).entries, 0);
  assertEquals((await read("en A\nen B\nde A\n")).entries, 3);
});

Deno.test("Denylist reads lines that end in CR LF, LF or not at all", async () => {
  for (const text of ["en A\r\nen B\r\n", "en A\nen B\n", "en A\r\nen B", "en A\nen B"]) {
    const denylist = await read(text);
    assertEquals(denylist.entries, 2);
    for (const title of ["A", "B"]) assert(denies(denylist, "en", title), JSON.stringify(text));
    assertFalse(denies(denylist, "en", "A\r"));
  }
  assertFalse(denies(await read("en A\rB\n"), "en", "A"));
});

Deno.test("Denylist reads a file that begins with a byte order mark", async () => {
  const denylist = await read("\ufeffen A\nen B\n");
  assert(denies(denylist, "en", "A") && denies(denylist, "en", "B"));
});

Deno.test("Denylist reads bytes cut anywhere", async () => {
  const bytes = encode("en Caf%C3%A9\r\nja 特別:検索\r\nen 😀\r\n");
  for (let seed = 1; seed <= 40; seed++) {
    const denylist = await Denylist.read(streamOf(...cut(bytes, new Random(seed))));
    assertEquals(denylist.entries, 3, `seed ${seed}`);
    assert(denies(denylist, "en", "Café"), `seed ${seed}`);
    assert(denies(denylist, "ja", "特別:検索"), `seed ${seed}`);
    assert(denies(denylist, "en", "😀"), `seed ${seed}`);
  }
});

Deno.test("Denylist keeps a byte order mark in a title that is cut before it", async () => {
  const bytes = encode("en A\ufeffB\nen \ufeffC\n");
  for (let at = 0; at <= bytes.length; at++) {
    const denylist = await Denylist.read(streamOf(bytes.subarray(0, at), bytes.subarray(at)));
    for (const title of ["A\ufeffB", "\ufeffC"]) {
      assert(denies(denylist, "en", title), `cut at ${at}`);
    }
    for (const title of ["AB", "C"]) assertFalse(denies(denylist, "en", title), `cut at ${at}`);
  }
});

Deno.test("Denylist rejects when its bytes cannot be read", async () => {
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.error(new Error("connection reset")),
  });
  await assertRejects(() => Denylist.read(broken), Error, "connection reset");
});

/** The entries that deny one page. */
function entriesOf(text: string, code: string, title: string): DenylistEntry[] {
  const [entries, ...others] = entriesDenying(encode(text), { code, titles: [title] });
  assertEquals(others, []);
  return entries!;
}

Deno.test("entriesDenying() names each entry that denies a page, as it is written", () => {
  const text = "en Talk%3AA\nde Talk:A\nen Talk:A\n\nen Talk%3aA\nen Talk:B\nen Talk:A\n";
  assertEquals(entriesOf(text, "en", "Talk:A"), [
    { line: 1, text: "en Talk%3AA" },
    { line: 3, text: "en Talk:A" },
    { line: 5, text: "en Talk%3aA" },
    { line: 7, text: "en Talk:A" },
  ]);
  assertEquals(entriesOf(text, "de", "Talk:A"), [{ line: 2, text: "de Talk:A" }]);
});

const UNDENIED = [["en", "C"], ["fr", "A"], ["", "A"], ["en", ""]] as const;

Deno.test("entriesDenying() names none for a page that is not denied", () => {
  for (const [code, title] of UNDENIED) {
    assertEquals(entriesOf("en A\nen B\n", code, title), []);
  }
  assertEquals(entriesOf("", "en", "A"), []);
});

Deno.test("entriesDenying() tells the entries of each page", () => {
  const content = encode("en B\nen A\nen C\nen A%\n");
  assertEquals(entriesDenying(content, { code: "en", titles: ["A", "D", "B", "A"] }), [
    [{ line: 2, text: "en A" }],
    [],
    [{ line: 1, text: "en B" }],
    [{ line: 2, text: "en A" }],
  ]);
  assertEquals(entriesDenying(content, { code: "en", titles: [] }), []);
});

Deno.test("entriesDenying() reads entries of the domain without a code", () => {
  assertEquals(entriesOf('"" Z1\n"" Z2\n', "", "Z2"), [{ line: 2, text: '"" Z2' }]);
});

Deno.test("entriesDenying() reads lines that end in CR LF, or not at all", () => {
  assertEquals(entriesOf("en A\r\nen B\r\n", "en", "A"), [{ line: 1, text: "en A" }]);
  assertEquals(entriesOf("en A\r\nen B", "en", "B"), [{ line: 2, text: "en B" }]);
});

Deno.test("entriesDenying() takes a mark for that of the file at its beginning only", () => {
  assertEquals(entriesOf("\ufeffen A\nen B\n", "en", "A"), [{ line: 1, text: "en A" }]);
  for (const text of ["en B\n\ufeffen A\n", "en B\nen B\nen B\n\ufeffen A\n"]) {
    assertEquals(entriesOf(text, "en", "A"), []);
  }
});

Deno.test("entriesDenying() finds one line of many", () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `en Page_${i}\n`);
  const text = lines.join("");
  for (const i of [0, 1, 2499, 2500, 4999]) {
    assertEquals(entriesOf(text, "en", `Page_${i}`), [
      { line: i + 1, text: `en Page_${i}` },
    ]);
  }
});

Deno.test("Denylist.read() reads bytes as it reads a stream of them", async () => {
  // Lines of all lengths, so that each kind of character falls onto the end of a piece somewhere.
  const many = Array.from(
    { length: 9000 },
    (_, i) => `en Zürich_日本👩_${"x".repeat(i % 23)}${i}\r\n`,
  );
  const texts = [
    "",
    "\n",
    "\r\n",
    "en A",
    "en A\r",
    "\uFEFFen A\nen \uFEFFB",
    many.join(""),
    "en A\n\nde B\n",
  ];
  for (const text of texts) {
    const [whole, stream] = [await Denylist.read(encode(text)), await read(text)];
    assertEquals(
      [whole.entries, whole.suspect],
      [stream.entries, stream.suspect],
      text.slice(0, 99),
    );
    for (const code of ["en", "de"]) {
      assertEquals(whole.titles(code)?.lines, stream.titles(code)?.lines, text.slice(0, 99));
    }
  }
});

Deno.test("Denylist.titlesOfProject() has what is denied in any domain of the project", async () => {
  const lines = [
    "en.wikibooks By_project",
    "en.m.b Mobile",
    "en.b Desktop",
    "en Other",
    "* Everywhere",
    "wikidata Q1",
    "www.wd Q2",
  ];
  const denylist = await Denylist.read(new TextEncoder().encode(lines.join("\n")));
  const has = (titles: DeniedTitles | undefined, title: string) => {
    const bytes = new TextEncoder().encode(title);
    return titles?.has(bytes, 0, bytes.length) ?? false;
  };
  for (const isAskedBefore of [true, false]) {
    // Titles are kept once they were made, and some of them are shared.
    if (isAskedBefore) denylist.titles("en.m.b");
    const titles = denylist.titlesOfProject("en.wikibooks");
    for (const title of ["By_project", "Mobile", "Desktop", "Everywhere"]) {
      assert(has(titles, title), title);
    }
    assertEquals(has(titles, "Other"), false);
  }
  assertEquals(has(denylist.titles("en.b"), "Mobile"), false);
  assertEquals(["Q1", "Q2"].map((title) => has(denylist.titlesOfProject("wikidata"), title)), [
    true,
    true,
  ]);
  assert(has(denylist.titlesOfProject("fr.wikipedia"), "Everywhere"));
});
