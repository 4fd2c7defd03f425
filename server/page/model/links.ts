import type { Period } from "../../../core/time/period.ts";

/** The URL of an article, by its host and its title as the dumps write it. */
export function articleUrl(host: string, title: string): string {
  const encoded = encodeURIComponent(title.toWellFormed());
  // Browsers resolve these segments away, even if they are encoded.
  if (hasDots(title)) return `https://${host}/w/index.php?title=${encoded}`;
  return `https://${host}/wiki/${encoded.replace(/%(?:2F|3A|2C|40|3B|24)/g, decodeURIComponent)}`;
}

/** The URL of an article's history, as it was when a period ended. */
export function historyUrl(host: string, title: string, { end }: Period): string {
  const query = new URLSearchParams({
    title: title.toWellFormed(),
    action: "history",
    offset: end.replace(/\D/g, ""),
  });
  return `https://${host}/w/index.php?${query}`;
}

/** Where news are searched for that speak of a title, without what it has in brackets. */
export function newsUrl(title: string): string {
  const words = title.toWellFormed().replaceAll("_", " ");
  const name = words.replace(/ \([^)]*\)$/, "") || words;
  return `https://duckduckgo.com/?${new URLSearchParams({ q: name, iar: "news", ia: "news" })}`;
}

/** Where this server shows all that it has of a title. */
export function titlePath(project: string, title: string): string {
  const encoded = encodeURIComponent(title.toWellFormed());
  // A segment of dots would be resolved away; as a part of a longer one it is not.
  const path = hasDots(title) ? encoded : encoded.replaceAll("%2F", "/").replaceAll("%3A", ":");
  return `/page/${encodeURIComponent(project)}/${path}`;
}

/** Whether a part of a title between slashes is `.` or `..`. */
function hasDots(title: string): boolean {
  return title.split("/").some((part) => part === "." || part === "..");
}
