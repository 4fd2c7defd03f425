import type { Format } from "../../core/mod.ts";
import { type PagesByCode, readCsv } from "../../core/report/csv.ts";

/** Reads the pages of each domain of an answer, in its order, in whatever format it is. */
export function readPages(text: string, format: Format): PagesByCode {
  if (format === "csv") return readCsv(text);
  const domains: PagesByCode = new Map();
  if (format === "json") {
    for (const { domain_code, pages } of JSON.parse(text).domains) domains.set(domain_code, pages);
    return domains;
  }
  for (const line of text.split("\n").slice(0, -1)) {
    const { domain_code, rank, views, title } = JSON.parse(line);
    domains.set(domain_code, [...domains.get(domain_code) ?? [], { rank, views, title }]);
  }
  return domains;
}
