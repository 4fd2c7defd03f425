import { Limiter } from "../async/limiter.ts";
import type { Bytes } from "../dump/bytes.ts";
import { type Gunzip, gunzip as gunzipWeb } from "../dump/gunzip.ts";
import { formatCount } from "../format_count.ts";
import { type MergeCounts, sumCounts } from "../merge/merge_counts.ts";
import { MergeError } from "../merge/merge_dumps.ts";
import { sortDump } from "../merge/sort_dump.ts";
import type { WorkFiles, WorkPlace } from "../merge/work_files.ts";
import { coveredHours, type SourceDump } from "../report/report.ts";
import { StoreError } from "../store/store_error.ts";
import { MissingDumpError, MissingDumpsError } from "../source/missing_dump_error.ts";
import type { Dump, KnownDump, Source } from "../source/source.ts";
import { readSum } from "../source/read_sum.ts";
import { Hour } from "../time/hour.ts";
import { daysOf, parsePeriod, type Period } from "../time/period.ts";
import type { DaySumInfo, DaySums } from "./day_sums.ts";
import {
  chunksOf,
  fetchDump,
  type FetchedDump,
  type FetchOptions,
  fetchSum,
} from "./fetch_dump.ts";

/** How many dumps are fetched at a time at most; of one server, as many as it allows. */
const FETCHES = 8;

/** How many dumps the sum of a day is as large as: pages come again, new ones grow fewer. */
const SUM_SIZE = 4;

/** Options of {@linkcode mergePeriod}. */
export interface MergeOptions extends FetchOptions {
  /** Where the dumps wait until they are merged. */
  work: WorkPlace;
  /** The dumps of which a report is there already, `undefined` for none. */
  known: readonly KnownSource[] | undefined;
  /** Whether hours may be left out that have no dump. */
  missing: "skip" | "fail";
  /** The sums of days that are kept, and used; none if it is left out. */
  sums?: DaySums | undefined;
  /** What to gunzip with. */
  gunzip?: Gunzip | undefined;
}

/** Options on the way, with the files. */
type Making = Omit<MergeOptions, "work" | "known" | "gunzip"> & {
  files: WorkFiles;
  gunzip: Gunzip;
  /** Whether kept sums are of the dumps that there are now, as far as is known. */
  areSumsFresh: boolean;
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
    const making = { ...options, files, gunzip, areSumsFresh: known === undefined };
    const useLines = (lines: AsyncIterable<Bytes>) => use(streamOf(lines));
    const days = period.unit === "hour" ? [] : daysOf(period);
    const isKept = making.sums !== undefined && days.length > 0;
    const unkept = making.areSumsFresh && isKept ? await withoutSums(days, making.sums!) : days;
    if (unkept.length > 0) await checkRoom(period, unkept, making);
    if (days.length > 1 || isKept) return await mergeDays(days, making, useLines);
    return await mergeHours(period.hours, making, useLines);
  } catch (error) {
    const isAll = error instanceof MissingDumpError && period.unit !== "hour" &&
      isMissing(error, options);
    throw isAll ? new MissingDumpsError(period, error) : error;
  } finally {
    await files.close();
  }
}

/** The days whose sums are not kept. */
async function withoutSums(days: readonly Period[], sums: DaySums): Promise<Period[]> {
  const unkept: Period[] = [];
  for (const day of days) {
    const kept = await sums.open(day);
    if (kept === undefined) unkept.push(day);
    await kept?.body.cancel();
  }
  return unkept;
}

/**
 * Looks whether the dumps will have room, before the first one is fetched: those of one day are there
 * at a time, and the sums of days until the end. Sizes that no source announces are not known.
 *
 * @throws {StoreError} If they will not.
 */
async function checkRoom(period: Period, days: readonly Period[], making: Making): Promise<void> {
  const room = await making.files.room();
  if (room === undefined) return;
  const limiter = new Limiter(FETCHES);
  const sizes = await Promise.all(
    days[0]!.hours.map((hour) => limiter.run(() => sizeOf(hour, making))),
  );
  const dumps = sizes.reduce((sum, size) => sum + size, 0);
  const sums = days.length === 1 ? 0 : days.length * SUM_SIZE * Math.max(...sizes);
  if (dumps + sums <= room) return;
  throw new StoreError(
    `Cannot make ${period.unit} "${period}": its dumps take ${formatCount(dumps + sums)} bytes ` +
      `at a time, and there is room for ${formatCount(room)} where they are to wait; make room`,
    "ENOSPC",
  );
}

