import type { DomainRows } from "./ranking.ts";
import type { RowSink } from "../dump/row_sink.ts";
import type { DeniedTitles } from "../deny/denied_titles.ts";

/** Keeps the rows of one domain, to sum them with those of others. */
export interface RowKeeper extends Required<Pick<RowSink, "lines" | "odd" | "count">> {
  /** The titles that are denied in any of the domains, those of this one among them. */
  readonly denied: DeniedTitles | undefined;
  /** Counts a row of such a title. */
  countDenied(): void;
}

/** One sink for the rankings of several editions, and what keeps rows for others. */
export function joinSinks(rankings: readonly DomainRows[], keeper?: RowKeeper): RowSink {
  const [first] = rankings;
  if (keeper === undefined && rankings.length === 1) return first!;
  const denied = keeper === undefined ? first?.denied : keeper.denied;
  return {
    get floor() {
      let least = Infinity;
      for (const { floor } of rankings) least = Math.min(least, floor);
      return least;
    },
    denied,
    row(bytes, start, end, views, mobile) {
      // To look a title up costs more than all else: of most rows, one look is enough.
      if (denied?.has(bytes, start, end) !== true) {
        for (const rows of rankings) rows.offer(bytes, start, end, views, mobile);
        return;
      }
      keeper?.countDenied();
      for (const rows of rankings) rows.row(bytes, start, end, views, mobile);
    },
    count(rows, views, repeated) {
      for (const ranking of rankings) ranking.count(rows, views);
      keeper?.count(rows, views, repeated);
    },
    ...keeper !== undefined && { lines: keeper.lines, odd: keeper.odd },
  };
}
