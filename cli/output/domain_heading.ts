import { formatCount } from "../../core/format_count.ts";
import { projectOf } from "../../core/mod.ts";

/** Heads what is shown of a domain: `en.wikipedia, mobile · en.m · 351,999 views`. */
export function domainHeading(code: string, views: number): string {
  const { project, access } = projectOf(code);
  return `${project}, ${access === "all" ? "desktop and mobile" : access} · ${code || '""'} · ` +
    `${formatCount(views)} views`;
}
