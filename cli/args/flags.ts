import type { AccessEdition, PagesEdition } from "../../core/mod.ts";
import { DEFAULT_TOP, TIES } from "../../core/rank/page.ts";
import { FLAG_NAMES } from "../../core/report/flags.ts";
import { FORMAT_NAMES } from "../../core/report/formats/format.ts";
import { checkPeriod, parsePeriod, UNITS } from "../../core/time/period.ts";
import { DEFAULT_FLAG_RULES, SPIKE_FACTOR } from "../../core/report/flags.ts";
import { FILE_FORMATS } from "../../core/report/formats/format.ts";
import { parseBytes } from "./bytes.ts";
import { LIMITS } from "../../server/limits.ts";
import { NO_CONTACT, PROJECT_ADDRESS } from "../version.ts";
import { parseDuration, parseHeartbeat, parseInterval } from "./duration.ts";
import {
  parseCount,
  parseEndpoint,
  parseHost,
  parsePlace,
  parseQueue,
  parseShares,
  parseStorePlace,
  parseSwitch,
  parseText,
  parseUpTo,
  parseWord,
  parseWords,
} from "./values.ts";

/** What is known of a flag: how it is written, read and explained. */
export interface Flag<Value = unknown> {
  /** What stands for its value in the help; a flag without one is a switch. */
  value?: string;
  /** Its value where none is given, as it would be written. */
  default?: string;
  /** What it is for, in the help. */
  help: string;
  /** Whether it may be given several times; in the environment its values stand between spaces. */
  repeatable?: boolean;
  /** An older name of it, which the help keeps to itself. */
  hiddenAlias?: string;
  /** Reads a value as it was written; throws an error that says what is wrong with it. */
  parse(written: string): Value;
}

/**
 * All flags. This table drives parsing, the environment (`--top` is also `WIKITOP_TOP`), the help and
 * its copy in the documentation; nothing else knows a flag's default.
 */
