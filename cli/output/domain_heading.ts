import { formatCount } from "../../core/format_count.ts";
import { type Access, type Edition, projectOf } from "../../core/mod.ts";
import { isOfProjects } from "../../core/rank/edition.ts";
import { printable, wrap } from "../printable.ts";

/**
 * Heads what is shown of a domain: `en.wikipedia, mobile · en.m · 351,999 views`, of a project
 * `en.wikipedia, all readers · 9,370,795 views`; in a narrow terminal on two lines.
 */
export function domainHeading(
  code: string,
  views: number,
  { columns, edition = "each" }: { columns?: number | undefined; edition?: Edition | undefined } =
    {},
): string {
  const { project, access } = projectOf(code);
  const isProject = isOfProjects(edition);
  const name = isProject
    ? `${printable(code)}, all readers`
    : `${printable(project)}, ${accessOf(code, access)}`;
  const rest = `${isProject ? "" : `${printable(code) || '""'} · `}${formatCount(views)} views`;
  const line = `${name} · ${rest}`;
  if (columns === undefined || line.length <= columns) return line;
  return [name, `  ${rest}`].flatMap((part) => wrap(part, columns, "  ")).join("\n");
}

/** How the readers of a domain came, in words. */
export function accessOf(code: string, access: Access): string {
  // Until 2018 some networks did not charge for Wikipedia, and their readers were counted apart.
  if (code.split(".").includes("zero")) return "mobile, free of charge (Wikipedia Zero)";
  return access === "all" ? "desktop and mobile" : access;
}
