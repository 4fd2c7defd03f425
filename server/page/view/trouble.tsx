import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Hour } from "../../../core/time/hour.ts";
import { nearestStoredHour } from "../data/nearest_stored_hour.ts";
import { formatDate, formatPeriod } from "../model/format_hour.ts";
import type { Go } from "../state/use_place.ts";

/** What is wrong, and what can be done. */
export interface TroubleProps {
  /** The kind of problem, as `not-published-yet`. */
  kind: string;
  /** What the server says of it. */
  detail: string;
  /** When to try again, in seconds from now. */
  retryAfter?: number;
  /** The hour that was asked for. */
  hour: Hour | undefined;
  /** Goes elsewhere. */
  go: Go;
  /** Tries again. */
  onRetry?: () => void;
}

const TITLES: Record<string, string> = {
  "bad-dump": "Wikimedia’s dump of this hour is broken",
  "bad-hour": "That is no hour",
  "cancelled": "The hour is not being made any more",
  "failed": "The hour could not be made",
  "missing": "There is no dump of this hour",
  "network": "No connection to the server",
  "not-published-yet": "This hour is not published yet",
  "not-stored": "This hour is not stored",
  "nothing-stored": "No hour is stored yet",
  "out-of-range": "There is no such hour",
  "read-only": "This hour is not stored, and this server makes none",
  "shutting-down": "The server is starting anew",
  "source-down": "Wikimedia’s dumps cannot be reached",
  "too-many-jobs": "The server is busy",
  "too-many-streams": "The server is busy",
  "unauthorized": "Not everybody may have hours made here",
  "unknown-project": "Nobody viewed this project in this hour",
};

/** Trouble that passes if one waits. */
const PASSING: ReadonlySet<string> = new Set([
  "network",
  "not-published-yet",
  "shutting-down",
  "source-down",
  "too-many-jobs",
  "too-many-streams",
]);

/** After how many hours dumps are published. */
const PUBLISHED_AFTER = 3;

/** How long is waited at most before it is tried again without being asked to, in seconds. */
const LONGEST_WAIT = 3600;

/** Says what is wrong, and offers what can be done about it. */
export function Trouble(props: TroubleProps): JSX.Element {
  const { kind, detail, retryAfter, hour, go, onRetry } = props;
  const [nearest, setNearest] = useState<Hour>();

  useEffect(() => {
    // The newest hour that is published for sure.
    if (kind === "nothing-stored") setNearest(Hour.lastBefore(new Date()).plus(-PUBLISHED_AFTER));
    if (hour === undefined || kind === "network") return;
    let current = true;
    // Where there is no answer, there is one button fewer.
    nearestStoredHour(hour).then((found) => current && setNearest(found), () => {});
    return () => void (current = false);
  }, [String(hour), kind]);

  useEffect(() => {
    if (onRetry === undefined || !PASSING.has(kind)) return;
    addEventListener("online", onRetry);
    const wait = retryAfter === undefined || retryAfter > LONGEST_WAIT ? undefined : retryAfter;
    const timer = wait && setTimeout(onRetry, wait * 1000);
    return () => {
      removeEventListener("online", onRetry);
      clearTimeout(timer);
    };
  }, [kind, detail, retryAfter]);

  const isElsewhere = nearest !== undefined && String(nearest) !== String(hour) &&
    kind !== "unknown-project";
  return (
    <section class="trouble" role="alert">
      <h2>{TITLES[kind] ?? "That did not work"}</h2>
      <p>{detail}.</p>
      <p class="ways">
        {onRetry !== undefined && (
          <button type="button" class="strong" onClick={onRetry}>Try again</button>
        )}
        {isElsewhere && (
          <button type="button" onClick={() => go({ hour: nearest })}>
            {formatDate(nearest, { short: true })}, {formatPeriod(nearest)}
          </button>
        )}
        {kind !== "nothing-stored" && (
          <button type="button" onClick={() => go({ hour: undefined })}>Newest hour</button>
        )}
      </p>
    </section>
  );
}
