import type { Hour } from "../time/hour.ts";
import type { ProducerOptions } from "./produce.ts";
import type { Ranking } from "../rank/rank_hour.ts";
import type { Report } from "../report/report.ts";
import { FetchError } from "../source/http/fetch_error.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import type { Dump, KnownDump, OpenOptions, Source } from "../source/source.ts";

/** How often a dump is read from one source that turns out to be damaged, or changes meanwhile. */
const ATTEMPTS = 2;

/** From this age on, a dump is no longer expected to change, nor a mirror to be behind. */
const SETTLED_MS = 24 * 3_600_000;

/**
 * Ranks the dump of an hour, from the first source that has it whole: one that is damaged is read
 * again, and then from the next source.
 *
 * @param hour The hour.
 * @param known The dump that was read before; it is read only if it has changed since.
 * @param options From where, and how.
 * @returns The report, `undefined` if the dump has not changed.
 * @throws {MissingDumpError} If no source has the dump.
 * @throws {Error} If none has it whole; the message tells of each.
 */
export async function readDump(
  hour: Hour,
  known: KnownDump | undefined,
  options: ProducerOptions,
): Promise<Report | undefined> {
  const failures: Error[] = [];
  /** That a folder does not have it says nothing of the dump. */
  const absences: Error[] = [];
  for (const source of options.sources) {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return await readFrom(source, hour, known, attempt, options);
      } catch (error) {
        options.signal?.throwIfAborted();
        if (!(error instanceof Error) || error.name === "NotCapable") throw error;
        const isMissing = error instanceof MissingDumpError;
        // What the origin has not published yet, no mirror has.
        const isOrigin = source === originOf(options.sources);
        if (isMissing && isOrigin && error.published === "not yet") throw error;
        (isMissing && source.measure === undefined ? absences : failures).push(error);
        // The source has tried again already as long as it may, or has nothing to try.
        if (isMissing || isBecauseOf(error, FetchError)) break;
        if (attempt < ATTEMPTS) options.onEvent?.(hour, { stage: "retry", error, delay: 0 });
      }
    }
  }
  throw gather(hour, [...failures, ...absences]);
}

async function readFrom(
  source: Source,
  hour: Hour,
  known: KnownDump | undefined,
  attempt: number,
  options: ProducerOptions,
): Promise<Report | undefined> {
  const { signal, onEvent } = options;
  const opening: OpenOptions = {
    signal,
    onRetry: (error, delay) => onEvent?.(hour, { stage: "retry", error, delay }),
  };
  const dump = known === undefined
    ? await source.open(hour, opening)
    : await source.openIfChanged(hour, known, opening);
  if (dump === undefined) return undefined;
  onEvent?.(hour, { stage: "open", url: dump.url, length: dump.length, attempt });
  let good = false;
  try {
    const { report, ranking } = await rank(dump, hour, options);
    await compareWithOrigin(source, hour, ranking.bytes, options);
    const rows = ranking.counts.lines;
    onEvent?.(hour, { stage: "ranked", bytes: ranking.bytes, rows });
    good = true;
    return report;
  } finally {
    await dump.settle?.(good);
  }
}

async function rank(
  dump: Dump,
  hour: Hour,
  { top, ties, denylist, rank, createSha256, onEvent }: ProducerOptions,
): Promise<{ report: Report; ranking: Ranking }> {
  const hash = createSha256();
  let bytes = 0;
  const ranking = await rank(dump.body, {
    top,
    ties,
    denylist,
    onRead(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      onEvent?.(hour, { stage: "read", bytes });
    },
  });
  if (dump.length !== null && dump.length !== ranking.bytes) {
    throw new Error(
      `Cannot use dump "${dump.url}": ${ranking.bytes} bytes came of the ${dump.length} announced`,
    );
  }
  const source = {
    url: dump.url,
    bytes: ranking.bytes,
    sha256: hash.digest(),
    etag: dump.etag,
    last_modified: dump.lastModified,
  };
  const parameters = { top, ties, denylist: denylist?.facts ?? null };
  const { counts, domains } = ranking;
  return { report: { hour, source, parameters, counts, domains }, ranking };
}

/** The origin is the first source that can be asked: a folder of kept dumps may stand before it. */
function originOf(sources: readonly Source[]): Source | undefined {
  return sources.find((source) => source.measure !== undefined);
}

/**
 * A mirror may have a young dump only in part. If the origin answers, its length must be the same.
 */
async function compareWithOrigin(
  source: Source,
  hour: Hour,
  bytes: number,
  { sources, now, signal }: ProducerOptions,
): Promise<void> {
  const origin = originOf(sources);
  const isMirror = origin !== undefined && sources.indexOf(source) > sources.indexOf(origin);
  if (!isMirror || hour.age(now()) > SETTLED_MS) return;
  let length: number | undefined;
  try {
    length = await origin.measure?.(hour, signal);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
  }
  if (length !== undefined && length !== bytes) {
    throw new Error(
      `Cannot use the mirror's dump of hour "${hour}": it has ${bytes} bytes, the origin's ` +
        `${length}; try again later, when the mirror has caught up`,
    );
  }
}

function isBecauseOf(error: Error, kind: typeof FetchError): boolean {
  return error instanceof kind || error.cause instanceof kind;
}

/**
 * One error of all that were met: a dump is missing only if it is so everywhere, and late if one
 * source says so and the others cannot be asked.
 */
function gather(hour: Hour, failures: Error[]): Error {
  const [first] = failures;
  const missing = failures.filter((error) => error instanceof MissingDumpError);
  const late = missing.find((error) => error.published === "not yet");
  const isThere = failures.some((error) =>
    !(error instanceof MissingDumpError) && !isBecauseOf(error, FetchError)
  );
  if (late !== undefined && !isThere) return late;
  if (missing.length === failures.length) return first;
  const messages = [
    ...new Set(
      failures
        .filter((error) => !(error instanceof MissingDumpError))
        .map((error) => error.message),
    ),
  ];
  if (messages.length === 1) {
    return failures.find(({ message }) => message === messages[0]) ?? first;
  }
  return new AggregateError(failures, `Cannot make hour "${hour}": ${messages.join("; ")}`);
}
