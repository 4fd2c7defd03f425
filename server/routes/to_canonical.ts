/**
 * Sends a client to the one URL that a thing has.
 *
 * @param path The path of that URL.
 * @param url The URL that was asked for, whose query goes along.
 * @returns The response.
 */
export function toCanonical(path: string, url: URL): Response {
  return new Response(null, {
    status: 308,
    headers: { "location": path + url.search, "access-control-allow-origin": "*" },
  });
}
