import { didYouMean } from "../../core/did_you_mean.ts";
import { projectIn } from "../../core/report/report.ts";
import { projectPattern } from "../../core/wiki/domain_pattern.ts";
import { readProject } from "../../core/wiki/written_project.ts";
import {
  type Access,
  domainPattern,
  type Edition,
  FORMATS,
  type StoredReport,
} from "../../core/mod.ts";
import { type Part, schema } from "../http/json_schema.ts";
import { negotiate } from "../http/negotiate.ts";
import {
  BY_TOKEN,
  CONDITIONS,
  type DescribedRoute,
  json,
  problems,
  query as parameter,
  response,
} from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { RouteHandler } from "../http/router.ts";
import { commandFor } from "../reports/on_demand.ts";
import { renderReport, type Selection } from "../reports/render.ts";
import { EDITIONS_IN_ORDER, readEditions } from "./editions.ts";
import {
  CACHED,
  HOUR,
  HOUR_PROBLEMS,
  hourInPath,
  LATEST_ANSWER,
  namesIn,
  OTHER_ANSWERS,
  PERIOD,
  PERIOD_PROBLEMS,
  periodInPath,
  POLICY,
  POLICY_PARAMETERS,
  readPolicy,
  respondAbout,
} from "./period_request.ts";
import { reportExamples, reportSchemas } from "./report_schemas.ts";
import type { Service } from "./service.ts";
import { readSpikes, SPIKE } from "./spikes.ts";

const ACCESSES: readonly Access[] = ["desktop", "mobile", "all"];

/** How many domains or projects may be named, and how often `*` may stand for anything in one. */
const MAX_PATTERNS = 50;
const MAX_STARS = 2;

/** The report of an hour, or a part of it, made first if it is not stored. */
export function hourReport(service: Service): DescribedRoute {
  const answers = describeAnswers();
  return {
    method: "GET",
    path: "/v1/hours/{hour}",
    answer: answerWith(service, hourInPath),
    operation: {
      operationId: "getHour",
      tags: ["Hours"],
      summary: "The top pages of an hour",
      description: "All domains, or those that the parameters leave. An hour that is not stored " +
        "is made first; to have hours made takes the token where the server has one.",
      security: BY_TOKEN,
      parameters: [HOUR, ...parametersOf(service)],
      responses: { ...answers, ...problems(...HOUR_PROBLEMS, ...REPORT_PROBLEMS) },
    },
    schemas: reportSchemas(),
  };
}

/** The report of a day, week or month, or of an hour. */
export function periodReport(service: Service): DescribedRoute {
  return {
    method: "GET",
    path: "/v1/periods/{period}",
    answer: answerWith(service, periodInPath),
    operation: {
      operationId: "getPeriod",
      tags: ["Periods"],
      summary: "The top pages of an hour, day, week or month",
      description: "As of an hour. Longer periods are made on demand only where whoever runs the " +
        `server lets it: this one makes ${service.makes.join(", ")}.`,
      security: BY_TOKEN,
      parameters: [PERIOD, ...parametersOf(service)],
      responses: {
        ...describeAnswers(),
        307: LATEST_ANSWER,
        ...problems(...PERIOD_PROBLEMS, ...REPORT_PROBLEMS),
      },
    },
  };
}

const REPORT_PROBLEMS = ["unknown-project", "not-acceptable"] as const;

function describeAnswers(): Record<number, Part> {
  const examples = reportExamples();
  return {
    200: response("The report.", {
      ...json("Report", examples.json),
      "text/csv": { schema: { type: "string" }, example: examples.csv },
      "application/x-ndjson": { schema: { type: "string" }, example: examples.ndjson },
    }, CACHED),
    ...OTHER_ANSWERS,
  };
}

function parametersOf({ maxTop }: Service): Part[] {
  return [...selectionParameters(maxTop), EDITIONS_IN_ORDER, SPIKE, ...POLICY, ...CONDITIONS];
}

function answerWith(service: Service, inPath: typeof periodInPath): RouteHandler {
  return async (exchange) => {
    const { request, url } = exchange;
    const period = await inPath(exchange, service);
    if (period instanceof Response) return period;
    const names = ["domain", "project", "access", "top", "format", "edition", ...POLICY_PARAMETERS];
    names.push("spike");
    const query = new Query(url.searchParams, names);
    const edition = await service.reports.choose(period, readEditions(query));
    const selection = readSelection(query, edition, service);
    const format = negotiate(query.text("format"), request.headers.get("accept"));
    const policy = readPolicy(request, query, service);
    const name = { period, edition };
    const spikes = readSpikes(query, name, service);
    return await respondAbout(service, exchange, name, policy, async (report) => {
      const body = await renderReport(report, { ...selection, spikes }, format);
      if (body !== undefined) return { body, type: FORMATS[format].mediaType };
      throw unknownProject(query, report);
    }, spikes === undefined ? { isLong: isOfMany(query) } : { isLong: true, isPassing: true });
  };
}

