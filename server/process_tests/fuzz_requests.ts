import { SAMPLE } from "../../core/testing/sample.ts";
import type { Random } from "../../testdata/random.ts";

const END = "Host: 127.0.0.1\r\nConnection: close\r\n\r\n";
const HOUR = `/v1/hours/${SAMPLE.hour}`;
const JSON_TYPE = "Content-Type: application/json\r\n";

/** A request of a target and headers. */
function get(target: string, headers = "", method = "GET"): string {
  return `${method} ${target} HTTP/1.1\r\n${headers}${END}`;
}

function post(target: string, headers: string, body: string): string {
  return `POST ${target} HTTP/1.1\r\n${JSON_TYPE}${headers}${END}${body}`;
}

function many(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join("");
}

const HUGE = [
  "-1",
  "0",
  "00",
  "1",
  "61",
  "1e1",
  "1e99",
  "0x10",
  "1.5",
  " 1",
  "+1",
  "NaN",
  "Infinity",
]
  .concat(["9007199254740993", "9".repeat(400), "١", "1%00", "", "true", "1,2"]);

const HOURS = ["2026-09-10", "2026-09-10T24", "2026-09-10T18:30", "2026-02-30T00", "0000-00-00T00"]
  .concat(["2026-09-10T18:00:00Z", "2026-09-10T18:00:00%2B02:00", "2026091018", "9999-12-31T23"])
  .concat([
    "2015-05-01T01",
    "2015-05-01T00",
    "-271821-04-20T00",
    "%2B275760-09-13T00",
    "1970-01-01T00",
  ])
  .concat([
    "now",
    "null",
    "undefined",
    "2026-09-10T1８",
    "2026-09-10T18%0a",
    `${"2".repeat(3000)}`,
  ]);

const PATHS = [
  "/..",
  "/../../etc/passwd",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/%252e%252e%252fetc%252fpasswd",
]
  .concat(["/..%2f..%2f..%2fetc%2fpasswd", "/..%5c..%5cetc%5cpasswd", "\\..\\..\\etc\\passwd"])
  .concat(["/%c0%ae%c0%ae/%c0%af", "/%00", "/%0d%0aX-Evil:%201", "//", "//etc/passwd", "/.", "/;x"])
  .concat(["/%", "/%z", "/%ff", "/%ed%a0%80", "/\u202e", "/__proto__", "/constructor", "/toString"])
  .concat(["/.locks", "/.manifest", "/2026-09-10T18.csv", "/jobs/2026-09-10T18.json"]);

const ROOTS = ["", "/v1", "/v1/hours", HOUR, "/v1/jobs", "/v1/pages", "/v1/pages/en", "/assets"]
  .concat(["/feeds", "/feeds/en.wikipedia.atom", "/v1/trending"]);

