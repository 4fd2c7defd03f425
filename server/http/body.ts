import { type Clock, systemClock } from "../../core/mod.ts";
import { Problem } from "./problem.ts";

/** How long a body may be, in bytes: room for two hours, however they are written. */
const MAX_BODY = 4096;

/** How long it may take to come, in milliseconds, and how many may come at the same time. */
const MAX_BODY_MS = 5000;
const MAX_BODIES = 64;
const AGAIN_SECONDS = 5;

let bodies = 0;

/**
 * Reads the JSON object in the body of a request, each of whose values is a string or a whole number;
 * gives them as they were written. Throws a {@linkcode Problem} if the body is no such object, or has
 * other names than the known ones.
 */
export async function readJson<Name extends string>(
  request: Request,
  known: readonly Name[],
  clock: Clock = systemClock,
): Promise<Partial<Record<Name, string>>> {
  // A form of another site could send anything else without being asked first.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new Problem("unsupported-type", "Cannot read the body: send it as application/json");
  }
  const example = JSON.stringify(Object.fromEntries(known.map((name) => [name, "2026-09-10T18"])));
  let value: unknown;
  try {
    value = JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(await readBody(request, clock)),
    );
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof TypeError)) throw cause;
    throw new Problem("bad-parameter", `Cannot read the body: it is not JSON; write ${example}`, {
      cause,
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem("bad-parameter", `Cannot read the body: it is no object; write ${example}`);
  }
  const read: Partial<Record<Name, string>> = {};
  for (const [name, written] of Object.entries(value)) {
    const key = known.find((other) => other === name);
    if (key === undefined || !["string", "number"].includes(typeof written)) {
      const why = key === undefined ? "there is no such value" : "it is no string";
      throw new Problem("bad-parameter", `Cannot use "${name}": ${why}; write ${example}`);
    }
    read[key] = String(written);
  }
  return read;
}

/** What can be told by the headers is, before anything is read. */
async function readBody(request: Request, clock: Clock): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const tooLarge = `Cannot read the body: it is longer than ${MAX_BODY} bytes`;
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY) {
    throw new Problem("too-large", tooLarge);
  }
  if (bodies >= MAX_BODIES) {
    const problem = `${bodies} others are being read; try again later`;
    throw new Problem("too-many-bodies", `Cannot read the body: ${problem}`, {
      retryAfter: AGAIN_SECONDS,
    });
  }
  const reader = request.body.getReader();
  const done = new AbortController();
  bodies++;
  let isSlow = false;
  void clock.sleep(MAX_BODY_MS, done.signal).then(() => {
    isSlow = true;
    return reader.cancel();
  }).catch(() => {}); // It came in time, or its connection is broken.
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunksOf(reader)) {
      length += chunk.length;
      if (length > MAX_BODY) throw new Problem("too-large", tooLarge);
      chunks.push(chunk);
    }
  } finally {
    bodies--;
    done.abort();
    reader.cancel().catch(() => {}); // What is left of it is not read.
  }
  if (isSlow) {
    const seconds = MAX_BODY_MS / 1000;
    throw new Problem("too-slow", `Cannot read the body: it did not come within ${seconds} s`);
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

async function* chunksOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (cause) {
    // Nobody reads the answer any more, but it is not the server that failed.
    if (!(cause instanceof Deno.errors.BadResource)) throw cause;
    throw new Problem("bad-parameter", "Cannot read the body: it is cut short or malformed", {
      cause,
    });
  }
}
