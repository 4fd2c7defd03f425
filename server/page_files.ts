import { Answer } from "./http/answer.ts";
import { SECURITY_HEADERS } from "./http/security_headers.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** The files of the page, by their paths as in URLs. */
export type PageFiles = ReadonlyMap<string, Answer>;

/** Where `deno task page` puts what it builds. */
const BUILT = new URL("./page/dist/", import.meta.url);

/**
 * Reads the files of the page into memory.
 *
 * @returns The files, `undefined` if the page has not been built.
 */
export async function readPageFiles(): Promise<PageFiles | undefined> {
  const files = new Map<string, Answer>();
  try {
    files.set("/", await prepare(new URL("index.html", BUILT), "no-cache"));
    for await (const { name } of Deno.readDir(new URL("assets/", BUILT))) {
      // The names change with the contents.
      const forever = "public, max-age=31536000, immutable";
      files.set(`/assets/${name}`, await prepare(new URL(`assets/${name}`, BUILT), forever));
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  return files;
}

async function prepare(url: URL, cacheControl: string): Promise<Answer> {
  const ending = url.pathname.replace(/^.*\./, "");
  return await Answer.of(await Deno.readFile(url), {
    type: TYPES[ending] ?? "application/octet-stream",
    cacheControl,
    headers: { ...SECURITY_HEADERS, "vary": "Accept-Encoding" },
  });
}
