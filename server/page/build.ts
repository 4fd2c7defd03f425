/**
 * Puts the page together: server/page/dist/index.html, and its files in server/page/dist/assets/,
 * whose names change with their contents. The task `page` bundles the scripts first.
 *
 * @module
 */

import { hashedName, minifyCss, sizeReport } from "./assets.ts";

const PAGE = "server/page";
const BUNDLE = `${PAGE}/dist/bundle`;
const ASSETS = `${PAGE}/dist/assets`;

const encoder = new TextEncoder();
const files = new Map<string, Uint8Array<ArrayBuffer>>();

const scripts = namesIn(BUNDLE);
for (const name of scripts.filter((name) => name !== "main.js")) {
  files.set(name, Deno.readFileSync(`${BUNDLE}/${name}`));
}
const main = Deno.readFileSync(`${BUNDLE}/main.js`);
const css = namesIn(`${PAGE}/style`).map((name) => Deno.readTextFileSync(`${PAGE}/style/${name}`));
const named = {
  "main.js": await add("main.js", main),
  "page.css": await add("page.css", encoder.encode(minifyCss(css.join("\n")))),
  "favicon.svg": await add("favicon.svg", Deno.readFileSync(`${PAGE}/favicon.svg`)),
};

// What the script needs at once is asked for with it, not after it.
const needed = [...new TextDecoder().decode(main).matchAll(/from\s*"\.\/([^"]+)"/g)]
  .map(([_, name]) => `<link rel="modulepreload" href="/assets/${name}">\n`);
const index = Deno.readTextFileSync(`${PAGE}/index.html`)
  .replace(/\/assets\/([a-z.]+)/g, (_, name: keyof typeof named) => `/assets/${named[name]}`)
  .replace(/^ *(?=<\/head>)/m, needed.join(""));

Deno.removeSync(BUNDLE, { recursive: true });
for (const name of namesIn(ASSETS)) Deno.removeSync(`${ASSETS}/${name}`);
Deno.mkdirSync(ASSETS, { recursive: true });
for (const [name, content] of files) Deno.writeFileSync(`${ASSETS}/${name}`, content);
Deno.writeTextFileSync(`${PAGE}/dist/index.html`, index);

const report = await sizeReport(new Map([["index.html", encoder.encode(index)], ...files]));
console.log(report.text);
if (report.excess > 0) {
  console.error(
    `Cannot build the page: it is ${report.excess} bytes above its limit; make it smaller`,
  );
  Deno.exit(1);
}

async function add(name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const hashed = await hashedName(name, content);
  files.set(hashed, content);
  return hashed;
}

function namesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
