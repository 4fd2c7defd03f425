/**
 * The URL of an article.
 *
 * @param host The project's host, as `en.wikipedia.org`.
 * @param title The title, as the dumps write it.
 * @returns The URL.
 */
export function articleUrl(host: string, title: string): string {
  const encoded = encodeURIComponent(title.toWellFormed());
  // Browsers resolve these segments away, even if they are encoded.
  if (title.split("/").some((part) => part === "." || part === "..")) {
    return `https://${host}/w/index.php?title=${encoded}`;
  }
  return `https://${host}/wiki/${encoded.replace(/%(?:2F|3A|2C|40|3B|24)/g, decodeURIComponent)}`;
}
