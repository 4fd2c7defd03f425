import { Answer } from "../http/answer.ts";
import type { PageFiles } from "../routes/page.ts";

/** A page of a few lines. */
export async function smallPage(): Promise<PageFiles> {
  const answer = (text: string, type: string, cacheControl: string) =>
    Answer.of(new TextEncoder().encode(text), {
      type,
      cacheControl,
      headers: { vary: "Accept-Encoding" },
    });
  return new Map([
    ["/favicon.ico", await answer("<svg/>", "image/svg+xml", "max-age=86400")],
    ["/", await answer("<!doctype html>\n", "text/html; charset=utf-8", "no-cache")],
    [
      "/assets/main-1.js",
      await answer("export {};\n", "text/javascript; charset=utf-8", "public, immutable"),
    ],
  ]);
}
