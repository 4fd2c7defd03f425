import { type Edition, editionOf, EDITIONS } from "../../core/rank/edition.ts";
import type { Arguments } from "./arguments.ts";

/** The editions that `--access` and `--pages` want, in the order in which all are listed. */
export function wantedEditions(args: Arguments): Edition[] {
  const wanted = args.value("access").flatMap((access) =>
    args.value("pages").map((pages) => editionOf(access, pages))
  );
  return EDITIONS.filter((edition) => wanted.includes(edition));
}
