import type { Bytes } from "../dump/gunzip.ts";
import { findFinishedHour, type FinishedHour } from "../archive/finished_hour.ts";
import type { Hour } from "../time/hour.ts";
import type { Ranking } from "../rank/rank_hour.ts";
import type { Ties } from "../rank/ranker.ts";
import { type Format, writeReport } from "../report/format.ts";
import { describeReport, type Manifest } from "../report/manifest.ts";
import type { Report } from "../report/report.ts";
import { type EncodedReport, ReportEncoder } from "../report/report_encoder.ts";
import type { FoundDenylist } from "../deny/load_denylist.ts";
import { readDump } from "./read_dump.ts";
import type { Source } from "../source/source.ts";
import { hourKey } from "../archive/layout.ts";
import type { CreateSha256 } from "./sha256.ts";
import type { Store } from "../store/store.ts";
import { TimeSlice } from "../async/time_slice.ts";

/** How an hour is ranked: here, or on a thread of a pool. */
export type RankDump = (
  dump: ReadableStream<Bytes>,
  options: {
    top: number;
    ties: Ties;
    denylist: FoundDenylist | undefined;
    onRead: (chunk: Uint8Array) => void;
  },
) => Promise<Ranking>;

/** What happens on the way to a report. */
export type ProductionEvent =
  | { stage: "open"; url: string; length: number | null; attempt: number }
  | { stage: "read"; bytes: number }
  | { stage: "retry"; error: Error; delay: number }
  | { stage: "ranked"; bytes: number; rows: number };

/** Options of {@linkcode createProducer}. */
export interface ProducerOptions {
  /** Where dumps come from: first the origin, then its mirrors. */
  sources: readonly Source[];
  /** Where finished hours are. */
  store: Store;
  /** The pages to leave out, `undefined` for none. */
  denylist: FoundDenylist | undefined;
  /** The last rank to keep. */
  top: number;
  /** What becomes of pages with equal views. */
  ties: Ties;
  /** How to write reports. */
  format: Format;
  /** Whether to make hours again that are finished: always, or if their dump has changed since. */
  again: "never" | "changed" | "always";
  /** How to rank. */
  rank: RankDump;
  /** What to digest dumps with. */
  createSha256: CreateSha256;
  /** Who makes the reports, as `wikitop/1.0.0`. */
  maker: string;
  /** The present time. */
  now: () => Date;
  /** Ends the work; hours that are not finished then fail. */
  signal?: AbortSignal;
  /** Hears what happens. */
  onEvent?: (hour: Hour, event: ProductionEvent) => void;
}

/** What came of asking for an hour. */
export interface Production extends FinishedHour {
  /** Whether the hour's dump was ranked just now, rather than before. */
  made: boolean;
}

/** Makes an hour, or finds it made. */
export type Produce = (hour: Hour) => Promise<Production>;

/**
 * The one path from an hour to its report. An hour that the store has with the same parameters is
 * returned without any look at the source; another is made once, however many ask for it at the
 * same moment, in this process or in another one that shares the store.
 *
 * @param options From where, to where, and how.
 * @returns A function that makes an hour, or finds it made. It throws what the source, the ranking
 * and the store throw; the hour is then not finished.
 */
export function createProducer(options: ProducerOptions): Produce {
  const running = new Map<string, Promise<Production>>();
  return (hour) => {
    const key = hour.toString();
    let production = running.get(key);
    if (production === undefined) {
      production = produce(hour, options).finally(() => running.delete(key));
      running.set(key, production);
    }
    return production;
  };
}

async function produce(hour: Hour, options: ProducerOptions): Promise<Production> {
  const { store, format, again, top, ties, denylist, now } = options;
  const wanted = { top, ties, denylist: denylist?.facts.sha256 ?? null };
  const find = async () =>
    again === "always" ? undefined : await findFinishedHour(hour, store, wanted);

  const finished = await find();
  if (again === "never" && finished?.manifest.format === format) {
    return { ...finished, made: false };
  }

  // Not by `using`, which Node 20 cannot parse.
  const lock = await store.lock(hourKey(hour), options.signal);
  try {
    // Whoever held the lock may just have finished the hour.
    const found = await find();
    const start = now();
    const known = again === "changed" ? found?.manifest.source : undefined;
    const report = again === "never" && found !== undefined
      ? undefined
      : await readDump(hour, known, options);
    if (report !== undefined) {
      const at = now();
      const seconds = (at.getTime() - start.getTime()) / 1000;
      const made = { at: at.toISOString(), by: options.maker, seconds };
      return { ...await write(report, made, options), made: true };
    }
    if (found!.manifest.format === format) return { ...found!, made: false };
    return { ...await write(found!.report(), found!.manifest.made, options), made: false };
  } finally {
    lock[Symbol.dispose]();
  }
}

async function write(
  report: Report,
  made: Manifest["made"],
  { store, format }: ProducerOptions,
): Promise<FinishedHour> {
  const key = hourKey(report.hour);
  const encoded = await encode(report, format);
  const facts = describeReport(report, encoded, made);
  const { manifest: { file } } = await store.write(key, format, encoded.content, facts);
  return {
    manifest: { ...facts, file },
    location: store.locate(key, file.name),
    report: () => report,
  };
}

/** Writes tens of thousands of rows, while a server may have requests to answer. */
async function encode(report: Report, format: Format): Promise<EncodedReport> {
  const encoder = new ReportEncoder(report, format);
  const slice = new TimeSlice();
  for (const text of writeReport(report, format)) {
    encoder.add(text);
    await slice.check();
  }
  return encoder.finish();
}
