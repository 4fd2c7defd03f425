import { assert, assertEquals, assertMatch } from "@std/assert";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const DIST = fileURLToPath(new URL("../dist/", import.meta.url));

/** Builds it anew: without its stamp, which would say that nothing has changed. */
async function build(): Promise<string> {
  if (existsSync(`${DIST}/inputs`)) Deno.removeSync(`${DIST}/inputs`);
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "-q", "page"],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

function filesIn(folder: string): Map<string, string> {
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  return new Map(names.map((name) => [name, Deno.readTextFileSync(`${folder}/${name}`)]));
}

Deno.test("The task page builds the same files every time, and none else", async () => {
  await build();
  Deno.writeTextFileSync(`${DIST}/assets/main-0123456789.js`, "stale");
  const [index, assets] = [Deno.readTextFileSync(`${DIST}/index.html`), filesIn(`${DIST}/assets`)];
  assets.delete("main-0123456789.js");
  await build();
  assertEquals(Deno.readTextFileSync(`${DIST}/index.html`), index);
  assertEquals(filesIn(`${DIST}/assets`), assets);
  assertEquals([...Deno.readDirSync(DIST)].map(({ name }) => name).sort(), [
    "assets",
    "index.html",
    "inputs",
  ]);
  for (const name of assets.keys()) assertMatch(name, /^[a-z_]+-[0-9A-Za-z]{8,10}\.(css|js|svg)$/);
});

Deno.test("The task page says how large the page is, which is within its limit", async () => {
  const lines = (await build()).trimEnd().split("\n");
  const sizes = lines.map((line) => Number(/^ *(\d+) /.exec(line)![1]));
  const sum = sizes.pop()!;
  assertEquals(sizes.reduce((all, size) => all + size, 0), sum);
  assertMatch(lines.at(-1)!, / of 170000$/);
  assert(sum > 50_000 && sum <= 170_000, `${sum} bytes`);
});

Deno.test("The page asks no other host, and has no inline code", async () => {
  await build();
  const index = Deno.readTextFileSync(`${DIST}/index.html`);
  const assets = filesIn(`${DIST}/assets`);
  const linked = [...index.matchAll(/(?:src|href)="([^"]*)"/g)].map(([_, url = ""]) => url);
  for (const url of linked.filter((url) => url !== "/openapi.json")) {
    assert(assets.has(url.replace("/assets/", "")), url);
  }
  assert(linked.some((url) => url.endsWith(".css")) && linked.some((url) => url.endsWith(".js")));
  assertEquals(index.match(/<style|style=|<script>|\son\w+=/g), null);
  for (const [name, text] of assets) {
    // No rule of the style sheet loads anything, no script is made from text.
    if (name.endsWith(".css")) assertEquals(text.match(/url\(|@import/g), null);
    if (name.endsWith(".js")) assertEquals(text.match(/\beval\(|\bnew Function\b/g), null, name);
  }
});
