import { assertEquals, assertThrows } from "@std/assert";
import { cut } from "../../testdata/chunks.ts";
import { Random } from "../../testdata/random.ts";
import { DumpScanner } from "./scan.ts";

type Row = [code: string, title: string, views: number];

const encode = (text: string) => new TextEncoder().encode(text);

/** Scans chunks, and takes care that nothing but the call itself reads their memory. */
function scan(...chunks: (string | Uint8Array)[]) {
  const rows: Row[] = [];
  const entered: string[] = [];
  const scanner = new DumpScanner((code) => {
    entered.push(code);
    return {
      row(bytes, start, end, views) {
        const title = new TextDecoder("utf-8", { ignoreBOM: true });
        rows.push([code, title.decode(bytes.subarray(start, end)), views]);
      },
    };
  });
  for (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? encode(chunk) : chunk.slice();
    scanner.push(bytes);
    bytes.fill("?".charCodeAt(0));
  }
  scanner.finish();
  const { lines, malformed } = scanner;
  return { rows, entered, lines, malformed: malformed.byReason };
}

const reasons = (seen: ReturnType<typeof scan>) =>
  Object.fromEntries(Object.entries(seen.malformed).map(([reason, { count }]) => [reason, count]));

/** A dump in which every chunk boundary is an awkward one. */
const AWKWARD = [
  'en "\\"Heroes\\"" 41 0',
  "en Caf\u00e9 7 0",
  'en "" 3 0',
  "en 😀_\u200d漢 12 0",
  "en.m 😀 9007199254740991 0",
  "",
  "en.m no views 0",
  "en.m -5 -5 0",
  '"" Z801 12 0',
  'en \\"\\ 000 0',
  "en \ufeffLast 5 0",
].join("\n");

Deno.test("DumpScanner reads rows", () => {
  assertEquals(scan(AWKWARD), {
    rows: [
      ["en", '"Heroes"', 41],
      ["en", "Caf\u00e9", 7],
      ["en", "", 3],
      ["en", "😀_\u200d漢", 12],
      ["en.m", "😀", 9007199254740991],
      ["", "Z801", 12],
      ["en", '\\"\\', 0],
      ["en", "\ufeffLast", 5],
    ],
    entered: ["en", "en.m", "", "en"],
    lines: 11,
    malformed: {
      fields: { count: 1, examples: [{ line: 6, text: "" }] },
      views: {
        count: 2,
        examples: [{ line: 7, text: "en.m no views 0" }, { line: 8, text: "en.m -5 -5 0" }],
      },
    },
  });
});

Deno.test("DumpScanner reads a line that is cut anywhere", () => {
  const whole = scan(AWKWARD);
  const bytes = encode(AWKWARD);
  for (let i = 0; i <= bytes.length; i++) {
    assertEquals(scan(bytes.subarray(0, i), bytes.subarray(i)), whole, `cut at ${i}`);
  }
});

Deno.test("DumpScanner reads bytes one by one, and chunks without any", () => {
  const whole = scan(AWKWARD);
  const bytes = [...encode(AWKWARD)].map((byte) => Uint8Array.of(byte));
  assertEquals(scan(...bytes), whole);
  const none = new Uint8Array(0);
  assertEquals(scan(none, ...bytes.flatMap((byte) => [byte, none, none])), whole);
});

Deno.test("DumpScanner reads a title cut in the middle of a character", () => {
  const [first, second, third, fourth] = encode("😀");
  assertEquals(
    scan(
      "en ",
      Uint8Array.of(first!),
      Uint8Array.of(second!, third!),
      Uint8Array.of(fourth!),
      " 7 0\n",
    )
      .rows,
    [["en", "😀", 7]],
  );
});

Deno.test("DumpScanner reads a line cut between two digits or two domains", () => {
  assertEquals(scan("en A 1", "2", "3 0\nen", ".m B 4 0\ne", "n C 5 0\n").rows, [
    ["en", "A", 123],
    ["en.m", "B", 4],
    ["en", "C", 5],
  ]);
});

