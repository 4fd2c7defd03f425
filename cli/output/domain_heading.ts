import { formatCount } from "../../core/format_count.ts";
import { projectOf } from "../../core/mod.ts";
import { printable } from "../printable.ts";

/** Heads what is shown of a domain: `en.wikipedia, mobile · en.m · 351,999 views`. */
export function domainHeading(code: string, views: number): string {
  const { project, access } = projectOf(code);
  const readers = access === "all" ? "desktop and mobile" : access;
  return `${printable(project)}, ${readers} · ${printable(code) || '""'} · ` +
    `${formatCount(views)} views`;
}
