import { assert, assertEquals } from "@std/assert";
import { redactPath, redactPaths } from "./redact_paths.ts";

const MESSAGES: Record<string, string> = {
  'Cannot open "/srv/dumps/a.gz": gone': 'Cannot open "a.gz": gone',
  'Cannot open "./a.gz"': 'Cannot open "a.gz"',
  'Cannot open "../x/a.gz"': 'Cannot open "a.gz"',
  'Cannot open "file:///srv/a.gz"': 'Cannot open "a.gz"',
  'Folder "/srv/dumps/" has neither "a.gz" nor "b.gz"':
    'Folder "dumps" has neither "a.gz" nor "b.gz"',
  'Cannot open "C:\\Users\\Ada\\a.gz"': 'Cannot open "a.gz"',
  "ENOENT: no such file, rename '/srv/a.tmp' -> '/srv/x/b.csv'":
    "ENOENT: no such file, rename 'a.tmp' -> 'b.csv'",
  'Between "/srv/a" and "/srv/b c/d"': 'Between "a" and "d"',
  'Cannot open "/"': 'Cannot open ""',
  'Cannot fetch "https://example.org/a/b.gz"': 'Cannot fetch "https://example.org/a/b.gz"',
  'Cannot fetch "https://joe:secret@example.org/a/b.gz?sig=1"':
    'Cannot fetch "https://***@example.org/a/b.gz?sig=***"',
  'Cannot read hour "2026-09-10T18": it is not there':
    'Cannot read hour "2026-09-10T18": it is not there',
  "3/4 of all": "3/4 of all",
  "": "",
};

for (const [message, expected] of Object.entries(MESSAGES)) {
  Deno.test(`redactPaths() leaves of ${message || "nothing"} no folder`, () => {
    assertEquals(redactPaths(message), expected);
  });
}

Deno.test("redactPaths() does not take long, whatever it is given", () => {
  for (const part of ['"', '"/', '"/a', "'/\"/", '"/\\', "/", "file://", "file:///"]) {
    const begun = performance.now();
    redactPaths(part.repeat(100_000));
    assert(performance.now() - begun < 2000, part);
  }
});

Deno.test("redactPath() leaves URLs as they are, and of paths the name", () => {
  const places: Record<string, string> = {
    "https://example.org/a/b.gz": "https://example.org/a/b.gz",
    "HTTP://example.org/a": "HTTP://example.org/a",
    "https://joe:secret@example.org/a?token=1": "https://***@example.org/a?token=***",
    "/srv/dumps/b.gz": "b.gz",
    "dumps/b.gz": "b.gz",
    "C:\\dumps\\b.gz": "b.gz",
    "file:///srv/b.gz": "b.gz",
    "b.gz": "b.gz",
    "-": "-",
    "": "",
  };
  for (const [place, expected] of Object.entries(places)) {
    assertEquals(redactPath(place), expected);
  }
});
