import { parsePeriod, type Period } from "../../../core/time/period.ts";
import type { PageHistory, PageSeries } from "../data/answers.ts";
import { ACCESS_NAMES } from "../model/title_history.ts";
import type { Line } from "./lines.ts";

/** The lines of a history, one for each access that has any views. */
export function historyLines({ series }: PageHistory): Line[] {
  return series
    .filter(({ hours }) => hours.some(({ views }) => views !== null))
    .map((one, index) => ({
      title: ACCESS_NAMES[one.access],
      index,
      weight: "named" as const,
      points: pointsOf(one, index),
    }));
}

function pointsOf({ hours }: PageSeries, index: number): Line["points"] {
  let part = 0;
  let last: Period | undefined;
  return hours.flatMap(({ hour, views }) => {
    if (views === null) {
      last = undefined;
      return [];
    }
    const period = parsePeriod(hour);
    if (last === undefined || period.since(last) !== 1) part++;
    last = period;
    const time = new Date((Date.parse(period.start) + Date.parse(period.end)) / 2);
    return [{ time, views, part: `${index} ${part}` }];
  });
}
