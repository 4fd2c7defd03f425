import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Hour, PUBLICATION_DELAY_MS } from "../../../core/time/hour.ts";
import type { Period, Unit } from "../../../core/time/period.ts";
import type { JobHour, ProblemKind } from "../data/answers.ts";
import type { Problem } from "../data/api.ts";
import { formatBytes, formatWhen } from "../model/format.ts";
import { nearestStored } from "../state/stored_periods.ts";
import type { Navigate } from "../state/use_route.ts";

/** Stands where the list will be while it is loaded. */
export function Placeholder(): JSX.Element {
  return (
    <div class="placeholder">
      <p class="hidden" role="status">Loading</p>
      {Array.from({ length: 12 }, (_, i) => <span key={i} />)}
    </div>
  );
}

/** Shows how far a period is that is being made. */
export function Making({ progress, unit }: { progress: JobHour; unit: Unit }): JSX.Element {
  const { state, bytes, length, message, tries, max_tries } = progress;
  const dumps = unit === "hour" ? "dump" : "dumps";
  const isRead = length !== null && bytes >= length;
  const stage = state === "waiting"
    ? "Waiting for its turn"
    : isRead
    ? "Putting the ranking together"
    : bytes > 0
    ? `Reading the ${dumps} from Wikimedia`
    : `Asking Wikimedia for the ${dumps}`;
  const tenth = length === null ? undefined : Math.floor(bytes / length * 10) * 10;
  return (
    <section class="making" aria-labelledby="making-title">
      <h2 id="making-title">This {unit} is being made</h2>
      <p>It is not stored here yet. Its list appears as soon as it is ready.</p>
      <progress
        aria-label="Dump read"
        max={length ?? undefined}
        value={length === null ? undefined : bytes}
      />
      <p class="stage">
        <span>{stage}</span>
        <span class="bytes">
          {bytes > 0 && (length === null
            ? formatBytes(bytes)
            : `${formatBytes(bytes)} of ${formatBytes(length)}`)}
        </span>
      </p>
      {message !== null && (
        <p class="message">
          {tries > 0 && `Try ${tries} of ${max_tries}: `}
          {message}
        </p>
      )}
      <p class="hidden" role="status">
        {stage}
        {tenth !== undefined && tenth > 0 && !isRead ? `, ${tenth} percent` : ""}
      </p>
    </section>
  );
}

const PROBLEM_TITLES: Record<string, string> = {
  "bad-dump": "Wikimedia’s dump of this hour is broken",
  "bad-hour": "Invalid hour",
  "bad-period": "Invalid period",
  "cancelled": "The request for this hour was cancelled",
  "failed": "The hour could not be made",
  "missing": "There is no dump of this hour",
  "network": "No connection to the server",
  "not-published-yet": "This hour is not published yet",
  "not-stored": "This hour is not stored",
  "nothing-stored": "No hour is stored yet",
  "out-of-range": "There is no such hour",
  "read-only": "This hour is not stored, and this server makes none",
  "shutting-down": "The server is restarting",
  "starting": "The server is starting",
  "source-down": "Wikimedia’s dumps cannot be reached",
  "store-down": "The server cannot use its store",
  "too-many-jobs": "The server is busy",
  "too-many-streams": "The server is busy",
  "unauthorized": "You are not authorized to have hours made here",
  "unknown-project": "Nobody viewed this project in this hour",
} satisfies Partial<Record<ProblemKind | JobHour["state"] | "network", string>>;

/** What is wrong in a few words, which are those of an hour. */
function titleOf(kind: string, unit: Unit = "hour"): string {
  const title = PROBLEM_TITLES[kind] ?? "Something went wrong";
  return title.replace(/\bhour\b/, unit);
}

/** Problems that pass if one waits. */
const TRANSIENT: ReadonlySet<string> = new Set(
  [
    "network",
    "not-published-yet",
    "shutting-down",
    "source-down",
    "starting",
    "too-many-jobs",
    "too-many-streams",
  ] satisfies (ProblemKind | "network")[],
);

/** After as many hours a dump is published for sure, unless the source is late. */
const PUBLISHED_AFTER = PUBLICATION_DELAY_MS / 3_600_000 + 1;

/** The longest wait before it is tried again without being asked to, in seconds. */
const LONGEST_WAIT = 3600;

export interface ProblemNoticeProps {
  problem: Problem;
  /** The period that was asked for. */
  period: Period | undefined;
  navigate: Navigate;
  /** Tries again; `undefined` where that would not help. */
  onRetry: (() => void) | undefined;
}

/** Says what is wrong, and offers what can be done about it. */
export function ProblemNotice(props: ProblemNoticeProps): JSX.Element {
  const { problem, period, navigate, onRetry } = props;
  const { kind, retryAfter } = problem;
  const [nearest, setNearest] = useState<Period>();

  useEffect(() => {
    if (kind === "nothing-stored") setNearest(Hour.lastBefore(new Date()).plus(-PUBLISHED_AFTER));
    if (period === undefined || kind === "network") return;
    let current = true;
    // Where there is no answer, there is one button fewer.
    nearestStored(period).then((found) => current && setNearest(found), () => {});
    return () => void (current = false);
  }, [period?.label, kind]);

  useEffect(() => {
    if (onRetry === undefined || !TRANSIENT.has(kind)) return;
    addEventListener("online", onRetry);
    const wait = retryAfter === undefined || retryAfter > LONGEST_WAIT ? undefined : retryAfter;
    const timer = wait && setTimeout(onRetry, wait * 1000);
    return () => {
      removeEventListener("online", onRetry);
      clearTimeout(timer);
    };
  }, [problem]);

  const isElsewhere = nearest !== undefined && nearest.label !== period?.label &&
    kind !== "unknown-project";
  return (
    <section class="problem" role="alert">
      <h2>{titleOf(kind, period?.unit)}</h2>
      <p>{problem.message}.</p>
      <p class="ways">
        {onRetry !== undefined && (
          <button type="button" class="strong" onClick={onRetry}>Try again</button>
        )}
        {isElsewhere && (
          <button type="button" onClick={() => navigate({ period: nearest })}>
            {formatWhen(nearest, { short: true })}
          </button>
        )}
        {kind !== "nothing-stored" && (
          <button
            type="button"
            onClick={() => navigate({ period: undefined })}
          >
            Newest hour
          </button>
        )}
      </p>
    </section>
  );
}
