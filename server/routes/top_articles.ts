import { didYouMean } from "../../core/did_you_mean.ts";
import {
  type Access,
  checkPeriod,
  parsePeriod,
  type Period,
  type StoredReport,
} from "../../core/mod.ts";
import { projectIn } from "../../core/report/report.ts";
import { readProject } from "../../core/wiki/written_project.ts";
import { count, list, object, type Part, schema, text } from "../http/json_schema.ts";
import {
  CONDITIONS,
  type DescribedRoute,
  inPath,
  json,
  problems,
  query as parameter,
  response,
} from "../http/openapi.ts";
import { Problem, type ProblemKind } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { articlesOf, rankAsAqs } from "../reports/aqs_rules.ts";
import type { ReportName } from "../reports/on_demand.ts";
import { CACHED, namesIn, respondAbout } from "./period_request.ts";
import type { Service } from "./service.ts";

/** The readers that can be asked for, and where they are: in which edition, and by which access. */
const READERS = {
  "all-access": { edition: "all", access: "all" },
  "desktop": { edition: "each", access: "desktop" },
  "mobile-web": { edition: "each", access: "mobile" },
} as const satisfies Record<string, { edition: ReportName["edition"]; access: Access }>;

type Readers = keyof typeof READERS;

/** The day that stands for all of a month. */
const ALL_DAYS = "all-days";

/** What Wikimedia's API says of all that it does not have; there are clients that look for it. */
const NO_DATA =
  "The date(s) you used are valid, but we either do not have data for those date(s), " +
  "or the project you asked for is not loaded yet";

/** The top articles of a day or month as Wikimedia's own API, AQS, answers it, for its clients. */
export function topArticles(service: Service): DescribedRoute {
  const part = (name: string, description: string, example: string, values?: readonly string[]) =>
    inPath(name, description, {
      schema: { type: "string", ...(values !== undefined && { enum: values }) },
      example,
    });
  return {
    method: "GET",
    path: "/metrics/pageviews/top/{project}/{access}/{year}/{month}/{day}",
    answer: answerWith(service),
    operation: {
      operationId: "getTopArticles",
      tags: ["Wikimedia"],
      summary: "The top articles of a project in a day or month, as Wikimedia's own API answers",
      description:
        "As many as the stored period has, 1,000 at most. Nothing is made: what is not " +
        "stored is a 404 whose detail says how to have it made. mobile-web is the sum of mobile web " +
        "and app, which the dumps do not tell apart; so mobile-app is a 404.",
      parameters: [
        part("project", "A project, with .org or without.", "en.wikipedia"),
        part("access", "Which readers.", "all-access", [...Object.keys(READERS), "mobile-app"]),
        part("year", "The year.", "2026"),
        part("month", "The month, of two digits.", "09"),
        part("day", `The day, of two digits, or ${ALL_DAYS} for the month.`, "10"),
        parameter("rules", "aqs ranks as Wikimedia's own API does; otherwise as it is stored.", {
          schema: { enum: RULES, default: "stored" },
        }),
        ...CONDITIONS,
      ],
      responses: {
        200: response("The articles.", json("TopArticles", EXAMPLE), CACHED),
        304: response("The answer at hand is still right.", {}, CACHED),
        ...problems("bad-parameter", "not-found", "not-stored", "out-of-range", "unknown-project"),
      },
    },
    schemas: SCHEMAS,
  };
}

const RULES = ["stored", "aqs"] as const;

function answerWith(service: Service): RouteHandler {
  const { reports, clock } = service;
  return async (exchange) => {
    const { param, url } = exchange;
    const rules = new Query(url.searchParams, ["rules"]).word("rules", RULES) ?? "stored";
    const readers = readReaders(param("access"));
    const date = { year: param("year"), month: param("month"), day: param("day") };
    const period = readDate(date, clock.now());
    const { project } = readProject(param("project").trim());
    const name = { period, edition: READERS[readers].edition };

    // Whoever has the period made waits too long for most clients, and gets what they cannot read.
    const authorize = () => {
      throw notStored(name, service);
    };
    if (await reports.find(period, name.edition) === undefined) authorize();
    const policy = { wait: 0, authorize };
    return await respondAbout(service, exchange, name, policy, async (report) => {
      const { parameters } = report.manifest;
      const code = codeOf(report, project, readers);
      // The answer is kept and sent to many: of bytes whose SHA-256 was checked.
      const pages = await (await report.loaded()).pages(code);
      const articles = rules === "aqs" ? rankAsAqs(pages, parameters) : articlesOf(pages);
      const answer = { items: [{ project, access: readers, ...date, articles }] };
      return {
        body: new TextEncoder().encode(JSON.stringify(answer)),
        type: "application/json; charset=utf-8",
      };
    });
  };
}

