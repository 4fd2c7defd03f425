import { LoopbackServer } from "./loopback_server.ts";
import { SAMPLE } from "./sample.ts";

/** What {@linkcode sampleServer} says of its files. */
export const SAMPLE_HEADERS = {
  etag: '"sample-1"',
  "last-modified": "Thu, 10 Sep 2026 20:04:05 GMT",
} as const;

/**
 * A dumps server that has the sample hour, the same dump for the hour after it, and at `/denylist`
 * its denylist; anything else is not found.
 *
 * @returns The running server.
 */
export function sampleServer(): LoopbackServer {
  const files: Record<string, string> = {
    [SAMPLE.dumpPath]: SAMPLE.dump,
    [SAMPLE.dumpPath.replace("-18", "-19")]: SAMPLE.dump,
    "/denylist": SAMPLE.denylist,
  };
  return new LoopbackServer(async (request) => {
    const file = files[new URL(request.url).pathname];
    if (file === undefined) return new Response("No such file\n", { status: 404 });
    if (request.headers.get("if-none-match") === SAMPLE_HEADERS.etag) {
      return new Response(null, { status: 304 });
    }
    return new Response(await Deno.readFile(file), { headers: SAMPLE_HEADERS });
  });
}
