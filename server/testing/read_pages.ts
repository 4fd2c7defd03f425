import type { Format, RankedPage } from "../../core/mod.ts";
import { type PagesByCode, readCsv } from "../../core/report/read_csv.ts";

/** Reads the pages of each domain of an answer, in its order, in whatever format it is. */
export function readPages(text: string, format: Format): PagesByCode {
  if (format === "csv") return readCsv(text);
  const domains: PagesByCode = new Map();
  if (format === "json") {
    for (const { domain_code, pages } of JSON.parse(text).domains) {
      domains.set(domain_code, pages.map(pageOf));
    }
    return domains;
  }
  for (const line of text.split("\n").slice(0, -1)) {
    const { domain_code, ...page } = JSON.parse(line);
    domains.set(domain_code, [...domains.get(domain_code) ?? [], pageOf(page)]);
  }
  return domains;
}

/** A page as it is written, which has a mobile share or null. */
function pageOf(
  { rank, views, title, mobile_share }: Omit<RankedPage, "mobileShare"> & {
    mobile_share: number | null;
  },
): RankedPage {
  const page = { rank, views, title };
  return mobile_share === null ? page : { ...page, mobileShare: mobile_share };
}
