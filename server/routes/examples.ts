import type { Part } from "../openapi/part.ts";

const domain = {
  domain_code: "en",
  project: "en.wikipedia",
  access: "desktop",
  host: "en.wikipedia.org",
  views: 4_200_000,
};

const pages = [
  { rank: 1, views: 230_114, title: "Main_Page" },
  { rank: 2, views: 8_105, title: "Ada_Lovelace" },
];

const jobHour = {
  hour: "2026-09-10T18",
  state: "running",
  tries: 1,
  max_tries: 3,
  bytes: 14_680_064,
  length: 57_401_128,
  message: null,
};

const job = {
  id: "2026-09-10T18",
  from: "2026-09-10T18",
  to: "2026-09-10T18",
  state: "running",
  created: "2026-09-10T20:04:05.000Z",
  started: "2026-09-10T20:04:05.020Z",
  ended: null,
  hours: [jobHour],
};

const doneJob = {
  ...job,
  state: "done",
  ended: "2026-09-10T20:04:12.310Z",
  hours: [{ ...jobHour, state: "done", bytes: 57_401_128 }],
};

const HOUR_START = "2026-09-10T17:00:00Z";

/** What answers look like, by the names of their schemas or media types. */
export const EXAMPLES = {
  Report: {
    hour: "2026-09-10T18",
    period: { hour_start: HOUR_START, hour_end: "2026-09-10T18:00:00Z" },
    source: {
      url: "https://example.org/2026/2026-09/pageviews-20260910-180000.gz",
      bytes: 57_401_128,
      sha256: "9f".repeat(32),
      etag: null,
      last_modified: "Thu, 10 Sep 2026 19:12:03 GMT",
    },
    parameters: {
      top: 25,
      ties: "row",
      denylist: { url: "https://example.org/denylist", sha256: "3c".repeat(32) },
    },
    counts: { lines: 6_777_476, views: 21_996_631, domains: 1602, denied: 14_355, malformed: {} },
    domains: [{ ...domain, pages }],
  },
  csv: "hour_start,domain_code,project,access,rank,views,title\n" +
    pages.map(({ rank, views, title }) =>
      [HOUR_START, domain.domain_code, domain.project, domain.access, rank, views, title].join()
    ).join("\n") + "\n",
  ndjson: pages.map((page) => {
    const { domain_code, project, access } = domain;
    return JSON.stringify({ hour_start: HOUR_START, domain_code, project, access, ...page }) + "\n";
  }).join(""),
  HourDomains: { hour: "2026-09-10T18", domains: [domain] },
  HourList: {
    from: "2026-09-10T15",
    to: "2026-09-10T18",
    hours: ["2026-09-10T17", "2026-09-10T18"],
    gaps: [{ first: "2026-09-10T15", last: "2026-09-10T16", hours: 2 }],
  },
  PageHistory: {
    project: "en.wikipedia",
    title: "Ada_Lovelace",
    from: "2026-09-10T17",
    to: "2026-09-10T18",
    series: [{
      domain_code: "en",
      access: "desktop",
      hours: [
        { hour: "2026-09-10T17", rank: null, views: null },
        { hour: "2026-09-10T18", rank: 2, views: 8_105 },
      ],
    }],
  },
  Job: job,
  DoneJob: doneJob,
  JobRequest: { from: "2026-09-10T01", to: "2026-09-11T00" },
  events: `event: job\ndata: ${JSON.stringify(job)}\n\n` +
    `event: job\ndata: ${JSON.stringify(doneJob)}\n\nevent: end\ndata: {}\n\n`,
  Task: {
    date: "2026091018",
    status: "success",
    data_path: "/v1/hours/2026-09-10T18?format=csv",
    try_count: 1,
    max_tries: 3,
  },
  PendingTask: {
    date: "2026091018",
    status: "pending",
    data_path: null,
    try_count: 0,
    max_tries: 3,
  },
  TaskRequest: { start_date: "2026091017", end_date: "2026091018" },
  TaskStateRequest: { date: "2026091018" },
  NoTask: { message: "This task does not exist" },
} as const satisfies Part;
