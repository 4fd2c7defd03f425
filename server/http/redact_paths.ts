/** What is quoted. Each begins at a quote and ends at the next one: nothing is looked at twice. */
const QUOTED = /"[^"]*"|'[^']*'/g;

/** Where the program is, in what Deno says of a thread that failed. */
const MODULE_FOLDER = /file:\/\/\S*\//g;

/**
 * Takes the folders out of a message, which are nobody's business outside of this machine.
 *
 * @param message A message with quoted paths, as `Cannot open "/srv/dumps/a.gz": …`.
 * @returns The message with the last parts of the paths only, as `Cannot open "a.gz": …`.
 */
export function withoutFolders(message: string): string {
  return message.replace(QUOTED, (quoted) => {
    const quote = quoted[0];
    return `${quote}${withoutFolder(quoted.slice(1, -1))}${quote}`;
  }).replace(MODULE_FOLDER, "");
}

/**
 * Takes the folders off a place, unless it is a URL.
 *
 * @param place A URL or path.
 * @returns The URL, or the last part of the path.
 */
export function withoutFolder(place: string): string {
  if (/^https?:\/\//i.test(place)) return place;
  return place.split(/[/\\]/).findLast((name) => name !== "") ?? "";
}