export const FLAGS = {
  top: define({
    value: "N",
    default: String(DEFAULT_TOP),
    help: "the last rank to keep of each domain",
    parse: parseCount,
  }),
  access: define({
    value: "each,all",
    default: "each",
    help:
      "how readers are put together, each way a report of its own: each domain code by itself " +
      "(en, en.m), or all of a project (en.wikipedia), desktop and mobile summed",
    parse: (written) => parseWords<AccessEdition>(["each", "all"], written),
  }),
  pages: define({
    value: "all,articles",
    default: "all",
    help:
      "which pages rank, each choice a report of its own: all, or articles alone, without main " +
      "pages and other namespaces",
    parse: (written) => parseWords<PagesEdition>(["all", "articles"], written),
  }),
  flags: define({
    value: "none|NAME,…",
    default: [...FLAG_NAMES].join(","),
    help:
      "which pages to mark: not-article (a main page, or one of another namespace), mobile-share " +
      "(nearly no views are mobile, or nearly all), spike (far more views than in the stored hours " +
      "around it)",
    parse: (written) => written === "none" ? [] : parseWords(FLAG_NAMES, written),
  }),
  "mobile-share": define({
    value: "LOW,HIGH,VIEWS",
    default: Object.values(DEFAULT_FLAG_RULES.mobileShare!).join(),
    help:
      "below and above which parts of mobile views a page is marked, and from how many views on",
    parse: parseShares,
  }),
  spike: define({
    value: "N",
    default: String(SPIKE_FACTOR),
    help: "how many times its median of the stored hours around it a page's views are a spike",
    parse: parseCount,
  }),
  "cross-check": define({
    help:
      "compare the views of each domain with the hour's projectviews file, and record the result",
    parse: parseSwitch,
  }),
  ties: define({
    value: "row|rank|dense",
    default: "row",
    help: "pages with equal views: row ranks them by title, the others as SQL's RANK and " +
      "DENSE_RANK, for which every tied page is kept in memory",
    parse: (written) => parseWord(TIES, written),
  }),
  denylist: define({
    value: "FILE|URL|none",
    default:
      "https://s3.amazonaws.com/dd-interview-data/data_engineer/wikipedia/blacklist_domains_and_pages",
    help:
      "the pages to leave out, a list of domain_code title; one from a URL is fetched once and " +
      "kept in the store, none leaves out nothing",
    hiddenAlias: "blacklist",
    parse: parsePlace,
  }),
  "refresh-denylist": define({
    help: "ask whether the denylist of the URL has changed since it was kept",
    parse: parseSwitch,
  }),
  "show-denied": define({
    help: "list the pages that the denylist left out and that would rank, in a table",
    parse: parseSwitch,
  }),
  source: define({
    value: "URL|DIR",
    default: [
      "https://dumps.wikimedia.org/other/pageviews/",
      "https://dumps.wikimedia.your.org/other/pageviews/",
      "https://mirror.accum.se/mirror/wikimedia.org/other/pageviews/",
    ].join(" "),
    help:
      "where dumps come from, given several times: the origin, then its mirrors; the files of " +
      "a folder may lie as on the server, or flat",
    repeatable: true,
    parse: parsePlace,
  }),
  connections: define({
    value: "N",
    default: "3",
    help: "connections to one host, of all processes that share the store; Wikimedia allows 3",
    parse: parseCount,
  }),
  "retry-for": define({
    value: "TIME",
    default: "10m",
    help: "how long to try again without any progress: 8s, 10m, 24h",
    parse: parseDuration,
  }),
  missing: define({
    value: "skip|fail",
    default: "skip",
    help: "an hour without a dump: skip it and exit with 3 at the end, or count it as failed; a " +
      "longer period is then made without it, or not at all",
    parse: (written) => parseWord(["skip", "fail"] as const, written),
  }),
  wait: define({
    help: "wait for hours that are not published yet",
    parse: parseSwitch,
  }),
  "wait-every": define({
    value: "TIME",
    default: "5m",
    help: "how often to ask for them",
    parse: parseInterval,
  }),
  unit: define({
    value: "hour|day|week|month",
    help: "the unit of what is made, where it is not the one of PERIOD: the days of a month, say",
    parse: (written) => parseWord(UNITS, written),
  }),
  work: define({
    value: "DIR",
    help: "where the dumps of a day, week or month wait until they are merged: about 2 GB, and " +
      "150 MB more for each day of a longer one [.work in --state]",
    parse: parseText,
  }),
  last: define({
    value: "N",
    help:
      "the last N periods instead of PERIOD and END; one not published yet is left for next time",
    parse: parseCount,
  }),
  refresh: define({
    help: "make finished hours again whose dump has changed since",
    parse: parseSwitch,
  }),
  "keep-dumps": define({
    value: "DIR",
    help: "keep the dumps there, and use those that are there",
    parse: parseText,
  }),
  "keep-sums": define({
    value: "DIR",
    help:
      "keep the merged days of weeks and months there, 62 at most, and use those that are there",
    parse: parseText,
  }),
  workers: define({
    value: "N",
    help: "hours of a range that are ranked at the same time [one for each core]",
    parse: parseCount,
  }),
  log: define({
    value: "text|json",
    default: "text",
    help: "how to tell of the progress on standard error; json is one object a line",
    parse: (written) => parseWord(["text", "json"] as const, written),
  }),
  metrics: define({
    value: "FILE",
    help: "write figures of the run there, as Prometheus text",
    parse: parseText,
  }),
  store: define({
    value: "DIR|s3://…",
    default: "./reports",
    help: "the folder of finished hours, or a bucket of S3 and a prefix: s3://BUCKET/PREFIX",
    parse: parseStorePlace,
  }),
  endpoint: define({
    value: "URL",
    help: "the S3 server of others than AWS, of buckets in --store and elsewhere " +
      "[AWS_ENDPOINT_URL, or AWS]",
    parse: parseEndpoint,
  }),
  state: define({
    value: "DIR",
    help: "where this machine keeps what a bucket cannot: locks, jobs, and dumps to be merged " +
      "[the store; ./reports/.state for a bucket]",
    parse: parseText,
  }),
  "single-writer": define({
    help: "write to a bucket whose server has no conditional writes; nobody else may write there",
    parse: parseSwitch,
  }),
  format: define({
    value: "csv|ndjson|json|table",
    default: "csv",
    help: "how to write the report",
    parse: (written) => parseWord([...FORMAT_NAMES, "table"] as const, written),
  }),
  domain: define({
    value: "CODE,…",
    help: "only these domains, by code or project; * stands for anything: '*.b'",
    parse: (written) => parseText(written).split(","),
  }),
  period: define({
    value: "PERIOD",
    help:
      "the hour of the dump, or the day, week or month of a sum of dumps, where the name of its " +
      "file does not tell",
    hiddenAlias: "hour",
    parse: (written) => checkPeriod(parsePeriod(written), new Date()),
  }),
  plain: define({
    help: "write plain text, not gzip; on a terminal it is plain in any case",
    parse: parseSwitch,
  }),
  force: define({
    help: "make finished hours again",
    parse: parseSwitch,
  }),
  contact: define({
    value: "TEXT",
    default: PROJECT_ADDRESS ?? NO_CONTACT,
    help:
      "how Wikimedia can reach you, an address or URL, for the User-Agent; without it all who " +
      "use wikitop are taken for one, and throttled together",
    parse: parseText,
  }),
  to: define({
    value: "PLACE",
    help: "where to write: a folder or s3://BUCKET/PREFIX for wikitop export, sqlite:FILE or " +
      "postgres://USER@HOST/NAME for wikitop load",
    parse: parseText,
  }),
  database: define({
    value: "PLACE",
    help:
      "look back on pages and projects in the database there, over any range, not in the store: " +
      "sqlite:FILE or postgres://USER@HOST/NAME, as wikitop load has filled it",
    parse: parseText,
  }),
  export: define({
    value: "DIR|s3://…",
    help: "export each period there as it is finished, as wikitop export does",
    parse: parseStorePlace,
  }),
  layout: define({
    value: "flat|hive",
    default: "flat",
    help: "how exported files lie: side by side, or in folders that name edition, unit and time",
    parse: (written) => parseWord(["flat", "hive"] as const, written),
  }),
  per: define({
    value: "day|month",
    help: "put the hours of a day or month into one exported file, not each into its own",
    parse: (written) => parseWord(["day", "month"] as const, written),
  }),
  "spreadsheet-safe": define({
    help:
      "for Excel and the like: begin CSV with a byte order mark, and put an apostrophe before " +
      "texts that would be formulas",
    parse: parseSwitch,
  }),
  "older-than": define({
    value: "AGE",
    help: "what ended longer ago than that, as 8s, 10m, 24h or 30d",
    parse: parseDuration,
  }),
  dumps: define({
    help: "remove kept dumps instead of stored hours",
    parse: parseSwitch,
  }),
  port: define({
    value: "N",
    default: String(LIMITS.port),
    help: "the port to listen on, 0 for any that is free",
    parse: (written) => parseUpTo(65_535, written),
  }),
  host: define({
    value: "ADDRESS",
    default: LIMITS.hostname,
    help: "the address to listen on; 0.0.0.0 is all of this machine",
    parse: parseText,
  }),
  "allowed-host": define({
    value: "NAME",
    help: "a name that the server is called by besides localhost and --host, given several " +
      "times; hours are made for requests to these alone",
    repeatable: true,
    parse: parseHost,
  }),
  jobs: define({
    value: "N",
    default: String(LIMITS.running),
    help: "hours that are made at the same time",
    parse: parseCount,
  }),
  make: define({
    value: "UNIT,…",
    default: LIMITS.makes.join(),
    help: `what is made on demand, of ${UNITS.join(", ")}; a month is 720 dumps`,
    parse: (written) => written.split(",").map((unit) => parseWord(UNITS, unit)),
  }),
  waiting: define({
    value: "N",
    default: String(LIMITS.waiting),
    help: "jobs that may wait; further requests get 429",
    parse: (written) => parseUpTo(1_000_000, written),
  }),
  queue: define({
    value: "postgres://…",
    help: "the queue of several machines, in a PostgreSQL database; a password is better written " +
      "into PGPASSWORD",
    parse: parseQueue,
  }),
  egress: define({
    value: "NAME",
    default: "default",
    help: "by which way out workers reach the hosts of dumps; those of the same name share the " +
      "connections",
    parse: parseText,
  }),
  heartbeat: define({
    value: "TIME",
    default: "30s",
    help: "a worker that is not heard of for so long loses its periods to others",
    parse: parseHeartbeat,
  }),
  "with-days": define({
    help: "add the days of a week or month, too; it waits for them, and uses their --keep-sums",
    parse: parseSwitch,
  }),
  tries: define({
    value: "N",
    default: String(LIMITS.maxTries),
    help: "how often an hour is tried before its job fails",
    parse: parseCount,
  }),
  "max-hours": define({
    value: "N",
    default: String(LIMITS.maxHours),
    help: "how many hours may be asked for at a time",
    parse: parseCount,
  }),
  "read-only": define({
    help: "make no hours, show only what is stored",
    parse: parseSwitch,
  }),
  "token-file": define({
    value: "FILE",
    help: "make hours only for those who send the token in this file; reading is open to all",
    parse: parseText,
  }),
  cache: define({
    value: "SIZE",
    default: `${LIMITS.cacheBytes / 1e6}MB`,
    help: "memory for the hours that are asked for most",
    parse: parseBytes,
  }),
  grace: define({
    value: "TIME",
    default: `${LIMITS.graceMs / 1000}s`,
    help: "how long what is in flight may take when the server is stopped",
    parse: parseDuration,
  }),
  "dry-run": define({
    help: "change nothing, say what would be done",
    parse: parseSwitch,
  }),
  quiet: define({
    help: "say nothing but warnings and errors",
    parse: parseSwitch,
  }),
};

