import { redactUrl, redactUrls } from "../../core/redact_urls.ts";

/** What is quoted. Each begins at a quote and ends at the next one: nothing is looked at twice. */
const QUOTED = /"[^"]*"|'[^']*'/g;

/** Where the program is, in what Deno says of a thread that failed. */
const MODULE_FOLDER = /file:\/\/\S*\//g;

/** Leaves of quoted paths in a message only the last parts: `Cannot open "/srv/a.gz"` → `"a.gz"`. */
export function redactPaths(message: string): string {
  return redactUrls(message).replace(QUOTED, (quoted) => {
    const quote = quoted[0];
    return `${quote}${redactPath(quoted.slice(1, -1))}${quote}`;
  }).replace(MODULE_FOLDER, "");
}

/** Leaves of a path only its last part, and of a URL all but its secrets: older manifests have them. */
export function redactPath(path: string): string {
  if (/^https?:\/\//i.test(path)) return redactUrl(path);
  return path.split(/[/\\]/).findLast((name) => name !== "") ?? "";
}