/** How large the dump of an hour is, 0 if no source says. */
async function sizeOf(hour: Hour, { sources, signal }: Making): Promise<number> {
  for (const source of sources) {
    try {
      const size = await source.measure?.(hour, signal);
      if (size !== undefined) return size;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Error)) throw error;
      // Whatever is wrong with the source will show again when its dump is fetched.
    }
  }
  return 0;
}

/**
 * Fetches the dumps of some hours, or of a day of which a source has the sum that one, and makes
 * something of their sum.
 */
async function mergeHours<Value>(
  hours: readonly Hour[],
  making: Making,
  use: (lines: AsyncIterable<Bytes>) => Promise<Value>,
  day?: Period,
): Promise<Merged<Value>> {
  const { files, signal, onEvent } = making;
  const sum = day && await fetchSum(day, making);
  let dumps = sum === undefined ? await fetchAll(hours, making) : [sum];
  while (true) {
    const merged = await files.merge(dumps);
    try {
      const value = await use(untilAborted(merged.lines(), signal));
      await Promise.all(dumps.map(({ name }) => files.remove(name)));
      return { value, sources: dumps.map(({ source }) => source), counts: merged.counts };
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
  if (sources.length === 0 || !(dump.hour instanceof Hour)) throw problemOf(dump, { cause });
  const better = await fetchDump(dump.hour, { ...making, sources }).catch((error) => {
    // That others do not have it says nothing of this one.
    throw error instanceof MissingDumpError ? problemOf(dump, { cause }) : error;
  });
  return { ...better, tried: [...dump.tried, ...better.tried] };
}

function problemOf({ hour, source }: FetchedDump, { cause }: Pick<MergeError, "cause">): Error {
  const what = cause.code === "out-of-order" ? "Warning: sorting" : "Cannot use";
  return new Error(`${what} dump "${source.url}" of ${hour.unit} "${hour}": ${cause.reason}`, {
    cause,
  });
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
      const merged = await takeSum(day, name, making) ?? await makeSum(day, name, making);
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

/** Takes the sum of a day that is kept into a file. */
async function takeSum(
  day: Period,
  name: string,
  { files, sums, areSumsFresh }: Making,
): Promise<DaySumInfo | undefined> {
  const kept = areSumsFresh ? await sums?.open(day) : undefined;
  if (kept === undefined) return undefined;
  const { body, ...info } = kept;
  await files.write(name, chunksOf(body));
  return info;
}

/** Merges a day into a file, and keeps its sum if no hour is missing. */
async function makeSum(day: Period, name: string, making: Making): Promise<DaySumInfo> {
  const { files, sums } = making;
  const { sources, counts } = await mergeHours(day.hours, making, async (lines) => {
    await files.write(name, lines, { gzip: true });
  }, day);
  const { present, expected } = coveredHours({ period: day, sources });
  if (present === expected) {
    await sums?.keep(day, { sources, counts, body: await files.read(name) });
  }
  return { sources, counts };
}

/** Fetches the dumps of hours that have one. */
async function fetchAll(hours: readonly Hour[], making: Making): Promise<FetchedDump[]> {
  const limiter = new Limiter(FETCHES);
  const abort = new AbortController();
  const stop = () => abort.abort(making.signal?.reason);
  making.signal?.addEventListener("abort", stop);
  const missing: (MissingDumpError | undefined)[] = hours.map(() => undefined);
  const fetches = hours.map((hour, i) =>
    limiter.run(async () => {
      abort.signal.throwIfAborted();
      try {
        return await fetchDump(hour, { ...making, signal: abort.signal });
      } catch (error) {
        if (isMissing(error, making)) missing[i] = error;
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
    if (dumps.length === 0) throw missing[0]!;
    return dumps;
  } finally {
    await Promise.allSettled(fetches); // They write files.
    making.signal?.removeEventListener("abort", stop);
  }
}

/** Whether a dump is missing, and the period is to be made without it. */
function isMissing(
  error: unknown,
  { missing }: Pick<MergeOptions, "missing">,
): error is MissingDumpError {
  return error instanceof MissingDumpError && error.published === "never" && missing !== "fail";
}

/** Whether any hour has another dump than the one that is known, or one where none is. */
async function areThereOthers(
  { hours }: Period,
  known: readonly KnownSource[],
  { sources, signal }: FetchOptions,
): Promise<boolean> {
  const covered = new Set<string>();
  for (const before of known) {
    const sum = parsePeriod(before.hour);
    if (sum.unit === "hour") continue;
    const read = ({ body }: Dump) => body.cancel().then(() => true);
    const found = await readSum(sum, { sources, signal, known: before, read });
    if (found?.value === true) return true;
    for (const { label } of sum.hours) covered.add(label);
  }
  for (const hour of hours) {
    if (covered.has(hour.label)) continue;
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
