import { createSha256 } from "../../core/node/sha256.ts";
import { Problem } from "./problem.ts";

/** Decides who may have hours made; reading is open to all. */
export interface Auth {
  /** Throws a {@linkcode Problem} if whoever sent a request may not have hours made. */
  check(request: Request): void;
}

/** Lets those have hours made who send the token; all, if there is none; nobody on a read-only server. */
export function createAuth(
  { readOnly, token }: { readOnly: boolean; token?: string | undefined },
): Auth {
  const right = token === undefined ? undefined : digest(`Bearer ${token}`);
  return {
    check(request) {
      if (readOnly) {
        throw new Problem("read-only", "Cannot make hours: this server only reads what is stored");
      }
      // Digests take the same time to compare however much of the token is right.
      if (right === undefined || digest(request.headers.get("authorization") ?? "") === right) {
        return;
      }
      throw new Problem(
        "unauthorized",
        'Cannot make hours without the token: send it as "Authorization: Bearer TOKEN"; ' +
          "hours that are stored can be read without it",
        { headers: { "www-authenticate": 'Bearer realm="wikitop"' } },
      );
    },
  };
}

function digest(text: string): string {
  const hash = createSha256();
  hash.update(new TextEncoder().encode(text));
  return hash.digest();
}
