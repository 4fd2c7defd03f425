import { assertEquals } from "@std/assert";
import { RawConnection } from "./raw_connection.ts";

/** Headers that each server writes in its own way, or not at all. */
const OWN = ["date", "server", "connection", "keep-alive", "etag"];

/**
 * Makes sure that two servers send the same: how fast they do is compared only then.
 *
 * @param a The URL at the one.
 * @param b The URL at the other.
 * @param headers Headers of the request.
 * @throws {AssertionError} If status, headers or body differ.
 */
export async function assertSameAnswer(
  a: string,
  b: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const [one, other] = [await comparable(a, headers), await comparable(b, headers)];
  assertEquals({ ...other, body: "" }, { ...one, body: "" }, `"${a}" is not as "${b}"`);
  assertEquals(other.body === one.body, true, `The bodies of "${a}" and "${b}" differ`);
}

async function comparable(url: string, sent: Record<string, string>) {
  using connection = await RawConnection.open(url);
  const { pathname, search } = new URL(url);
  const { status, headers, body } = await connection.ask({
    path: pathname + search,
    headers: sent,
  });
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return {
    status,
    headers: [...headers].filter(([name]) => !OWN.includes(name)),
    body: digest.join(" "),
  };
}
