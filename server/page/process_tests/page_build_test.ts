import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const DIST = `${ROOT}server/page/dist`;

async function build(): Promise<{ success: boolean; said: string }> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "-q", "page"],
    cwd: ROOT,
  }).output();
  const decoder = new TextDecoder();
  return { success, said: decoder.decode(stdout) + decoder.decode(stderr) };
}

const namesIn = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("deno task page builds once what has not changed, and may run several times at once", async () => {
  await Deno.remove(`${DIST}/inputs`).catch(() => {});
  const built = await Promise.all([build(), build(), build()]);
  for (const { success, said } of built) assert(success, said);
  assertEquals(namesIn(DIST), ["assets", "index.html", "inputs"]);
  const index = Deno.readTextFileSync(`${DIST}/index.html`);
  const named = new Set([...index.matchAll(/\/assets\/([\w.-]+)/g)].map(([_, name]) => name!));
  const assets = namesIn(`${DIST}/assets`);
  assertEquals([...named].filter((name) => !assets.includes(name)), []);
  const { ino } = Deno.statSync(`${DIST}/index.html`);
  assertEquals(await build(), { success: true, said: "" });
  assertEquals(Deno.statSync(`${DIST}/index.html`).ino, ino);
});
