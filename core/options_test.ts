import { assertThrows } from "@std/assert";
import { createProducer, HttpSource, make, rankHour } from "./mod.ts";
import { assertRejects } from "@std/assert";
import { Hour } from "./mod.ts";
import { storeIn } from "./testing/store_hour.ts";

const dump = () => new Blob(["en Ada 1 0\n"]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>;

Deno.test("rankHour() refuses an option that it does not have", async () => {
  const options = { topp: 3 } as object;
  await assertRejects(
    () => rankHour(dump(), options),
    TypeError,
    'Cannot use option "topp" of rankHour: there is top, ties, denylist, gunzip',
  );
});

Deno.test("make() refuses an option that it does not have", async () => {
  const options = { sources: [], denyList: undefined };
  const makeIt = () => make(Hour.parse("2026-09-10T18"), options);
  await assertRejects(
    makeIt,
    TypeError,
    'Cannot use option "denyList" of make: there is sources, ',
  );
});

Deno.test("createProducer() refuses an option that it does not have", () => {
  const options = { sources: [], store: storeIn("nowhere"), workers: 3 };
  assertThrows(
    () => createProducer(options),
    TypeError,
    'Cannot use option "workers" of createProducer: there is ',
  );
});

Deno.test("HttpSource refuses an option that it does not have", () => {
  const options = { fetch, userAgent: "a", retry: 3 } as unknown as ConstructorParameters<
    typeof HttpSource
  >[1];
  assertThrows(
    () => new HttpSource("https://example.org/", options),
    TypeError,
    'Cannot use option "retry" of HttpSource: there is fetch, userAgent, hosts, clock, ',
  );
});
