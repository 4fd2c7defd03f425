import { TimeSlice } from "../../core/async/time_slice.ts";
import { Hour, type Period, periodAround, type Unit, UNITS } from "../../core/mod.ts";
import { gapBetween, oneOf, type PeriodRange } from "../../core/time/period.ts";
import { jsonResponse } from "../http/json.ts";
import { count, list, object, type Part, schema, text } from "../http/json_schema.ts";
import {
  type DescribedRoute,
  json,
  problems,
  query as parameter,
  response,
} from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query, readPeriod } from "../http/query.ts";
import type { ReportName } from "../reports/on_demand.ts";

import { EDITION, readEdition } from "./editions.ts";
import type { Service } from "./service.ts";

/** Which days, weeks or months are stored, the gaps between them, and which of them lack hours. */
export function periodList(service: Service): DescribedRoute {
  const { maxHours } = service;
  return {
    method: "GET",
    path: "/v1/periods",
    async answer({ url }) {
      const query = new Query(url.searchParams, ["unit", "from", "to", "edition"]);
      const unit = query.word("unit", UNITS) ?? "day";
      const edition = readEdition(query);
      const range = readPeriodRange(query, unit, service);
      const hours = { first: range.first.hours[0]!, last: range.last.hours.at(-1)! };
      const periods = await service.reports.listPeriods({ unit, edition, ...hours });
      return jsonResponse({
        unit,
        from: range.first,
        to: range.last,
        periods,
        gaps: gapsOf(range, periods),
        incomplete: await incompleteOf(periods, edition, service),
      });
    },
    operation: {
      operationId: "listPeriods",
      tags: ["Periods"],
      summary: "Which days, weeks or months are stored",
      parameters: [
        parameter("unit", "How long they are.", { schema: { enum: [...UNITS], default: "day" } }),
        parameter(
          "from",
          `The first one; without it, the ${maxHours} up to the last one.`,
          WRITTEN,
        ),
        parameter(
          "to",
          "The last one, included; without it, the last one that has ended.",
          WRITTEN,
        ),
        EDITION,
      ],
      responses: {
        200: response("The periods, and the gaps between them.", json("PeriodList", EXAMPLE), [
          "Cache-Control",
        ]),
        ...problems("bad-period", "bad-parameter", "out-of-range"),
      },
    },
    schemas: SCHEMAS,
  };
}

/**
 * Reads the range of periods of a unit that the parameters `from` and `to` name.
 *
 * @param newest The last one where none is named; the last one that has ended, unless it is given.
 */
export function readPeriodRange(
  query: Query,
  unit: Unit,
  { clock, maxHours, usual = maxHours }: Pick<Service, "clock" | "maxHours"> & { usual?: number },
  newest?: Period,
): PeriodRange {
  const now = clock.now();
  const read = (name: string): Period | undefined => {
    const written = query.text(name);
    if (written === null) return undefined;
    const period = readPeriod(written, now);
    if (period.unit === unit) return period;
    throw new Problem(
      "bad-parameter",
      `Cannot use ${name} "${written}": it is not ${oneOf(unit)} but ${oneOf(period.unit)}`,
    );
  };
  const present = periodAround(Hour.lastBefore(now), unit);
  const past = Date.parse(present.end) > now.getTime() ? present.plus(-1) : present;
  const from = read("from");
  const last = read("to") ?? newest ?? past;
  const oldest = periodAround(Hour.first(), unit);
  const first = from ?? (last.since(oldest) < usual ? oldest : last.plus(1 - usual));
  const length = last.since(first) + 1;
  if (length < 1) {
    throw new Problem("bad-parameter", `Cannot use "${first}" to "${last}": swap the two`);
  }
  if (length <= maxHours) return { first, last };
  throw new Problem(
    "bad-parameter",
    `Cannot use "${first}" to "${last}": these are ${length}, ${maxHours} at most are allowed at a ` +
      "time",
  );
}

function gapsOf({ first, last }: PeriodRange, periods: readonly Period[]): object[] {
  const present = [first.plus(-1), ...periods, last.plus(1)];
  return present.slice(1).flatMap((period, i) => {
    const gap = gapBetween(present[i]!, period);
    return gap === undefined ? [] : [{ first: gap.first, last: gap.last, periods: gap.count }];
  });
}

/** Which periods are of fewer hours than they have, by their manifests; an hour is none. */
async function incompleteOf(
  periods: readonly Period[],
  edition: ReportName["edition"],
  { reports }: Service,
): Promise<object[]> {
  const slice = new TimeSlice();
  const found: object[] = [];
  for (const period of periods) {
    if (period.unit === "hour") break;
    await slice.check();
    const hours = (await reports.find(period, edition))?.report.manifest.hours;
    if (hours !== undefined && hours.present < hours.expected) found.push({ period, hours });
  }
  return found;
}

const WRITTEN: Part = { schema: schema("WrittenPeriod") };

const EXAMPLE = {
  unit: "day",
  from: "2026-09-08",
  to: "2026-09-10",
  periods: ["2026-09-09", "2026-09-10"],
  gaps: [{ first: "2026-09-08", last: "2026-09-08", periods: 1 }],
  incomplete: [{ period: "2026-09-10", hours: { present: 23, expected: 24 } }],
};

const SCHEMAS: Readonly<Record<string, Part>> = {
  PeriodList: object("Which periods of a unit and a range are stored.", {
    unit: { enum: [...UNITS] },
    from: text("The first period of the range."),
    to: text("The last one."),
    periods: list(text(), "Those that are, in order."),
    gaps: list(
      object("Consecutive periods that are not stored.", {
        first: text(),
        last: text(),
        periods: { type: "integer", minimum: 1, description: "How many these are." },
      }),
      "Those that are not, in order.",
    ),
    incomplete: list(
      object("A stored period that lacks hours which had no dump.", {
        period: text(),
        hours: schema("CoveredHours"),
      }),
      "Those stored ones that are not finished.",
    ),
  }),
  CoveredHours: object("How many hours a report is of.", {
    present: count("How many it was made of."),
    expected: count("How many the period has."),
  }),
};
