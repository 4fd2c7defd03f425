import { Limiter } from "../async/limiter.ts";
import type { Bytes } from "../dump/bytes.ts";
import { type Gunzip, gunzip as gunzipWeb } from "../dump/gunzip.ts";
import { type MergeCounts, sumCounts } from "../merge/merge_counts.ts";
import { MergeError } from "../merge/merge_dumps.ts";
import { sortDump } from "../merge/sort_dump.ts";
import type { WorkFiles, WorkPlace } from "../merge/work_files.ts";
import type { SourceDump } from "../report/report.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import type { KnownDump, Source } from "../source/source.ts";
import type { Hour } from "../time/hour.ts";
import { type Period, periodAround } from "../time/period.ts";
import { fetchDump, type FetchedDump, type FetchOptions } from "./fetch_dump.ts";

/** How many dumps are fetched at a time at most; of one server, as many as it allows. */
const FETCHES = 8;

/** Options of {@linkcode mergePeriod}. */
export interface MergeOptions extends FetchOptions {
  /** Where the dumps wait until they are merged. */
  work: WorkPlace;
  /** The dumps of which a report is there already, `undefined` for none. */
  known: readonly KnownSource[] | undefined;
  /** Whether hours may be left out that have no dump. */
  missing: "skip" | "fail";
  /** What to gunzip with. */
  gunzip?: Gunzip | undefined;
}

/** Options on the way, with the files. */
type Making = Omit<MergeOptions, "work" | "known" | "gunzip"> & {
  files: WorkFiles;
  gunzip: Gunzip;
};

/** A dump that was read before. */
export interface KnownSource extends KnownDump {
  /** The label of its hour. */
  hour: string;
}

/** What was made of a sum, of which dumps, and what was seen in them. */
export interface Merged<Value> {
  value: Value;
  /** The dumps in the order of their hours; an hour that has none is not among them. */
  sources: SourceDump[];
  counts: MergeCounts;
}

/**
 * Sums the dumps of a day, week or month, which are fetched into files and merged day by day, so that
 * no more than those of one day are there at a time.
 *
 * @param period The period.
 * @param options From where, and how.
 * @param use Makes something of the sum, which is a dump. It is called again where a dump turns out
 * to be damaged, or has to be sorted first.
 * @returns What it has made; `undefined` if the dumps are still those that are known.
 * @throws {MissingDumpError} If no hour has a dump, one is not published yet, or one is missing where
 * none may be.
 */
export async function mergePeriod<Value>(
  period: Period,
  { work, known, gunzip = gunzipWeb, ...options }: MergeOptions,
  use: (dump: ReadableStream<Bytes>) => Promise<Value>,
): Promise<Merged<Value> | undefined> {
  if (known !== undefined && !await areThereOthers(period, known, options)) return undefined;
  const files = await work.open();
  try {
    const making = { ...options, files, gunzip };
    const useLines = (lines: AsyncIterable<Bytes>) => use(streamOf(lines));
    if (period.unit === "day") return await mergeHours(period.hours, making, useLines);
    return await mergeDays(daysOf(period), making, useLines);
  } finally {
    await files.close();
  }
}

function daysOf({ hours }: Period): Period[] {
  return hours.filter((_, i) => i % 24 === 0).map((hour) => periodAround(hour, "day"));
}

/** Fetches the dumps of some hours, and makes something of their sum. */
async function mergeHours<Value>(
  hours: readonly Hour[],
  making: Making,
  use: (lines: AsyncIterable<Bytes>) => Promise<Value>,
): Promise<Merged<Value>> {
  const { files, signal, onEvent } = making;
  let dumps = await fetchAll(hours, making);
  while (true) {
    const sum = await files.merge(dumps);
    try {
      const value = await use(untilAborted(sum.lines(), signal));
      await Promise.all(dumps.map(({ name }) => files.remove(name)));
      return { value, sources: dumps.map(({ source }) => source), counts: sum.counts };
    } catch (error) {
      signal?.throwIfAborted();
      const cause = mergeErrorIn(error);
      if (cause === undefined) throw error;
      const dump = dumps[cause.index]!;
      onEvent({ stage: "retry", state: "wait", error: problemOf(dump, cause), delay: 0 });
      const better = await mend(dump, cause, making);
      dumps = dumps.map((each) => each === dump ? better : each);
    }
  }
}