/** Says that a report has nothing of what a query asks for, and what there is. */
export function unknownProject(query: Query, report: StoredReport): Problem {
  const { period, edition } = report;
  const [wanted = ""] = query.list("domain", MAX_PATTERNS) ??
    query.list("project", MAX_PATTERNS) ?? [];
  const { project } = readProject(wanted);
  const names = namesIn(report);
  const isOther = query.text("access") !== null && names.includes(project);
  const reason = !isOther
    ? `it has no such domain${didYouMean(project, names)}`
    : edition === "each" && query.text("access") === "all"
    ? 'the accesses of "' + project +
      '" are not summed in it; whoever runs the server can have that ' +
      `with "${commandFor("all", period)}"`
    : `"${project}" has no such access in it`;
  const folder = period.unit === "hour" ? "hours" : "periods";
  return new Problem(
    "unknown-project",
    `Cannot find what was asked for in ${period.unit} "${period}": ${reason}; ` +
      `/v1/${folder}/${period}/domains lists those that it has`,
  );
}

/** Whether a selection may be of so many domains that its answer is long. */
export function isOfMany(query: Query): boolean {
  const names = query.text("domain") ?? query.text("project");
  return names === null || names.includes("*");
}

/** Reads which part of a report is meant. */
export function readSelection(query: Query, edition: Edition, { maxTop }: Service): Selection {
  const patterns = query.list("domain", MAX_PATTERNS);
  const projects = query.list("project", MAX_PATTERNS);
  const access = query.word("access", ACCESSES);
  const top = query.count("top", [1, maxTop]);
  checkStars("domain", patterns);
  checkStars("project", projects);
  if (patterns === undefined && projects === undefined && access === undefined) return { top };
  const wanted = projects?.map(projectFilter);
  const filters = patterns?.map(domainPattern);
  return {
    top,
    domains(code) {
      const project = projectIn(edition, code);
      return (filters === undefined || filters.some((matches) => matches(code))) &&
        (wanted === undefined || wanted.some((matches) => matches(project.project))) &&
        (access === undefined || access === project.access);
    },
  };
}

/** What is slow to match is nobody's who means well. */
export function checkStars(name: string, patterns: readonly string[] = []): void {
  for (const pattern of patterns) {
    if (pattern.split("*").length - 1 <= MAX_STARS) continue;
    throw new Problem(
      "bad-parameter",
      `Cannot use ${name} "${pattern}": at most ${MAX_STARS} * may stand in one`,
    );
  }
}

/** Matches the projects that somebody wrote, in which `*` stands for anything. */
function projectFilter(written: string): (project: string) => boolean {
  if (written.includes("*")) return projectPattern(written);
  const { project } = readProject(written);
  return (name) => name === project;
}

/** Describes what {@linkcode readSelection} reads, and the format. */
export function selectionParameters(
  maxTop: number,
  top = "The last rank; all that the report has if it is left out.",
): Part[] {
  const names = {
    schema: { type: "array", items: { type: "string" }, maxItems: MAX_PATTERNS },
    style: "form",
    explode: false,
  };
  const stars = `in which up to ${MAX_STARS} * stand for anything`;
  return [
    parameter("domain", `Domain codes or projects, separated by commas, ${stars}.`, {
      ...names,
      examples: {
        one: { value: ["en.m"] },
        some: { value: ["en", "en.m", "*.voy"] },
        "Wikifunctions, whose code is empty": { value: ['""'] },
      },
    }),
    parameter("project", `Projects, separated by commas, ${stars}.`, {
      ...names,
      examples: {
        some: { value: ["en.wikipedia", "wikidata"] },
        "all Wikipedias": { value: ["*.wikipedia"] },
      },
    }),
    parameter("access", "Only those readers.", { schema: schema("Access") }),
    parameter("top", top, {
      schema: { type: "integer", minimum: 1, maximum: maxTop },
    }),
    parameter("format", "How to write the report; goes before the header Accept.", {
      schema: schema("Format"),
    }),
  ];
}
