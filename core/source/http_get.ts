/** Options of {@linkcode httpGet}. */
export interface HttpGetOptions {
  /** What to fetch with. */
  fetch: typeof fetch;
  /** Who asks, as `wikitop/1.0.0 (https://example.org/) Deno/2.9.6`; without it Wikimedia refuses. */
  userAgent: string;
  /** The `ETag` of what is there already; its answer may then be 304. */
  etag?: string | null;
}

/**
 * Asks a server for a URL, and puts what may come of it into words.
 *
 * @param url The URL.
 * @param options How to ask.
 * @returns The answer, of status 200, 304 or 404; who gets it reads its body or cancels it.
 * @throws {Error} If the server cannot be reached or answers otherwise.
 */
export async function httpGet(
  url: string,
  { fetch, userAgent, etag }: HttpGetOptions,
): Promise<Response> {
  const headers = new Headers({ "user-agent": userAgent });
  if (etag) headers.set("if-none-match", etag);
  let response: Response;
  try {
    response = await fetch(url, { headers });
  } catch (cause) {
    // Fetch says "error sending request" and keeps the reason to itself.
    if (!(cause instanceof TypeError)) throw cause;
    const reason = cause.cause instanceof Error ? cause.cause.message : cause.message;
    throw new Error(`Cannot fetch "${url}": ${reason}; check the network and the address`, {
      cause,
    });
  }
  if ([200, 304, 404].includes(response.status)) return response;
  await response.body?.cancel();
  throw new Error(
    `Cannot fetch "${url}": status is ${response.status}, ${meaning(response, userAgent)}`,
  );
}

function meaning({ status, statusText, headers }: Response, userAgent: string): string {
  if (status === 403) {
    return `the server refuses the User-Agent "${userAgent}"; say who you are with --contact`;
  }
  if (status === 429 || status === 503) {
    const after = headers.get("retry-after");
    const when = after === null
      ? "later"
      : /^\d+$/.test(after)
      ? `after ${after} s`
      : `after ${after}`;
    return `the server is busy; try again ${when}`;
  }
  return `${statusText || "an answer that is of no use here"}; try again later or another source`;
}
