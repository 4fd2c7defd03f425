import { rethrowPermission } from "../../permission_error.ts";
import { redactUrl } from "../../redact_urls.ts";
import { FetchError, type FetchErrorCode } from "./fetch_error.ts";

/** Options of {@linkcode httpGet}. */
export interface HttpGetOptions {
  /** What to fetch with. */
  fetch: typeof fetch;
  /** Who asks, as `wikitop/1.0.0 (https://example.org/) Deno/2.9.6`; without it Wikimedia refuses. */
  userAgent: string;
  /** The `ETag` of what is there already; its answer may then be 304. */
  etag?: string | null | undefined;
  /** Other headers to send. */
  headers?: Record<string, string> | undefined;
  /**
   * The method.
   *
   * @default {"GET"}
   */
  method?: "GET" | "HEAD" | undefined;
  /**
   * The hosts, with their ports, that a redirect may lead to besides the one that was asked.
   *
   * @default {[]}
   */
  hosts?: readonly string[] | undefined;
  /** Ends the request. */
  signal?: AbortSignal | undefined;
}

/** The statuses that the caller makes sense of. */
const WANTED = [200, 206, 304, 404, 416];
const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 5;

/** For no longer is a server left alone, whatever it asks for, in milliseconds. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;

/** The statuses of a server in trouble that may be over soon. */
const TRANSIENT = [408, 425, 429, 500, 502, 503, 504];

/**
 * Asks a server for a URL, and puts what may come of it into words.
 *
 * @param url The URL.
 * @param options How to ask.
 * @returns The answer, of status 200, 206, 304, 404 or 416; who gets it reads its body or cancels it.
 * @throws {FetchError} If the server cannot be reached or answers otherwise.
 */
export async function httpGet(url: string, options: HttpGetOptions): Promise<Response> {
  const { userAgent, etag, hosts = [] } = options;
  const headers = new Headers({ ...options.headers, "user-agent": userAgent });
  if (etag) headers.set("if-none-match", etag);
  const target = new URL(url);
  let place = withoutCredentials(target);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    // Who is meant to see a password is the server that it was typed for, and no other.
    if (new URL(place).origin === target.origin) authorize(headers, target);
    else headers.delete("authorization");
    const response = await request(place, headers, options);
    if (WANTED.includes(response.status)) return response;
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (!REDIRECTS.includes(response.status) || location === null) {
      const { transient, retryAfter } = patience(response);
      throw new FetchError(
        `Cannot fetch "${url}": status is ${response.status}, ${meaning(url, response, userAgent)}`,
        { code: codeOf(url, response.status), transient, retryAfter },
      );
    }
    const next = URL.canParse(location, place) ? new URL(location, place) : undefined;
    if (next === undefined) {
      throw new FetchError(
        `Cannot fetch "${url}": it redirects to "${redactUrl(location)}", which is not a URL; ` +
          "choose another source",
        { code: "redirect" },
      );
    }
    if (next.protocol === "http:" && place.startsWith("https:")) {
      throw new FetchError(
        `Cannot fetch "${url}": it redirects to "${next.href}", which is not encrypted; ` +
          "choose another source",
        { code: "redirect" },
      );
    }
    if (next.host !== target.host && !hosts.includes(next.host)) {
      throw new FetchError(
        `Cannot fetch "${url}": it redirects to "${next.host}", which is none of the sources`,
        { code: "untrusted-host" },
      );
    }
    place = withoutCredentials(next);
  }
  throw new FetchError(
    `Cannot fetch "${url}": it redirects more than ${MOST_REDIRECTS} times, in a circle perhaps; ` +
      "choose another source",
    { code: "redirect" },
  );
}

/** A URL as it may be fetched: some runtimes refuse one with a password. */
function withoutCredentials({ href }: URL): string {
  const url = new URL(href);
  url.username = url.password = "";
  return url.href;
}

/** Sends the user name and password of a URL, if it has them. */
function authorize(headers: Headers, { username, password }: URL): void {
  if (username === "" && password === "") return;
  const bytes = new TextEncoder().encode(`${decode(username)}:${decode(password)}`);
  headers.set("authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
}

/** What a part of a URL stands for; a lone `%` is taken as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

async function request(
  url: string,
  headers: Headers,
  { fetch, method = "GET", signal }: HttpGetOptions,
): Promise<Response> {
  try {
    return await fetch(url, { method, headers, redirect: "manual", signal: signal ?? null });
  } catch (cause) {
    signal?.throwIfAborted();
    rethrowPermission(cause);
    if (!(cause instanceof TypeError)) throw cause;
    const reason = networkProblem(cause, url);
    const isUntrusted = /certificate/i.test(reason);
    const isTime = /expired|not ?valid ?yet/i.test(reason);
    const clock = `, or this machine's clock is wrong, which shows "${new Date().toISOString()}"`;
    throw new FetchError(
      `Cannot fetch "${url}": ${reason}; ${
        isUntrusted
          ? `the server is not who it should be${isTime ? clock : ""}`
          : "check the network and the address"
      }`,
      { cause, code: isUntrusted ? "certificate" : "network", transient: !isUntrusted },
    );
  }
}

/** What went wrong below HTTP, without the words of the runtime that only its makers understand. */
function networkProblem(error: TypeError, url: string): string {
  // Fetch says "error sending request" and keeps the reason to itself.
  const written = error.cause instanceof Error ? error.cause.message : error.message;
  if (/\bdns error\b|ENOTFOUND|EAI_AGAIN/.test(written)) {
    return `host "${new URL(url).hostname}" cannot be found`;
  }
  return written.replace(/^error sending request for url \(.*?\): /, "")
    .replace(/client error \(\w+\): |tcp connect error: | \(os error \d+\)/g, "");
}

function patience({ status, headers }: Response): { transient: boolean; retryAfter: number } {
  const after = headers.get("retry-after") ?? "0";
  // By the server's clock, for this one may be wrong.
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  const wait = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
  return {
    transient: TRANSIENT.includes(status),
    retryAfter: Number.isNaN(wait) ? 0 : Math.min(Math.max(0, wait), LONGEST_RETRY_AFTER_MS),
  };
}

/** Wikimedia's servers refuse who does not say who they are. */
function isWikimedia(url: string): boolean {
  return /(^|\.)wikimedia\.org$/.test(new URL(url).hostname);
}

function codeOf(url: string, status: number): FetchErrorCode {
  if (status === 403 && isWikimedia(url)) return "refused-user-agent";
  return status === 429 || status === 503 ? "busy" : "status";
}

function meaning(
  url: string,
  { status, statusText, headers }: Response,
  userAgent: string,
): string {
  if (status === 403) {
    return isWikimedia(url)
      ? `the server refuses the User-Agent "${userAgent}"`
      : "the server does not allow it, or has no such file; try another source";
  }
  if (status === 429 || status === 503) {
    const after = headers.get("retry-after");
    const unit = /^\d+$/.test(after ?? "") ? " s" : "";
    return `the server is busy; try again ${after === null ? "later" : `after ${after}${unit}`}`;
  }
  return `${statusText || "unexpected response"}; try again later or another source`;
}