/** Sorts a dump that is out of order, or fetches one that is damaged from another source. */
async function mend(
  dump: FetchedDump,
  { cause }: MergeError,
  making: Making,
): Promise<FetchedDump> {
  const { files, gunzip } = making;
  const { name } = dump;
  if (cause.code === "out-of-order" && dump.seen === undefined) {
    const sorted = `${name}.sorted`;
    const seen = await sortDump(await files.read(name), { files, name: sorted, gunzip });
    await files.remove(name);
    return { ...dump, name: sorted, seen };
  }
  const sources = making.sources.filter((source) => !dump.tried.includes(source));
  if (sources.length === 0) throw problemOf(dump, { cause });
  const better = await fetchDump(dump.hour, { ...making, sources }).catch((error) => {
    // That others do not have it says nothing of this one.
    throw error instanceof MissingDumpError ? problemOf(dump, { cause }) : error;
  });
  return { ...better, tried: [...dump.tried, ...better.tried] };
}

function problemOf({ hour, source }: FetchedDump, { cause }: Pick<MergeError, "cause">): Error {
  const what = cause.code === "out-of-order" ? "Warning: sorting" : "Cannot use";
  return new Error(`${what} dump "${source.url}" of hour "${hour}": ${cause.reason}`, { cause });
}

/** Merges day by day into files, and those into one. */
async function mergeDays<Value>(
  days: readonly Period[],
  making: Making,
  use: (lines: AsyncIterable<Bytes>) => Promise<Value>,
): Promise<Merged<Value>> {
  const { files, signal } = making;
  const names: string[] = [];
  const sources: SourceDump[] = [];
  const counts: MergeCounts[] = [];
  let missing: MissingDumpError | undefined;
  for (const day of days) {
    try {
      const name = `${day}.gz`;
      const merged = await mergeHours(day.hours, making, async (lines) => {
        await files.write(name, lines, { gzip: true });
      });
      names.push(name);
      sources.push(...merged.sources);
      counts.push(merged.counts);
    } catch (error) {
      if (!isMissing(error, making)) throw error;
      missing ??= error;
    }
  }
  if (names.length === 0) throw missing!;
  const sums = await files.merge(names.map((name) => ({ name })));
  const value = await use(untilAborted(sums.lines(), signal));
  return { value, sources, counts: sumCounts(counts) };
}

/** Fetches the dumps of hours that have one. */
async function fetchAll(hours: readonly Hour[], making: Making): Promise<FetchedDump[]> {
  const limiter = new Limiter(FETCHES);
  const abort = new AbortController();
  const stop = () => abort.abort(making.signal?.reason);
  making.signal?.addEventListener("abort", stop);
  let missing: MissingDumpError | undefined;
  const fetches = hours.map((hour) =>
    limiter.run(async () => {
      abort.signal.throwIfAborted();
      try {
        return await fetchDump(hour, { ...making, signal: abort.signal });
      } catch (error) {
        if (isMissing(error, making)) missing ??= error;
        else throw error;
      }
    }).catch((error) => {
      abort.abort(error); // The others are of no use any more.
      throw error;
    })
  );
  try {
    making.signal?.throwIfAborted();
    const dumps = (await Promise.all(fetches)).filter((dump) => dump !== undefined);
    if (dumps.length === 0) throw missing!;
    return dumps;
  } finally {
    await Promise.allSettled(fetches); // They write files.
    making.signal?.removeEventListener("abort", stop);
  }
}

/** Whether a dump is missing, and the period is to be made without it. */
function isMissing(error: unknown, { missing }: Making): error is MissingDumpError {
  return error instanceof MissingDumpError && error.published === "never" && missing !== "fail";
}

/** Whether any hour has another dump than the one that is known, or one where none is. */
async function areThereOthers(
  { hours }: Period,
  known: readonly KnownSource[],
  { sources, signal }: FetchOptions,
): Promise<boolean> {
  for (const hour of hours) {
    const before = known.find((dump) => dump.hour === hour.label);
    if (await isAnother(hour, before, sources, signal)) return true;
  }
  return false;
}

async function isAnother(
  hour: Hour,
  known: KnownDump | undefined,
  sources: readonly Source[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  for (const source of sources) {
    try {
      const dump = known === undefined
        ? await source.open(hour, { signal })
        : await source.openIfChanged(hour, known, { signal });
      await dump?.body.cancel();
      await dump?.discard?.();
      return dump !== undefined;
    } catch (error) {
      if (!(error instanceof MissingDumpError)) throw error;
    }
  }
  return false;
}

/** The error of a merge, which those who read its lines have made another one of. */
function mergeErrorIn(error: unknown): MergeError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof MergeError) return cause;
  }
}

async function* untilAborted(
  lines: AsyncIterable<Bytes>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Bytes> {
  for await (const chunk of lines) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

function streamOf(chunks: AsyncIterable<Bytes>): ReadableStream<Bytes> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  }, { highWaterMark: 0 });
}
