import { Hour } from "../../../core/time/hour.ts";
import type { Period } from "../../../core/time/period.ts";
import type { ProblemAnswer } from "./answers.ts";
import { Problem } from "./problem.ts";

/** An answer of the server. */
export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

/** Asks the server for JSON; throws a {@linkcode Problem} if there is none. */
export async function getJson<Body>(
  path: string,
  signal: AbortSignal | null = null,
): Promise<Answer<Body>> {
  return await request(path, { signal });
}

/** Sends the server JSON; throws a {@linkcode Problem} if it does not take it. */
export async function postJson<Body>(path: string, sent: unknown): Promise<Answer<Body>> {
  const headers = { "content-type": "application/json" };
  return await request(path, { method: "POST", body: JSON.stringify(sent), headers });
}

/** The path of a period's report. */
export function pathOf(period: Period): string {
  return period.unit === "hour" ? `/v1/hours/${period}` : `/v1/periods/${period}`;
}

async function request<Body>(path: string, init: RequestInit): Promise<Answer<Body>> {
  let response: Response;
  let body: unknown;
  try {
    const headers = { accept: "application/json", ...init.headers };
    response = await fetch(path, { ...init, headers });
    body = await response.json();
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Problem("network", "The server cannot be reached, or its response was cut short");
  }
  if (response.ok) {
    return { status: response.status, body: body as Body, headers: response.headers };
  }
  const { type, title, detail } = body as ProblemAnswer;
  const retryAfter = Number(response.headers.get("retry-after"));
  throw new Problem(
    type?.split(":").at(-1) ?? "failed",
    detail ?? title ?? `The server responded with status ${response.status}`,
    { retryAfter: retryAfter > 0 ? retryAfter : undefined, hour: hourOf(response.url) },
  );
}

function hourOf(url: string): Hour | undefined {
  const name = /^\/v1\/hours\/(\d{4}-\d{2}-\d{2}T\d{2})/.exec(new URL(url).pathname)?.[1];
  return name === undefined ? undefined : Hour.parse(name);
}
