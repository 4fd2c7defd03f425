import type { Access } from "../../../core/wiki/project.ts";
import type { Domain } from "../data/top.ts";

/**
 * Picks the domain that is shown.
 *
 * @param domains The domains of a project.
 * @param access How its readers are to have come, if that was said.
 * @returns That domain, or else the one of the desktop, or else any.
 */
export function pickDomain(
  domains: readonly Domain[],
  access: Access | undefined,
): Domain | undefined {
  const by = (wanted: Access | undefined) => domains.find((domain) => domain.access === wanted);
  return by(access) ?? by("desktop") ?? domains[0];
}
