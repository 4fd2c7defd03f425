import { assertEquals, assertRejects } from "@std/assert";
import { DumpError } from "../dump/dump_error.ts";
import { parsePeriod } from "../time/period.ts";
import { readSum } from "./read_sum.ts";
import type { Dump, Source } from "./source.ts";

const DAY = parsePeriod("2026-09-10");
const CHANGED = "Thu, 10 Sep 2026 06:00:00 GMT";

/** A source that has a sum, or none. */
function sourceOf(text: string | undefined, onCancel = () => {}): Source {
  const openSum = (): Promise<Dump | undefined> => {
    if (text === undefined) return Promise.resolve(undefined);
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
      cancel: onCancel,
    }, { highWaterMark: 0 });
    return Promise.resolve({
      url: "sum",
      body,
      length: text.length,
      etag: null,
      lastModified: CHANGED,
    });
  };
  const open = () => Promise.reject(new Error("no hour is wanted"));
  return { open, openIfChanged: open, openSum };
}

const read = ({ body }: Dump) => new Response(body).text();

Deno.test("readSum() reads the first sum that there is, and tells of its bytes", async () => {
  const opened: string[] = [];
  const told: number[] = [];
  const found = await readSum(DAY, {
    sources: [sourceOf(undefined), sourceOf("de A 7 0\n"), sourceOf("de B 9 0\n")],
    onOpen: ({ url }) => opened.push(url),
    onChunk: (_, bytes) => told.push(bytes),
    read,
  });
  assertEquals([found, opened, told], [{ value: "de A 7 0\n" }, ["sum"], [9]]);
  assertEquals(await readSum(DAY, { sources: [sourceOf(undefined)], read }), undefined);
});

Deno.test("readSum() leaves one that is known, and reads it once it has changed", async () => {
  let cancelled = 0;
  const sources = [sourceOf("de A 7 0\n", () => void cancelled++)];
  const known = { url: "sum", etag: null, last_modified: CHANGED };
  assertEquals(await readSum(DAY, { sources, known, read }), { value: undefined });
  assertEquals(cancelled, 1);
  const older = { ...known, last_modified: "Wed, 09 Sep 2026 06:00:00 GMT" };
  assertEquals(await readSum(DAY, { sources, known: older, read }), { value: "de A 7 0\n" });
});

Deno.test("readSum() names the sum that is damaged, and passes on what else is wrong", async () => {
  const sources = [sourceOf("de A 7 0\n")];
  const damaged = new DumpError("read", "it is cut short");
  const error = await assertRejects(
    () => readSum(DAY, { sources, read: () => Promise.reject(damaged) }),
    Error,
    'Cannot use dump "sum" of day "2026-09-10": it is cut short',
  );
  assertEquals(error.cause, damaged);
  const other = new TypeError("a fault of the program");
  await assertRejects(
    () => readSum(DAY, { sources, read: () => Promise.reject(other) }),
    TypeError,
  );
  const ended = AbortSignal.abort(new Error("it is over"));
  await assertRejects(() => readSum(DAY, { sources, signal: ended, read }), Error, "it is over");
});