Deno.test("DumpScanner reads the last line with and without a LF", () => {
  for (const end of ["", "\n"]) {
    const { rows, lines } = scan(`en A 1 0\nen B 2 0${end}`);
    assertEquals([rows.length, lines], [2, 2]);
  }
  assertEquals(scan("en A 1 0\nen B 2").malformed.fields?.examples, [{ line: 2, text: "en B 2" }]);
  assertEquals(scan("en A 1 0\n", "\n").lines, 2);
});

Deno.test("DumpScanner sees no line in nothing", () => {
  const nothing = { rows: [], entered: [], lines: 0, malformed: {} };
  assertEquals(scan(), nothing);
  assertEquals(scan("", ""), nothing);
});

Deno.test("DumpScanner unquotes as both eras demand", () => {
  const fields: [written: string, title: string][] = [
    ['""', ""],
    ['"', '"'],
    ['"""', '"""'],
    ['""""', '""""'],
    ['"Heroes"', '"Heroes"'],
    ['"Weird_Al"_Yankovic', '"Weird_Al"_Yankovic'],
    ['Say_"Cheese"', 'Say_"Cheese"'],
    ["\\", "\\"],
    ["\\o/", "\\o/"],
    ["\\\\", "\\\\"],
    ['"\\"', '"\\"'],
    ['"a\\b"', '"a\\b"'],
    ['"a\\\\"', '"a\\\\"'],
    ['"a\\"', '"a\\"'],
    ['a\\"b', 'a\\"b'],
    ['"a\\"b', '"a\\"b'],
    ['a\\"b"', 'a\\"b"'],
    ['"\\""', '"'],
    ['"\\"\\""', '""'],
    ['"\\"Heroes\\""', '"Heroes"'],
    ['"\\\\\\""', '\\"'],
    ['"\\"\\\\"', '"\\'],
    ['"\\"\\\\o/\\""', '"\\o/"'],
    ['"C:\\\\\\"D\\""', 'C:\\"D"'],
    ['"\\"\\o/"', '"\\o/'],
    ['"צה\\"ל"', 'צה"ל'],
  ];
  for (const [written, title] of fields) {
    // First in its domain and in the midst of it, which are read on different paths.
    assertEquals(scan(`en ${written} 1 0\nen A 2 0\nen ${written} 3 0\n`).rows, [
      ["en", title, 1],
      ["en", "A", 2],
      ["en", title, 3],
    ], written);
  }
});

Deno.test("DumpScanner unquotes domain codes", () => {
  assertEquals(scan('"" A 1 0\n"" B 2 0\n"\\"x\\"" C 3 0\n"en" D 4 0\n').rows, [
    ["", "A", 1],
    ["", "B", 2],
    ['"x"', "C", 3],
    ['"en"', "D", 4],
  ]);
});

Deno.test("DumpScanner hands titles over as they are, be they no UTF-8", () => {
  const titles: number[][] = [];
  const scanner = new DumpScanner(() => ({
    row: (bytes, start, end) => titles.push([...bytes.subarray(start, end)]),
  }));
  scanner.push(Uint8Array.of(...encode("en A"), 0xff, 0xc3, ...encode(" 1 0\nen B"), 0x80, 0x20));
  scanner.push(encode("1 0\n"));
  scanner.finish();
  assertEquals(titles, [[0x41, 0xff, 0xc3], [0x42, 0x80]]);
});

Deno.test("DumpScanner keeps every character in a title but space and LF", () => {
  for (
    const char of ["\0", "\x01", "\t", "\r", "\x7f", "\u00a0", "\u2028", "\ufeff", "\u{10ffff}"]
  ) {
    const title = `${char}A${char}`;
    assertEquals(scan(`en A 1 0\nen ${title} 2 0\n`).rows[1], ["en", title, 2]);
    assertEquals(scan(`en ${title} 2 0\n`).rows, [["en", title, 2]]);
  }
});

Deno.test("DumpScanner keeps a byte order mark in a domain code", () => {
  assertEquals(scan("\ufeffen A 1 0\nen A 1 0\n").rows, [["\ufeffen", "A", 1], ["en", "A", 1]]);
});

