import type { JSX } from "preact";
import { Hour, PUBLICATION_DELAY_MS } from "../../../core/time/hour.ts";
import type { Period, PeriodRange, Unit } from "../../../core/time/period.ts";
import type { Overview } from "../data/answers.ts";
import type { Problem } from "../data/problem.ts";
import { problemText } from "../model/problem_text.ts";
import { oldestOf } from "../state/stored_periods.ts";
import { useMaking } from "../state/use_making.ts";
import { MakingSeveral } from "./making.tsx";

/** After as many hours a dump is published for sure, unless the source is late. */
const PUBLISHED_AFTER = PUBLICATION_DELAY_MS / 3_600_000 + 1;

/** How many periods make a past. */
const PAST: Record<Unit, number> = { hour: 24, day: 7, week: 4, month: 6 };

export interface OfferProps {
  /** What the server is, `undefined` until it is known. */
  overview: Overview | undefined;
  /** Called once something is stored. */
  onMade: () => void;
}

/** Welcomes those who come to an empty store, and has its first hours made. */
export function Welcome({ overview, onMade }: OfferProps): JSX.Element {
  const making = useMaking(onMade);
  const newest = Hour.lastBefore(new Date()).plus(-PUBLISHED_AFTER);
  if (making.hours !== undefined) {
    return <MakingSeveral hours={making.hours} unit="hour" onShow={onMade} />;
  }
  const canMake = overview?.makes.includes("hour") ?? false;
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">Welcome to wikitop</h2>
      <p>
        Here you will see which pages of Wikipedia, Wiktionary, Wikidata and all their sister
        projects people read most, hour by hour. Nothing is stored on this server yet.
      </p>
      {canMake
        ? (
          <>
            <p class="ways">
              <button
                type="button"
                class="strong"
                onClick={() => making.make({ first: newest, last: newest })}
              >
                Make the newest hour
              </button>
              <button
                type="button"
                onClick={() => making.make({ first: newest.plus(1 - PAST.hour), last: newest })}
              >
                Make the last 24 hours
              </button>
            </p>
            <p class="aside">
              An hour takes some seconds, and about 50 MB from{" "}
              {overview?.sources.join(" or ") || "its source"}.
            </p>
          </>
        )
        : overview !== undefined && (
          <p>This server only shows what others store. Whoever runs it can store some hours.</p>
        )}
      <Refusal problem={making.problem} overview={overview} />
    </section>
  );
}

export interface PastOfferProps extends OfferProps {
  period: Period;
  /** What is missing without them, as a sentence. */
  children: string;
}

/** Offers to make what lies before a period, where nothing is stored to compare it with. */
export function PastOffer({ overview, period, onMade, children }: PastOfferProps): JSX.Element {
  const making = useMaking(onMade);
  const { unit } = period;
  if (making.hours !== undefined) {
    return <MakingSeveral hours={making.hours} unit={unit} onShow={onMade} />;
  }
  const range = rangeBefore(period);
  const count = range === undefined ? 0 : range.last.since(range.first) + 1;
  return (
    <section class="offer" aria-label="What is missing">
      <p>{children}</p>
      {range !== undefined && overview?.makes.includes(unit) && (
        <p class="ways">
          <button type="button" onClick={() => making.make(range)}>
            Make the {count === 1 ? `${unit}` : `${count} ${unit}s`} before
          </button>
        </p>
      )}
      <Refusal problem={making.problem} overview={overview} />
    </section>
  );
}

/** The periods that make the past of one; `undefined` if there can be none. */
function rangeBefore(period: Period): PeriodRange | undefined {
  const oldest = oldestOf(period.unit);
  const last = period.plus(-1);
  if (last.since(oldest) < 0) return undefined;
  const first = period.plus(1 - PAST[period.unit]);
  return { first: first.since(oldest) < 0 ? oldest : first, last };
}

function Refusal(
  { problem, overview }: { problem: Problem | undefined; overview: Overview | undefined },
): JSX.Element | null {
  if (problem === undefined) return null;
  const subject = { unit: "hour", project: "", sources: overview?.sources ?? [] } as const;
  const { title, sentence } = problemText(problem.kind, subject);
  return (
    <div class="refusal" role="alert">
      <p>
        <strong>{title}.</strong> {sentence}
      </p>
      <details class="more">
        <summary>Details</summary>
        <p>{problem.message}.</p>
      </details>
    </div>
  );
}
