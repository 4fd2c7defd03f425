import { redactUrls } from "../core/redact_urls.ts";

/**
 * Makes a text that comes from outside fit to be printed, with U+FFFD for what is not: a terminal
 * obeys control characters, and turns the line around for some invisible ones.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, "\uFFFD");
}

/**
 * Makes a message, or what people are shown, fit to be printed, whatever it quotes; its lines stay.
 * All that is not data goes to the terminal through here. The secrets of URLs are hidden before, in
 * core; a message of a runtime may have some nevertheless.
 */
export function printableLines(text: string): string {
  return redactUrls(text).split("\n").map(printable).join("\n");
}

/** A title as people read it, with spaces. */
export function printableTitle(title: string): string {
  return printable(title).replaceAll("_", " ");
}