Deno.test("DumpScanner counts lines that are no rows by their reason", () => {
  const rows = "en A 1 0\nen B 1 0\n";
  const lines: Record<string, string[]> = {
    fields: [
      "",
      "en",
      "en A",
      "en A 1",
      "en A 1 0 0",
      "en A B 1 0",
      "en A  1 0",
      "en A 1 0 ",
      "    ",
    ],
    title: ["en  1 0", "en   0", "en  x 0", '""  1 0', "  1 0", "   ", "en \0\0 1 0"],
    fourth: ["en A 1 ", "en A 1 x", "en A 1 1", "en A 1 00", "en A 1 -1", "en A 1 0\r", " A 1 "],
    domain: ["e\0 A 1 0", "\0 A 1 0"],
    views: [
      ...[
        "en A x 0",
        "en A  0",
        "en A -1 0",
        "en A +1 0",
        "en A 1.0 0",
        "en A 1e3 0",
        "en A 0x1 0",
      ],
      ...[
        " A x 0",
        'en A "1" 0',
        "en A 1_000 0",
        "en A ١ 0",
        "en A 1\t 0",
        "en A 1\r 0",
        "en A Infinity 0",
      ],
    ],
  };
  for (const [reason, texts] of Object.entries(lines)) {
    for (const text of texts) {
      const expected = { [reason]: { count: 1, examples: [{ line: 3, text }] } };
      assertEquals(scan(`${rows}${text}\nen C 1 0\n`).malformed, expected, text);
      if (text !== "") assertEquals(scan(`${rows}${text}`).malformed, expected, text);
      const { rows: seen, lines } = scan(`${rows}${text}\n${rows}`);
      assertEquals([seen.length, lines], [4, 5], text);
    }
  }
});

Deno.test("DumpScanner counts lines before any row that are no rows", () => {
  for (const line of [" A 1 x", "  1 0", "", " ", "x", "en  1 0", "en A x 0"]) {
    const { rows, lines, malformed } = scan(`${line}\nen B 2 0\n`);
    assertEquals([rows, lines], [[["en", "B", 2]], 2], line);
    assertEquals(Object.values(malformed).map(({ count }) => count), [1], line);
  }
  assertEquals(reasons(scan(" A 1 x\n", " B 1 x\n")), { fourth: 2 });
});

Deno.test("DumpScanner reads views up to 2^53 - 1", () => {
  const views: [written: string, value: number | undefined][] = [
    ["0", 0],
    ["00", 0],
    ["7", 7],
    ["007", 7],
    ["999999999999999", 999999999999999],
    ["1000000000000000", 1000000000000000],
    ["9007199254740990", 9007199254740990],
    ["9007199254740991", 9007199254740991],
    ["9007199254740992", undefined],
    ["9007199254740993", undefined],
    ["9999999999999999", undefined],
    ["90071992547409910", undefined],
    [`${"0".repeat(300)}9007199254740991`, 9007199254740991],
    [`${"0".repeat(300)}9007199254740992`, undefined],
    ["9".repeat(400), undefined],
  ];
  for (const [written, value] of views) {
    const rows: Row[] = value === undefined ? [] : [["en", "B", value]];
    assertEquals(scan(`en A 1 0\nen B ${written} 0\n`).rows, [["en", "A", 1], ...rows], written);
    assertEquals(scan(`en B ${written} 0\n`).rows, rows, written);
  }
});

Deno.test("DumpScanner reads no row whose last field is not 0", () => {
  const seen = scan("en A 1 0\nen B 2 \nen C 3 x\nen D 4 00\nen E 5 0\r\nen F 6 12\nen G 7 0\n");
  assertEquals(seen.rows, [["en", "A", 1], ["en", "G", 7]]);
  assertEquals(reasons(seen), { fourth: 5 });
});

Deno.test("DumpScanner takes an empty code, quoted or not, for Wikifunctions", () => {
  const seen = scan('"" Z1 1 0\n Z2 2 0\n Z3 3 0\nen A 4 0\n');
  assertEquals(seen.rows, [["", "Z1", 1], ["", "Z2", 2], ["", "Z3", 3], ["en", "A", 4]]);
  assertEquals(seen.entered, ["", "en"]);
});

