/** An entry of a feed. */
export interface AtomEntry {
  /** An IRI that stands for it for ever. */
  id: string;
  title: string;
  /** When it came, as `2026-09-10T18:00:00Z`. */
  updated: string;
  /** Where what it tells of is, if that is known. */
  link?: string | undefined;
  /** What it says, as HTML. */
  html: string;
}

/** A feed. */
export interface AtomFeed {
  /** An IRI that stands for it for ever. */
  id: string;
  title: string;
  subtitle: string;
  updated: string;
  /** Its own URL. */
  self: string;
  /** Where what it tells of is, if that is known. */
  link?: string | undefined;
  author: string;
  entries: readonly AtomEntry[];
}

/** Writes a feed as Atom, RFC 4287. */
export function encodeAtom(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escapeXml(feed.id)}</id>`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <subtitle>${escapeXml(feed.subtitle)}</subtitle>`,
    `  <updated>${feed.updated}</updated>`,
    `  <author><name>${escapeXml(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
    ...linkTo(feed.link).map((line) => `  ${line}`),
    ...feed.entries.flatMap((entry) => [
      "  <entry>",
      `    <id>${escapeXml(entry.id)}</id>`,
      `    <title>${escapeXml(entry.title)}</title>`,
      `    <updated>${entry.updated}</updated>`,
      ...linkTo(entry.link).map((line) => `    ${line}`),
      `    <content type="html">${escapeXml(entry.html)}</content>`,
      "  </entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}

/** Makes a text fit to stand in XML or HTML; what XML cannot have at all becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    // deno-lint-ignore no-control-regex
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function linkTo(url: string | undefined): string[] {
  return url === undefined ? [] : [`<link rel="alternate" href="${escapeXml(url)}"/>`];
}
