import type { Clock } from "../async/clock.ts";
import type { Bytes } from "../dump/bytes.ts";
import type { CreateSha256, Sha256 } from "../dump/sha256.ts";
import type { MergeCounts } from "../merge/merge_counts.ts";
import type { WorkFiles } from "../merge/work_files.ts";
import type { SourceDump } from "../report/report.ts";
import { readFromSources } from "../source/failover.ts";
import { readSum } from "../source/read_sum.ts";
import type { Source } from "../source/source.ts";
import type { Hour } from "../time/hour.ts";
import type { Period } from "../time/period.ts";
import type { OnEvent } from "./events.ts";

/** From where dumps are fetched, and who hears of it. */
export interface FetchOptions {
  /** Where dumps come from: first the origin, then its mirrors. */
  sources: readonly Source[];
  /** The passing of time. */
  clock: Clock;
  /** What to digest dumps with; without it, their SHA-256 is not known. */
  createSha256?: CreateSha256 | undefined;
  /** Ends the work. */
  signal?: AbortSignal | undefined;
  /** Called with what happens. */
  onEvent: OnEvent;
}

/** The dump of an hour in a file, or the sum of a day's. */
export interface FetchedDump {
  /** The hour, or the day. */
  hour: Period;
  /** The file that holds it. */
  name: string;
  /** What was seen in it before it was sorted; `undefined` if it was not. */
  seen?: MergeCounts;
  /** What is known of it. */
  source: SourceDump;
  /** The sources that were asked, the one that it comes from last. */
  tried: Source[];
}

/**
 * Fetches the dump of an hour into a file, from the first source that has it.
 *
 * @throws {MissingDumpError} If no source has it.
 */
export async function fetchDump(
  hour: Hour,
  { files, ...options }: FetchOptions & { files: WorkFiles },
): Promise<FetchedDump> {
  const { sources, clock, createSha256, signal, onEvent } = options;
  const { label } = hour;
  const tried: Source[] = [];
  let bytes = 0;
  let sha256: Sha256 | undefined;
  const fetched = await readFromSources(hour, {
    sources: sources.map((source) => watch(source, () => tried.push(source))),
    clock,
    signal,
    onOpen({ url, length }, attempt) {
      sha256 = createSha256?.();
      bytes = 0;
      onEvent({ stage: "download", state: "start", hour: label, url, length, attempt });
    },
    onChunk(chunk, read) {
      sha256?.update(chunk);
      bytes = read;
      onEvent({ stage: "download", state: "progress", hour: label, bytes });
    },
    onRetry: (error, delay) => onEvent({ stage: "retry", state: "wait", error, delay }),
    async read({ url, body, etag, lastModified }): Promise<FetchedDump> {
      await files.write(hour.dumpName, chunksOf(body));
      onEvent({ stage: "download", state: "end", hour: label, bytes });
      const digest = sha256?.digest() ?? null;
      const dump = { hour: label, url, bytes, sha256: digest, etag, last_modified: lastModified };
      return { hour, name: hour.dumpName, source: dump, tried };
    },
  });
  return fetched!; // It is read in any case, for none is known.
}

/**
 * Takes the sum of a day's dumps into a file, from the first source that has one.
 *
 * @returns The sum, `undefined` if no source has one.
 */
export async function fetchSum(
  day: Period,
  { files, sources, createSha256, signal, onEvent }: FetchOptions & { files: WorkFiles },
): Promise<FetchedDump | undefined> {
  const { label: hour } = day;
  const name = `${hour}.sum.gz`;
  const sha256 = createSha256?.();
  let bytes = 0;
  const fetched = await readSum(day, {
    sources,
    signal,
    onOpen({ url, length }) {
      onEvent({ stage: "download", state: "start", hour, url, length, attempt: 1 });
    },
    onChunk(chunk, read) {
      sha256?.update(chunk);
      bytes = read;
      onEvent({ stage: "download", state: "progress", hour, bytes });
    },
    async read({ url, body, etag, lastModified: last_modified }): Promise<FetchedDump> {
      await files.write(name, chunksOf(body));
      onEvent({ stage: "download", state: "end", hour, bytes });
      const digest = sha256?.digest() ?? null;
      const source = { hour, url, bytes, sha256: digest, etag, last_modified };
      return { hour: day, name, source, tried: [] };
    },
  });
  return fetched?.value;
}

/** The same source, which tells when it is asked. */
function watch(source: Source, onOpen: () => void): Source {
  const { once, measure } = source;
  return {
    ...once !== undefined && { once },
    open(hour, options) {
      onOpen();
      return source.open(hour, options);
    },
    openIfChanged: (hour, known, options) => source.openIfChanged(hour, known, options),
    ...measure !== undefined && { measure: measure.bind(source) },
  };
}

/** The chunks of a stream, which is let go of where they are not all wanted. */
export async function* chunksOf(body: ReadableStream<Bytes>): AsyncGenerator<Bytes> {
  const reader = body.getReader();
  let isWhole = false;
  try {
    while (true) {
      const { done, value } = await reader.read();
      isWhole = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isWhole) await reader.cancel().catch(() => {}); // What ended it is the error to report.
  }
}
