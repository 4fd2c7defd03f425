/**
 * Takes the folders out of a message, which are nobody's business outside of this machine.
 *
 * @param message A message with quoted paths, as `Cannot open "/srv/dumps/a.gz": …`.
 * @returns The message with the last parts of the paths only, as `Cannot open "a.gz": …`.
 */
export function withoutFolders(message: string): string {
  return message.replace(/"(?:\.{0,2}\/|[A-Za-z]:\\)[^"]*?([^"/\\]*)[/\\]?"/g, '"$1"');
}

/**
 * Takes the folders off a place, unless it is a URL.
 *
 * @param place A URL or path.
 * @returns The URL, or the last part of the path.
 */
export function withoutFolder(place: string): string {
  return /^https?:\/\//i.test(place) ? place : place.replace(/^.*[/\\]/, "");
}