/** The name of a flag, without its dashes. */
export type FlagName = keyof typeof FLAGS;

/** The flags that say where the store is. */
export const STORE_FLAGS = [
  "store",
  "endpoint",
  "state",
  "single-writer",
] as const satisfies readonly FlagName[];

/** The flags that say what an export is like. */
export const FORM_FLAGS = [
  "format",
  "layout",
  "per",
  "spreadsheet-safe",
] as const satisfies readonly FlagName[];

/** The formats of exported files, as people write them. */
export const EXPORT_FORMATS: string = FILE_FORMATS.join("|");

/** The type of a flag's value. */
export type FlagValue<Name extends FlagName> = ReturnType<(typeof FLAGS)[Name]["parse"]>;

/** Variables of the program's prefix that are no flags: what its tests are given. */
const OTHER_VARIABLES = ["WIKITOP_CHROMIUM", "WIKITOP_TEST_DATA", "WIKITOP_TEST_EXECUTABLE"];

/** All variables that mean something. */
export function knownVariables(): string[] {
  return [...Object.keys(FLAGS).map((name) => variableOf(name as FlagName)), ...OTHER_VARIABLES];
}

/** The variable of the environment that sets a flag, as `WIKITOP_REFRESH_DENYLIST`. */
export function variableOf(name: FlagName): string {
  return `WIKITOP_${name.toUpperCase().replaceAll("-", "_")}`;
}

function define<Value>(flag: Flag<Value>): Flag<Value> {
  return flag;
}
