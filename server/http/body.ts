import { Problem } from "./problem.ts";

/** How long a body may be, in bytes: room for two hours, however they are written. */
const MAX_BODY = 4096;

/**
 * Reads the JSON object in the body of a request, each of whose values is a string or a whole number;
 * gives them as they were written. Throws a {@linkcode Problem} if the body is no such object, or has
 * other names than the known ones.
 */
export async function readJson<Name extends string>(
  request: Request,
  known: readonly Name[],
): Promise<Partial<Record<Name, string>>> {
  // A form of another site could send anything else without being asked first.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new Problem("unsupported-type", "Cannot read the body: send it as application/json");
  }
  const example = JSON.stringify(Object.fromEntries(known.map((name) => [name, "2026-09-10T18"])));
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await readBody(request)));
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

async function readBody(request: Request): Promise<Uint8Array> {
  const body = new Uint8Array(MAX_BODY);
  let length = 0;
  if (request.body === null) return body.subarray(0, 0);
  for await (const chunk of chunksOf(request.body)) {
    if (length + chunk.length > MAX_BODY) {
      throw new Problem("too-large", `Cannot read the body: it is longer than ${MAX_BODY} bytes`);
    }
    body.set(chunk, length);
    length += chunk.length;
  }
  return body.subarray(0, length);
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    // Nobody reads the answer any more, but it is not the server that failed.
    if (!(cause instanceof Deno.errors.BadResource)) throw cause;
    throw new Problem("bad-parameter", "Cannot read the body: it is cut short or malformed", {
      cause,
    });
  }
}
