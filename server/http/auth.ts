import { createSha256 } from "../../core/node/sha256.ts";
import { Problem } from "./problem.ts";

/** Who may have hours made. */
export interface Guard {
  /**
   * Lets those pass who may have hours made; reading is open to all.
   *
   * @param request The request.
   * @throws {Problem} If they may not.
   */
  check(request: Request): void;
}

/**
 * Makes a guard.
 *
 * @param options Whether hours are made at all, and the token of those who may have them made;
 * without a token all may.
 * @returns The guard.
 */
export function createGuard({ readOnly, token }: { readOnly: boolean; token?: string }): Guard {
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
