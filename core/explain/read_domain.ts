import type { Gunzip } from "../dump/gunzip.ts";
import { scanDomain } from "./scan_domain.ts";
import type { Hour } from "../time/hour.ts";
import { PageList } from "./page_list.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import type { Source } from "../source/source.ts";

/** Options of {@linkcode readDomain}. */
export interface ReadDomainOptions {
  /** The domain code, empty for Wikifunctions. */
  code: string;
  /** Where the dump comes from, in the order in which they are to be asked. */
  sources: readonly Source[];
  /**
   * What to gunzip with.
   *
   * @default {gunzip}
   */
  gunzip?: Gunzip;
  /** Hears of each dump that is opened, by its URL or path. */
  onOpen?: (url: string) => void;
}

/** All pages of a domain in one hour. */
export interface ReadDomain {
  /** The URL or path of the dump. */
  url: string;
  /** The pages, none if the dump does not have the domain. */
  pages: PageList;
  /** The codes of all domains in the dump. */
  codes: string[];
}

/**
 * Reads all pages of a domain from the dump of an hour, from the first source that has it whole.
 *
 * @param hour The hour.
 * @param options Which domain, and from where.
 * @returns The pages.
 * @throws {MissingDumpError} If no source has the dump.
 * @throws {Error} If none has it whole.
 */
export async function readDomain(hour: Hour, options: ReadDomainOptions): Promise<ReadDomain> {
  const failures: Error[] = [];
  for (const source of options.sources) {
    try {
      return await readFrom(source, hour, options);
    } catch (error) {
      if (!(error instanceof Error) || error.name === "NotCapable") throw error;
      failures.push(error);
    }
  }
  throw failures.find((error) => !(error instanceof MissingDumpError)) ?? failures.at(-1);
}

async function readFrom(
  source: Source,
  hour: Hour,
  { code, gunzip, onOpen }: ReadDomainOptions,
): Promise<ReadDomain> {
  const dump = await source.open(hour);
  onOpen?.(dump.url);
  const pages = new PageList();
  let good = false;
  try {
    const sinkOf = (other: string) => other === code ? pages : undefined;
    const codes = await scanDomain(dump.body, sinkOf, { gunzip });
    good = true;
    return { url: dump.url, pages, codes };
  } finally {
    await dump.settle?.(good);
  }
}
