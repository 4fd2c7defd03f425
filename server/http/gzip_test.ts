import { assert, assertEquals } from "@std/assert";
import { gzip } from "./gzip.ts";

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).bytes();
}

for (const length of [0, 1, 1400, 32_767, 32_768, 32_769, 65_536, 3_000_000]) {
  Deno.test(`gzip() writes ${length} bytes that are the same again`, async () => {
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = (i * i) >> 7;
    const before = bytes.slice();
    const zipped = await gzip(bytes);
    assertEquals(await gunzip(zipped), before);
    // The bytes may be sent as they are, too.
    assertEquals(bytes, before);
  });
}

Deno.test("gzip() makes text shorter", async () => {
  const bytes = new TextEncoder().encode(
    "2026-09-10T17:00:00Z,en,en.wikipedia,desktop\n".repeat(500),
  );
  assert((await gzip(bytes)).length < bytes.length / 10);
});

Deno.test("gzip() lets others have their turn", async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const large = new Uint8Array(16 * 1024 * 1024);
  for (let offset = 0; offset < large.length; offset += bytes.length) large.set(bytes, offset);
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await gzip(large);
  clearInterval(timer);
  assert(turns > 3, `${turns}`);
});