function readReaders(written: string): Readers {
  if (Object.hasOwn(READERS, written)) return written as Readers;
  const names = Object.keys(READERS).join(", ");
  if (written === "mobile-app") {
    throw new Problem(
      "not-found",
      'Cannot find access "mobile-app": the dumps sum mobile web and app; ask for mobile-web, ' +
        "which answers with that sum",
    );
  }
  throw new Problem("bad-parameter", `Cannot use access "${written}": it is none of ${names}`);
}

function readDate(date: Record<"year" | "month" | "day", string>, now: Date): Period {
  const { year, month, day } = date;
  const written = `${year}/${month}/${day}`;
  if (!/^\d{4}\/\d{2}\/(?:\d{2}|all-days)$/.test(written)) {
    throw new Problem(
      "bad-parameter",
      `Cannot use date "${written}": write it as 2026/09/10, or 2026/09/${ALL_DAYS} for the month`,
    );
  }
  const read = (kind: ProblemKind, check: () => Period): Period => {
    try {
      return check();
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw new Problem(kind, cause.message, { cause });
    }
  };
  const label = [year, month, ...day === ALL_DAYS ? [] : [day]].join("-");
  const period = read("bad-parameter", () => parsePeriod(label));
  return read("out-of-range", () => checkPeriod(period, now));
}

/** The domain of a project and some readers. */
function codeOf(report: StoredReport, project: string, readers: Readers): string {
  const { period, manifest: { domain_views } } = report;
  const { edition, access } = READERS[readers];
  const codes = Object.keys(domain_views).filter((code) => {
    const known = projectIn(edition, code);
    return known.project === project && known.access === access;
  });
  // Until 2019, `en.zero` has a few mobile readers beside `en.m`.
  const [busiest] = codes.sort((a, b) => domain_views[b]! - domain_views[a]!);
  if (busiest !== undefined) return busiest;
  const isSummed = Object.keys(domain_views)
    .map((code) => projectIn(edition, code))
    .some((known) => known.project === project && known.access === "all");
  const advice = isSummed
    ? "; its dumps do not tell readers apart: ask for all-access"
    : didYouMean(project, namesIn(report));
  throw new Problem(
    "unknown-project",
    `${NO_DATA}: ${period.unit} "${period}" has no ${readers} of project "${project}"${advice}`,
  );
}

/** Says what is missing, and how to have it made. */
function notStored(name: ReportName, { reports, jobs }: Service): Problem {
  const { period, edition } = name;
  const problem = (why: string) => new Problem("not-stored", `${NO_DATA}: ${why}`);
  try {
    reports.checkMade(name);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return problem(cause.message.replace(/^Cannot/, "cannot"));
  }
  const query = edition === "each" ? "" : `?edition=${edition}`;
  const advice = jobs === undefined
    ? `whoever runs the server can make it with "wikitop run ${period}"`
    : `GET /v1/periods/${period}${query} makes it`;
  return problem(`${period.unit} "${period}" is not stored; ${advice}`);
}

const EXAMPLE = {
  items: [{
    project: "en.wikipedia",
    access: "all-access",
    year: "2026",
    month: "09",
    day: "10",
    articles: [
      { article: "Main_Page", views: 5_230_114, rank: 1 },
      { article: "Ada_Lovelace", views: 98_105, rank: 2 },
    ],
  }],
};

const SCHEMAS: Readonly<Record<string, Part>> = {
  TopArticles: object("The top articles, as Wikimedia's own API has them.", {
    items: list(
      object("The one day or month that was asked for.", {
        project: text("The project, without .org."),
        access: { enum: Object.keys(READERS) },
        year: text(),
        month: text(),
        day: text(`The day, or ${ALL_DAYS}.`),
        articles: list(schema("Article"), "The articles in the order of their ranks."),
      }),
    ),
  }),
  Article: object("An article in the top.", {
    article: text("Its title, with underscores for spaces."),
    views: count("How often people viewed it."),
    rank: { type: "integer", minimum: 1 },
  }),
};