/** Requests that somebody might think up. Most are none. */
export const ODD_REQUESTS: readonly (string | Uint8Array)[] = [
  // Targets.
  ...ROOTS.flatMap((root) => PATHS.map((path) => get(root + path))),
  ...["http://example.org/v1/hours", "https://user:pass@example.org:99999/healthz", "*", "?", ""]
    .map(
      (target) => get(target),
    ),
  get("example.org:443", "", "CONNECT"),
  get("*", "", "OPTIONS"),
  get("http://x/v1/hours#/metrics"),
  ...["TRACE", "get", "PATCH", "PRI", "A".repeat(5000), "GÉT"].map((m) => get("/healthz", "", m)),
  get(`/v1/hours/${"a".repeat(100_000)}`),
  get(`/v1/hours/${"a".repeat(5000)}`),
  get(`/v1/pages/en/${"%2f".repeat(1300)}`),
  get(`/${"a/".repeat(2000)}`),
  // Hosts.
  ...["", "a b", "a/metrics#", "a/metrics?x=", "a\\b", "u@b", "[::1", "\xff", "a".repeat(60_000)]
    .map(
      (host) => `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    ),
  "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
  "GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n",
  // Versions and framing.
  "GET /healthz HTTP/1.0\r\n\r\n",
  "GET /healthz\r\n\r\n",
  "GET /healthz HTTP/3.0\r\n\r\n",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0".repeat(500),
  "\x16\x03\x01\x02\0\x01\0\x01",
  "\r\n".repeat(10_000),
  "GET /healthz HTTP/1.1\nHost: a\nConnection: close\n\n",
  get("/healthz", "X: a\r\n b\r\n"),
  get("/healthz", "X : a\r\n"),
  get("/healthz", ": a\r\n"),
  get("/healthz", "X: \0\r\n"),
  get("/healthz", many(5000, (i) => `X-${i}: y\r\n`)),
  get("/healthz", `X: ${"a".repeat(1_000_000)}\r\n`),
  "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n".repeat(500) + get("/healthz"),
  get("/healthz", "Upgrade: websocket\r\nSec-WebSocket-Key: x\r\n"),
  // Bodies.
  ...["-5", "x", "9".repeat(30), "+2", "2, 3", "0x2"].map((length) =>
    post("/v1/jobs", `Content-Length: ${length}\r\n`, "{}")
  ),
  post("/v1/jobs", "Content-Length: 2\r\nContent-Length: 3\r\n", "{}"),
  post("/v1/jobs", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nGET /metrics"),
  post("/v1/jobs", "Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"),
  post("/v1/jobs", "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n{}"),
  post("/v1/jobs", "Transfer-Encoding: chunked\r\n", many(300, () => "1\r\n \r\n") + "0\r\n\r\n"),
  post("/v1/jobs", "Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"),
  post("/v1/jobs", "Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n"),
  post("/v1/jobs", "Expect: 200-ok\r\nContent-Length: 2\r\n", "{}"),
  ...["null", "[]", '"x"', "[".repeat(4096), '{"__proto__":{"from":1}}', '{"from":{}}', "{", "\xff"]
    .concat(['{"from":1e400}', '{"from":-0}', '{"from":"2026-09-10T18","to":""}', '{"from":[]}'])
    .concat([`{"from":"${" ".repeat(4000)}x"}`, `{"from":"/${"a".repeat(4000)}//"}`, "\ufeff{}"])
    .map((body) => {
      const { length } = new TextEncoder().encode(body);
      return post("/v1/jobs", `Content-Length: ${length}\r\n`, body);
    }),
  post("/v1/jobs", "Content-Length: 1000000000\r\n", " ".repeat(9000)),
  get("/ask_page_views?start_date=2026091018", "Content-Length: 5\r\n") + "hello",
  // Parameters.
  ...HUGE.flatMap((number) => [
    get(`${HOUR}?top=${number}`),
    get(`/v1/hours/2026-09-10T17?wait=${number}`),
    get("/v1/hours/2026-09-10T17", `Prefer: wait=${decodeURI(number)}\r\n`),
  ]),
  ...HOURS.flatMap((hour) => [
    get(`/v1/hours?from=${hour}`),
    get(`/v1/hours?to=${hour}`),
    get(`/v1/hours?from=2026-09-10T18&to=${hour}`),
    get(`/v1/hours/${hour}?make=no`),
    get(`/v1/pages/en/Berlin?from=${hour}`),
    get(`/v1/trending/${hour}`),
    get(`/get_task_state?date=${hour}`),
    get(`/v1/jobs/${hour}`),
  ]),
  get(`${HOUR}?top=1&top=2`),
  get(`${HOUR}?${many(800, (i) => `a${i}&`)}`),
  get(`${HOUR}?domain=${",".repeat(49)}`),
  get(`${HOUR}?domain=${",".repeat(3000)}`),
  get(`${HOUR}?domain=${"*".repeat(3000)}`),
  get(`${HOUR}?domain=${many(50, () => "**a,")}`),
  get(`${HOUR}?domain=${"(a+)+$".repeat(500)}`),
  get(`${HOUR}?domain=${"%5B%5E".repeat(500)}`),
  get(`${HOUR}?project=__proto__&access=all`),
  get(`${HOUR}?format=__proto__`),
  get(`/v1/pages/__proto__/constructor`),
  get(`/v1/hours/${SAMPLE.hour.toLowerCase()}?x=%0d%0aSet-Cookie:a`),
];

/** Headers that are long enough to be slow, if anything is that should not be. */
export const LONG_HEADERS: readonly string[] = [
  ["Accept", `/${"a".repeat(59_000)}//`],
  ["Accept", `"/${"a".repeat(59_000)}//`],
  ["Accept", `'/${"a/".repeat(29_000)}`],
  ["Accept", '"/'.repeat(29_000)],
  ["Accept", "a/b;q=0.1,".repeat(5900)],
  ["Accept", `text/csv${";".repeat(59_000)}`],
  ["Accept", `text/csv;q=${"9".repeat(59_000)}`],
  ["Accept-Encoding", "gzip;q=0,".repeat(6500)],
  ["Accept-Encoding", `gzip${" ".repeat(59_000)}x`],
  ["Accept-Encoding", `gzip;q=0.${"0".repeat(59_000)}x`],
  ["Prefer", `wait${" ".repeat(59_000)}x`],
  ["Prefer", ",wait=".repeat(9800)],
  ["If-None-Match", '"x",'.repeat(14_700)],
  ["If-None-Match", "W/".repeat(29_000)],
  ["If-Modified-Since", "(".repeat(59_000)],
  ["If-Modified-Since", "1 ".repeat(29_000)],
  ["Authorization", `Bearer ${"x".repeat(59_000)}`],
  ["Content-Type", `application/json${" ".repeat(58_000)}x`],
].map(([name, value]) => get(`${HOUR}?top=3`, `${name}: ${value}\r\n`));

const PIECES = [
  " ",
  "/",
  "..",
  "%2e",
  "%00",
  "?",
  "&",
  "=",
  "*",
  ",",
  "\r\n",
  "\n",
  ":",
  "\0",
  "\xff",
]
  .concat([
    "v1",
    "hours",
    SAMPLE.hour,
    "jobs",
    "pages",
    "en.wikipedia",
    "domains",
    "events",
    "latest",
  ])
  .concat([
    "from",
    "to",
    "top",
    "wait",
    "domain",
    "project",
    "format",
    "csv",
    "1",
    "-1",
    "9".repeat(20),
  ])
  .concat([
    "GET",
    "POST",
    "DELETE",
    "HEAD",
    "OPTIONS",
    "HTTP/1.1",
    "HTTP/1.0",
    "Host: a",
    JSON_TYPE,
  ])
  .concat([
    "Content-Length: 5",
    "Transfer-Encoding: chunked",
    "5\r\nhello",
    "0\r\n\r\n",
    "{}",
    "\r\n\r\n",
  ]);

/** A made-up request: random bytes, random pieces of requests, or an odd request, damaged. */
export function randomRequest(random: Random): Uint8Array {
  const kind = random.below(4);
  if (kind === 0) return Uint8Array.from({ length: random.below(600) }, () => random.below(256));
  const pieces = many(1 + random.below(25), () => PIECES[random.below(PIECES.length)]!);
  const encoder = new TextEncoder();
  if (kind === 1) return encoder.encode(pieces);
  if (kind === 2) return encoder.encode(get(`/${pieces.replace(/[\s]/g, "")}`));
  const odd = ODD_REQUESTS[random.below(ODD_REQUESTS.length)]!;
  const bytes = typeof odd === "string" ? encoder.encode(odd) : odd.slice();
  for (let i = random.below(8); i >= 0; i--) {
    bytes[random.below(Math.min(bytes.length, 500))] = random.below(256);
  }
  return bytes;
}
