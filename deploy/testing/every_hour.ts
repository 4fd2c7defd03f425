import { LoopbackServer } from "../../core/testing/loopback_server.ts";
import { SAMPLE } from "../../core/testing/sample.ts";

/** A server that has a dump for every hour there is: the sample's. */
export function everyHour(): LoopbackServer {
  return new LoopbackServer(async ({ url }) => {
    const isDump = /\/\d{4}\/\d{4}-\d\d\/pageviews-\d{8}-\d{6}\.gz$/.test(url);
    return isDump
      ? new Response(await Deno.readFile(SAMPLE.dump))
      : new Response("no", { status: 404 });
  });
}
