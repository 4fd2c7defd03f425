/**
 * The least that Deno can do: one answer to whatever is asked, without a look at it. Prints its URL.
 *
 *     deno run bare_server.ts FILE
 *
 * @module
 */
const body = await Deno.readTextFile(Deno.args[0]);

Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(`http://127.0.0.1:${port}/`),
}, () => new Response(body));
