import {
  type Clock,
  type Edition,
  type Hour,
  type HourRange,
  type Period,
  ReplacedReportError,
  type StoredReport,
  type Unit,
} from "../../core/mod.ts";
import { Problem } from "../http/problem.ts";
import { isFinal, type JobStatus } from "../jobs/job.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { CachedReport, ListPeriodsOptions, ReportCache } from "./report_cache.ts";

/** How often a report is opened again that is replaced while it is read, and after how long. */
const OPENINGS = 5;
const OPEN_AGAIN_MS = 50;

/** How soon to ask again for a job that could not be kept, in seconds. */
const NOT_KEPT_SECONDS = 10;

/** Which report is meant. */
export interface ReportName {
  period: Period;
  edition: Edition;
}

/** What becomes of a period that is not stored. */
export interface Policy {
  /** Throws a {@linkcode Problem} if it may not be made. */
  authorize: () => void;
  /** For how long to wait for it while it is made, in milliseconds. */
  wait: number;
}

/** Options of {@linkcode Reports}. */
export interface ReportsOptions {
  /** The stored reports. */
  cache: ReportCache;
  /** What makes others, `undefined` if nothing does. */
  jobs: Jobs | undefined;
  /** Which periods are made when somebody asks for them. */
  makes: readonly Unit[];
  /** Which editions of each are made with it. */
  editions: readonly Edition[];
  clock: Clock;
}

/** All reports: those that are stored, and those that can be made. */
export class Reports {
  readonly #options: ReportsOptions;

  constructor(options: ReportsOptions) {
    this.#options = options;
  }

  /**
   * The report of a period, made by the policy if it is not stored; or the job, if that takes longer
   * than the policy waits. All who ask for the same period share its job.
   *
   * Whoever finds the report replaced while it is read asks again, with the number of the attempt,
   * after {@linkcode recover}. A report that stays unreadable is damaged and is made anew.
   */
  async get(
    { period, edition }: ReportName,
    policy: Policy,
    attempt = 1,
  ): Promise<{ cached: CachedReport } | { job: JobStatus; secret: string }> {
    const { cache } = this.#options;
    const isDamaged = attempt === OPENINGS + 1;
    const stored = isDamaged ? undefined : await cache.open(period, edition);
    if (stored !== undefined && attempt <= 2 * OPENINGS) return { cached: stored };
    if (stored === undefined) {
      this.checkMade({ period, edition });
      policy.authorize();
      const made = await this.#make(period, policy.wait);
      if (made.job.state !== "done") return made;
      cache.forget(period, edition);
      const cached = await cache.open(period, edition);
      if (cached !== undefined) return { cached };
    }
    const { unit } = period;
    throw new Problem(
      "failed",
      `Cannot find ${unit} "${period}": it was made, but is gone already`,
    );
  }

  /** The first of some editions in which a period is stored, or else of those that are made here. */
  async choose(period: Period, wanted: readonly Edition[]): Promise<Edition> {
    const { editions } = this.#options;
    const last = wanted.at(-1)!;
    if (wanted.length === 1) return last;
    for (const edition of wanted) {
      if (await this.find(period, edition) !== undefined) return edition;
    }
    return wanted.find((edition) => editions.includes(edition)) ?? last;
  }

  /** Throws a {@linkcode Problem} if a report is of a unit or an edition that is not made on demand. */
  checkMade({ period, edition }: ReportName): void {
    const { jobs, makes, editions } = this.#options;
    const { unit } = period;
    if (jobs === undefined) return;
    if (!editions.includes(edition)) throw noEdition({ period, edition });
    if (makes.includes(unit)) return;
    throw new Problem(
      "not-stored",
      `Cannot find ${unit} "${period}": it is not stored, and no ${unit} is made on demand here; ` +
        `whoever runs the server can make it with "wikitop run ${period}", or start the server ` +
        `with --make ${[...makes, unit].join()}`,
    );
  }

  /**
   * Reads from the report of a stored period; again if it is replaced meanwhile. `undefined` if the
   * period is not stored, or its report stays another one than its manifest names.
   */
  async read<Value>(
    period: Period,
    read: (report: StoredReport) => Promise<Value>,
    edition: Edition = "each",
  ): Promise<Value | undefined> {
    for (let attempt = 1; attempt <= OPENINGS; attempt++) {
      const cached = await this.#options.cache.open(period, edition);
      if (cached === undefined) return undefined;
      try {
        return await read(cached.report);
      } catch (error) {
        await this.recover({ period, edition }, error);
      }
    }
  }

