import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { tempFolder } from "../core/testing/temp_folder.ts";
import { Arguments } from "./args/arguments.ts";
import { UsageError } from "./args/usage_error.ts";
import { parseToken, readToken } from "./read_token.ts";

function read(args: string[], variables: Record<string, string> = {}): Promise<string | undefined> {
  const env = (name: string) => variables[name];
  return readToken(Arguments.parse(args, { flags: ["token-file"] }, env), { env });
}

Deno.test("parseToken() takes one line, whichever way it ends", () => {
  for (const text of ["s3same-~+/=", "s3same-~+/=\n", "s3same-~+/=\r\n"]) {
    assertEquals(parseToken(text, "token"), "s3same-~+/=");
  }
});

const WRONG: Record<string, string> = {
  "": "empty",
  "\n": "empty",
  "  \n": "empty",
  "\n\n": "empty",
  "abc\ndef\n": "one line",
  "abc\n\n": "one line",
  "\nabc": "one line",
  "abc\rdef": "one line",
  "abc def": "spaces",
  " abc": "spaces",
  "ses\u00e1me": "ASCII",
  "\ufeffsesame": "ASCII",
  "ses\u0000ame": "ASCII",
  [`${"x".repeat(5000)}`]: "longer",
};

for (const [text, says] of Object.entries(WRONG)) {
  Deno.test(`parseToken() refuses ${JSON.stringify(text.slice(0, 20))}`, () => {
    const { message } = assertThrows(() => parseToken(text, "./token"), UsageError);
    assertEquals(message.startsWith('Cannot use --token-file "./token": '), true, message);
    assertEquals(message.includes(says), true, message);
    if (text.trim() !== "") assertEquals(message.includes(text.trim()), false, message);
  });
}

Deno.test("readToken() reads the file that is named, by a flag or a variable", async () => {
  await using temp = await tempFolder();
  const path = `${temp.path}/token`;
  await Deno.writeTextFile(path, "sesame\n");
  assertEquals(await read(["--token-file", path]), "sesame");
  assertEquals(await read([], { WIKITOP_TOKEN_FILE: path }), "sesame");
  assertEquals(await read([]), undefined);
});

Deno.test("readToken() does not take an empty variable for none", async () => {
  await assertRejects(() => read([], { WIKITOP_TOKEN_FILE: "" }), UsageError, "WIKITOP_TOKEN_FILE");
});