Deno.test("DumpScanner reads no row of a code that is no UTF-8, for two would read alike", () => {
  const line = (byte: number) => [0x65, byte, ...encode(" A 1 0\n")];
  const seen = scan("en A 1 0\n", Uint8Array.of(...line(0xfe), ...line(0xff)), "en B 2 0\n");
  assertEquals(seen.rows, [["en", "A", 1], ["en", "B", 2]]);
  assertEquals(seen.malformed.domain, {
    count: 2,
    examples: [{ line: 2, text: "e\ufffd A 1 0" }, { line: 3, text: "e\ufffd A 1 0" }],
  });
});

Deno.test("DumpScanner reads lines of up to 64 KiB, wherever they are cut", () => {
  const line = (length: number) => `en ${"x".repeat(length - "en  7 0".length)} 7 0`;
  for (const before of ["", "en A 1 0\n"]) {
    for (const end of ["", "\n", "\nen Z 1 0\n"]) {
      const longest = encode(before + line(65_536) + end);
      const longer = encode(before + line(65_537) + end);
      for (const at of [0, 1, 30_000, 65_530, 65_536, 65_537, 65_538, longest.length - 2]) {
        const message = `${before.length} bytes before, ${end.length} behind, cut at ${at}`;
        const fits = scan(longest.subarray(0, at), longest.subarray(at));
        assertEquals(fits.malformed, {}, message);
        const more = scan(longer.subarray(0, at), longer.subarray(at));
        assertEquals(reasons(more), { length: 1 }, message);
        assertEquals([more.lines, more.rows.length], [fits.lines, fits.rows.length - 1], message);
      }
    }
  }
});

Deno.test("DumpScanner gives up a line that never ends, and goes on with the next", () => {
  const part = "x".repeat(20_000);
  const seen = scan("en A 1 0\nen ", part, part, part, part, part, part, " 7 0\nen B 2 0\n", part);
  assertEquals(seen.rows, [["en", "A", 1], ["en", "B", 2]]);
  assertEquals(seen.lines, 4);
  assertEquals(seen.malformed, {
    length: { count: 1, examples: [{ line: 2, text: `en ${"x".repeat(197)}` }] },
    fields: { count: 1, examples: [{ line: 4, text: "x".repeat(200) }] },
  });
  const unended = scan("en A 1 0\n", ...Array(9).fill(part));
  assertEquals([unended.lines, reasons(unended)], [2, { length: 1 }]);
  const twice = scan(...Array(4).fill(part), "\n", ...Array(4).fill(part), "\nen B 2 0\n");
  assertEquals([twice.lines, twice.rows.length, reasons(twice)], [3, 1, { length: 2 }]);
});

Deno.test("DumpScanner reads domains in any order, and again", () => {
  const seen = scan("en A 1 0\nen.m B 2 0\nen C 3 0\ne D 4 0\nen E 5 0\nena F 6 0\nen G 7 0\n");
  assertEquals(seen.entered, ["en", "en.m", "en", "e", "en", "ena", "en"]);
  assertEquals(seen.rows.map(([code]) => code), seen.entered);
});

Deno.test("DumpScanner stays in a domain across malformed lines", () => {
  assertEquals(scan("en A 1 0\nde B x 0\nen C 3 0\n").entered, ["en"]);
});

Deno.test("DumpScanner numbers malformed lines across chunks", () => {
  const text = Array.from({ length: 50 }, (_, i) => i % 7 === 6 ? "malformed" : `en ${i} 1 0`);
  for (let seed = 1; seed <= 20; seed++) {
    const seen = scan(...cut(encode(text.join("\n")), new Random(seed)));
    assertEquals(seen.lines, 50, `seed ${seed}`);
    assertEquals(
      seen.malformed.fields?.examples.map(({ line }) => line),
      [7, 14, 21],
      `seed ${seed}`,
    );
  }
});

Deno.test("DumpScanner lets the error of a sink through", () => {
  const scanner = new DumpScanner(() => ({
    row: () => {
      throw new Error("full");
    },
  }));
  assertThrows(() => scanner.push(encode("en A 1 0\nen B 1 0\n")), Error, "full");
});
