import { createSha256 } from "../../core/node/sha256.ts";
import { Problem } from "./problem.ts";

/** Decides who may have hours made, and give up what others have asked for; reading is open to all. */
export interface Auth {
  /** Throws a {@linkcode Problem} if whoever sent a request may not have hours made. */
  check(request: Request): void;
  /**
   * Throws a {@linkcode Problem} if nobody can change anything that way: on a server that only reads,
   * from the page of another site, or by a host's name that is not the server's.
   */
  checkOrigin(request: Request): void;
  /** Whether a request has the server's token; never where there is none. */
  isOperator(request: Request): boolean;
}

/** Options of {@linkcode createAuth}. */
export interface AuthOptions {
  /** Whether the server makes no hours. */
  readOnly: boolean;
  /** The token of those who may have hours made; without it all may. */
  token?: string | undefined;
  /** Tells whether the server is called by a host's name. */
  isKnownHost: (hostname: string) => boolean;
}

/** Lets those have hours made who send the token; all, if there is none; nobody on a read-only server. */
export function createAuth({ readOnly, token, isKnownHost }: AuthOptions): Auth {
  const right = token === undefined ? undefined : digest(token);
  const isOperator = (request: Request) => {
    const sent = bearerOf(request);
    // Digests take the same time to compare however much of the token is right.
    return right !== undefined && sent !== undefined && digest(sent) === right;
  };
  const checkOrigin = (request: Request) => {
    if (readOnly) {
      throw new Problem("read-only", "Cannot make hours: this server only reads what is stored");
    }
    refuseOtherSites(request);
    for (const hostname of hostsOf(request)) {
      if (isKnownHost(hostname)) continue;
      // Or a page of that name could have its own name lead here, and be of the same site.
      throw new Problem(
        "unknown-host",
        `Cannot make hours at host "${hostname}": the server is not known by that name; ` +
          "whoever runs it can add the name with --allowed-host",
      );
    }
  };
  return {
    isOperator,
    checkOrigin,
    check(request) {
      checkOrigin(request);
      if (right === undefined || isOperator(request)) return;
      throw unauthorized(
        'Cannot make hours without the token: send it as "Authorization: Bearer TOKEN"; ' +
          "hours that are stored can be read without it",
      );
    },
  };
}

/** What a request has in `Authorization: Bearer …`, the name of the scheme in any case. */
export function bearerOf({ headers }: Request): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
}

/** Says that a request lacks what it takes, and how to send that. */
export function unauthorized(detail: string): Problem {
  return new Problem("unauthorized", detail, {
    headers: { "www-authenticate": 'Bearer realm="wikitop"' },
  });
}

/** What a page of another site has a browser ask, by an image say, nobody has meant to ask. */
function refuseOtherSites(request: Request): void {
  const { headers } = request;
  const origin = headers.get("origin");
  const isOther = headers.has("sec-fetch-site")
    ? headers.get("sec-fetch-site")!.trim().toLowerCase() === "cross-site"
    // Browsers say it only to secure hosts; the origin of a script they say to all.
    : origin !== null && !hostsOf(request).includes(hostOf(origin));
  if (!isOther) return;
  throw new Problem(
    "cross-site",
    "Cannot make hours for the page of another site: ask from the server's own page, or by a " +
      "program; hours that are stored can be read",
  );
}

/** By which names a request calls the server. */
function hostsOf({ url, headers }: Request): string[] {
  const host = headers.get("host");
  return [...new Set([hostOf(url), ...host === null ? [] : [hostOf(`http://${host}`)]])];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, "") : "";
}

function digest(text: string): string {
  const hash = createSha256();
  hash.update(new TextEncoder().encode(text));
  return hash.digest();
}
