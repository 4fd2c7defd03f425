import { Hour } from "../../../core/time/hour.ts";
import { Problem } from "./problem.ts";

/** An answer that is JSON. */
export interface JsonAnswer {
  /** Its HTTP status. */
  status: number;
  /** Its body. */
  body: unknown;
}

/**
 * Asks the server.
 *
 * @param path The path and query.
 * @param signal Ends the wait.
 * @returns The answer.
 * @throws {Problem} If the server has none, or cannot be reached.
 */
export async function getJson(path: string, signal?: AbortSignal): Promise<JsonAnswer> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, { signal, headers: { accept: "application/json" } });
    body = await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem("network", "The server cannot be reached, or its answer was cut short");
  }
  if (response.ok) return { status: response.status, body };
  const { type, title, detail } = body as { type?: string; title?: string; detail?: string };
  const retryAfter = Number(response.headers.get("retry-after"));
  throw new Problem(
    type?.split(":").at(-1) ?? "failed",
    detail ?? title ?? `The server answered with status ${response.status}`,
    { retryAfter: retryAfter > 0 ? retryAfter : undefined, hour: hourOf(response.url) },
  );
}

/** The hour in the path of a URL: the newest one has a name only there. */
function hourOf(url: string): Hour | undefined {
  const name = /^\/v1\/hours\/(\d{4}-\d{2}-\d{2}T\d{2})/.exec(new URL(url).pathname)?.[1];
  return name === undefined ? undefined : Hour.parse(name);
}
