import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import type { Ties } from "../core/rank/page.ts";
import { naiveReport, rankNaively } from "./naive_ranker.ts";

/** A dump with the report that it has to give. */
export interface GoldenCase {
  /** The folder that holds the case. */
  name: string;
  /** The name of the dump's file; one that ends in `.gz` is gzipped. */
  dumpName: string;
  /** The plain text of the dump. */
  dump: string;
  /** The denylist; none if there is none. */
  denylist?: string;
  /** What to rank, where it is not what is ranked by default. */
  options?: { top?: number; ties?: Ties };
}

/** The files of a case by their names: the dump, the denylist and options it has, the report. */
export function goldenFiles(golden: GoldenCase): Map<string, Uint8Array> {
  const dump = Buffer.from(golden.dump);
  const denylist = golden.denylist === undefined ? undefined : Buffer.from(golden.denylist);
  const { top = 25, ties = "row" } = golden.options ?? {};
  const report = naiveReport(golden.dumpName, rankNaively(dump, { top, ties, denylist }));

  const files = new Map<string, Uint8Array>();
  const isGzip = golden.dumpName.endsWith(".gz");
  files.set(golden.dumpName, isGzip ? gzipSync(dump, { level: 9 }) : dump);
  if (denylist !== undefined) files.set("denylist", denylist);
  if (golden.options !== undefined) {
    files.set("options.json", Buffer.from(JSON.stringify(golden.options, null, 2) + "\n"));
  }
  files.set("expected.csv", Buffer.from(report));
  return files;
}
