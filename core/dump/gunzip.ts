import type { Bytes } from "./bytes.ts";

/**
 * Turns the bytes of a gzip file into those of its content; anything short of all is an error. A
 * chunk of these is valid until the next one is asked for.
 *
 * @param file The bytes of a gzip file.
 * @param room Memory in which the next chunk can be put if that saves a copy, asked for anew for
 * each; who cannot use it leaves it.
 * @returns The bytes of its content.
 */
export type Gunzip = (file: ReadableStream<Bytes>, room?: () => Bytes) => ReadableStream<Bytes>;

/**
 * Gunzips with the web's own `DecompressionStream`, which every runtime has.
 *
 * Not every runtime reads a file of several members with it, but none cuts such a file short in
 * silence: it is read whole, or it is an error.
 *
 * @param file The bytes of a gzip file.
 * @returns The bytes of its content.
 */
export function gunzip(file: ReadableStream<Bytes>): ReadableStream<Bytes> {
  let fileFailed = false;
  const input = relay(file, (error) => {
    fileFailed = true;
    return error;
  });
  return relay(input.pipeThrough(new DecompressionStream("gzip")), (cause) => {
    if (fileFailed) return cause;
    return new Error(
      "the gzip data is corrupt, cut short, or has several members, of which DecompressionStream " +
        "reads one",
      { cause },
    );
  });
}

/** The same stream, which fails with what is made of its error. */
function relay(
  stream: ReadableStream<Bytes>,
  onError: (error: unknown) => unknown,
): ReadableStream<Bytes> {
  const reader = stream.getReader();
  return new ReadableStream<Bytes>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(onError(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
}

/**
 * The plain bytes of a dump, gzipped or not, told apart by their first two bytes: names lie, and
 * an HTTP server may have gunzipped a dump on its way.
 *
 * @param dump The bytes of the dump.
 * @param gunzip What to gunzip with.
 * @param room Memory for what is gunzipped, as {@linkcode Gunzip} takes it.
 * @returns The plain bytes.
 */
export async function plainBytes(
  dump: ReadableStream<Bytes>,
  gunzip: Gunzip,
  room?: () => Bytes,
): Promise<ReadableStream<Bytes>> {
  const reader = dump.getReader();
  const head: Bytes[] = [];
  let start: number[] = [];
  while (start.length < 2) {
    const { done, value } = await reader.read();
    if (done) break;
    head.push(value.slice()); // Its memory may be used again.
    start = [...start, ...value.subarray(0, 2)];
  }
  const whole = new ReadableStream<Bytes>({
    async pull(controller) {
      const read = head.length > 0 ? { done: false, value: head.shift() } : await reader.read();
      if (read.value === undefined) controller.close();
      else controller.enqueue(read.value);
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
  return start[0] === 0x1f && start[1] === 0x8b ? gunzip(whole, room) : whole;
}