  /** Gets ready for another attempt if a report was replaced while it was read; or throws. */
  async recover({ period, edition }: ReportName, error: unknown): Promise<void> {
    if (!(error instanceof ReplacedReportError)) throw error;
    this.#options.cache.forget(period, edition);
    await this.#options.clock.sleep(OPEN_AGAIN_MS);
  }

  /** The report of a period if it is stored. */
  async find(period: Period, edition: Edition = "each"): Promise<CachedReport | undefined> {
    return await this.#options.cache.open(period, edition);
  }

  /** Whether a period is stored. */
  async has(period: Period): Promise<boolean> {
    return await this.find(period) !== undefined;
  }

  /** The stored hours of a range, in order. */
  async list(range: HourRange): Promise<Hour[]> {
    return await this.#options.cache.list(range);
  }

  /** The stored periods of a unit whose hours all lie in a range, in order. */
  async listPeriods(options: ListPeriodsOptions): Promise<Period[]> {
    return await this.#options.cache.listPeriods(options);
  }

  /** The newest stored hour. */
  async newest(): Promise<Hour | undefined> {
    return await this.#options.cache.newest(this.#options.clock.now());
  }

  /** Has a period made; gives its job when that is done, or the wait over, and the asker's secret. */
  async #make(period: Period, wait: number): Promise<{ job: JobStatus; secret: string }> {
    const { jobs, clock } = this.#options;
    if (jobs === undefined) {
      throw new Problem(
        "read-only",
        `Cannot make ${period.unit} "${period}": this server only reads`,
      );
    }
    const { job: submitted, isKept, secret } = await jobs.submit({ first: period, last: period });
    const job = await endOf(submitted, jobs, wait, clock);
    if (!isFinal(job.state) && !isKept) throw notKept(job.id);
    if (job.state === "cancelled") {
      throw new Problem(
        "not-stored",
        `Cannot wait for ${period.unit} "${period}": its job was cancelled`,
      );
    }
    if (job.state === "failed") throw problemOf(job, clock.now());
    return { job, secret };
  }
}

/** Says that no such edition is made here. */
function noEdition({ period, edition }: ReportName): Problem {
  return new Problem(
    "not-stored",
    `Cannot find edition "${edition}" of ${period.unit} "${period}": it is not stored; whoever runs ` +
      `the server can make it with "${commandFor(edition, period)}"`,
  );
}

/** The command that makes an edition of a period, or of those from one to another. */
export function commandFor(edition: Edition, ...periods: Period[]): string {
  return [
    "wikitop run",
    ...periods,
    ...edition.startsWith("all") ? ["--access each,all"] : [],
    ...edition.endsWith("articles") ? ["--pages all,articles"] : [],
  ].join(" ");
}

/** Says that a job may be made, but is not to be relied upon: a restart would lose it. */
export function notKept(id: string): Problem {
  return new Problem(
    "store-down",
    `Cannot accept job "${id}": it is under way, but the store cannot keep it; ask again for it`,
    { retryAfter: NOT_KEPT_SECONDS },
  );
}

/** The end of a job, or the job as it is when the wait is over. */
async function endOf(job: JobStatus, jobs: Jobs, wait: number, clock: Clock): Promise<JobStatus> {
  if (isFinal(job.state) || wait === 0) return job;
  const patience = new AbortController();
  const ended = new AbortController();
  void clock.sleep(wait, ended.signal).then(() => patience.abort(), () => {});
  try {
    return await jobs.ended(job.id, patience.signal);
  } catch (error) {
    if (!patience.signal.aborted) throw error;
    return await jobs.get(job.id) ?? job;
  } finally {
    ended.abort();
  }
}

function problemOf({ failure, hours }: JobStatus, now: Date): Problem {
  if (failure === null) {
    // The job of an earlier process, whose failure is not known any more.
    const message = hours[0]?.message ?? "Cannot make it";
    return Problem.ofFailure({ code: "bad-dump", message });
  }
  return Problem.ofFailure(failure, (Date.parse(failure.retry_at) - now.getTime()) / 1000);
}
