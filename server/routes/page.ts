import type { PageFiles } from "../page_files.ts";
import { Problem } from "../http/problem.ts";
import type { Resource } from "../http/router.ts";

/**
 * `GET /` and `/assets/…`: the page to look at.
 *
 * @param files Its files, `undefined` if it has not been built.
 * @returns The resource.
 */
export function page(files: PageFiles | undefined): Resource {
  return ({ request, url }) => {
    const file = files?.get(url.pathname);
    if (file !== undefined) return file.respond(request.headers);
    throw new Problem(
      "not-found",
      files === undefined
        ? 'Cannot show the page: it is not built; run "deno task page", and start the server again'
        : `Cannot find "${url.pathname}": the page has no such file; load it again`,
    );
  };
}
