import { AssertionError, assertRejects } from "@std/assert";
import { assertSameAnswer } from "./comparison.ts";

const answers: Record<string, () => Response> = {
  "/a": () => new Response("a", { headers: { vary: "Accept", etag: '"1"' } }),
  "/same": () => new Response("a", { headers: { vary: "Accept", etag: '"2"' } }),
  "/body": () => new Response("b", { headers: { vary: "Accept" } }),
  "/header": () => new Response("a"),
  "/status": () => new Response("a", { status: 404, headers: { vary: "Accept" } }),
};

Deno.test("assertSameAnswer sees another body, header or status, and no other tag", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    ({ url }) => answers[new URL(url).pathname]!(),
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  await assertSameAnswer(`${url}/a`, `${url}/same`);
  for (const path of ["/body", "/header", "/status"]) {
    await assertRejects(() => assertSameAnswer(`${url}/a`, url + path), AssertionError);
  }
});
