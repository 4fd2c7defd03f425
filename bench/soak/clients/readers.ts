import { gunzipSync } from "node:zlib";
import { Hour } from "../../../core/mod.ts";
import type { RawResponse } from "../../../core/testing/raw_http.ts";
import type { Random } from "../../../testdata/random.ts";
import { checkReport, ensure, hasStatus, jsonOf, textOf } from "../checks.ts";
import { LARGE_FORMS, REPORT_FORMS, SAMPLE_FORMS } from "../expected_reports.ts";
import type { Client, Load } from "../load.ts";
import { hourAt, isMakeable } from "../scenarios.ts";

/** What is to be the same when a response that was right is asked for again. */
interface Seen {
  tag: string;
  modified: string;
  digest: string;
}

/** Which responses were checked: to read the same one again takes only its digest. */
const seen = new Map<string, Seen>();

/** Reads reports and parts of them, most of them cached. */
export const readers: Client = {
  kind: "cached reads",
  rest: 40,
  async act(load, random) {
    const hour = `${random.pick(load.hot)}`;
    await read(load, random, "cached reads", hour, true);
  },
};

/** Reads any stored hour, which is hardly ever cached. */
export const coldReaders: Client = {
  kind: "cold reads",
  rest: 500,
  act: (load, random) =>
    read(load, random, "cold reads", random.pick([...load.results.stored]), false),
};

async function read(
  load: Load,
  random: Random,
  kind: string,
  hour: string,
  isHot: boolean,
): Promise<void> {
  const isLarge = load.scenarioOf(hour) === "large";
  const form = random.pick(isLarge ? LARGE_FORMS : [...REPORT_FORMS, ...SAMPLE_FORMS]);
  const path = `/v1/hours/${hour}${form.query}`;
  const accept: Record<string, string> = form.accept === undefined ? {} : { accept: form.accept };
  const isGzipped = random.chance(0.4);
  const encoding: Record<string, string> = isGzipped ? { "accept-encoding": "br, gzip" } : {};
  const key = [path, form.accept, isGzipped].join(" ");
  const known = seen.get(key);
  const condition = conditionOf(known, random);

  const begun = performance.now();
  const headers = { ...accept, ...encoding, ...condition };
  const response = await load.ask(kind, { path, headers });
  if (known !== undefined && isHot) load.results.addCachedRead(performance.now() - begun);
  const isConditional = Object.keys(condition).length > 0;
  if (!hasStatus(load, path, response, isConditional ? 304 : 200)) return;
  const { tag, modified } = validatorsOf(response);
  ensure(known === undefined || known.tag === tag, `${path} has another ETag than before: ${tag}`);
  ensure(known === undefined || known.modified === modified, `${path} was modified: ${modified}`);
  if (isConditional) return;

  const digest = await digestOf(response.body);
  if (known !== undefined) return ensure(known.digest === digest, `${path} has another body`);
  const body = response.headers.get("content-encoding") === "gzip"
    ? gunzipSync(response.body)
    : response.body;
  checkReport(load, new TextDecoder().decode(body), hour, form, path);
  seen.set(key, { tag, modified, digest });
}

function conditionOf(known: Seen | undefined, random: Random): Record<string, string> {
  if (known === undefined || random.chance(0.6)) return {};
  return random.chance(0.7)
    ? { "if-none-match": `"other", ${known.tag}` }
    : { "if-modified-since": known.modified };
}

function validatorsOf({ headers }: RawResponse): { tag: string; modified: string } {
  return { tag: headers.get("etag") ?? "none", modified: headers.get("last-modified") ?? "none" };
}

async function digestOf(body: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", body)).join(" ");
}

/** Asks which hours are stored. */
export const listings: Client = {
  kind: "lists of hours",
  rest: 300,
  async act(load, random) {
    const hours = random.between(1, 744);
    const first = hourAt(random.below(Math.max(1, load.next)));
    const last = first.plus(hours - 1);
    const path = `/v1/hours?from=${first}&to=${last}`;
    // What was stored before the question is in the response; what is not made yet may be.
    const before = [...load.results.stored].filter((hour) =>
      `${first}` <= hour && hour <= `${last}`
    );
    const response = await load.ask("lists of hours", { path });
    if (!hasStatus(load, path, response, 200)) return;
    const list = jsonOf(response);
    const listed = new Set<string>(list.hours);
    const lost = before.filter((hour) => !listed.has(hour));
    ensure(lost.length === 0, `${path} lacks ${lost.length} stored hours, first "${lost[0]}"`);
    const unexpected = list.hours.find((hour: string) => !isMakeable(load.scenarioOf(hour)));
    ensure(unexpected === undefined, `${path} has "${unexpected}", which has no whole dump`);
    const gaps = list.gaps.reduce((sum: number, gap: { hours: number }) => sum + gap.hours, 0);
    ensure(
      listed.size + gaps === hours,
      `${path}: ${listed.size} + ${gaps} are not ${hours} hours`,
    );
  },
};

/** What a history says of an hour. */
interface HistoryHour {
  hour: string;
  rank: number | null;
  views: number | null;
}

/** Asks for the histories of pages. */
export const histories: Client = {
  kind: "histories",
  rest: 300,
  async act(load, random) {
    const middle = random.pick([...load.results.stored]);
    const first = Hour.parse(middle).plus(-random.below(12));
    const last = Hour.parse(middle).plus(random.below(36));
    const row = random.pick(load.expected.rows(Hour.parse(middle)));
    const title = encodeURIComponent(row.title);
    const path = `/v1/pages/${row.project}/${title}?from=${first}&to=${last}`;
    const before = [...load.results.stored].filter((hour) =>
      `${first}` <= hour && hour <= `${last}`
    );
    const response = await load.ask("histories", { path });
    if (!hasStatus(load, path, response, 200)) return;
    const { series } = jsonOf(response) as {
      series: { domain_code: string; hours: HistoryHour[] }[];
    };
    const own = series.find(({ domain_code }) => domain_code === row.code)?.hours ?? [];
    const entries = new Map(own.map((entry) => [entry.hour, entry]));
    for (const name of before) {
      const right = load.expected.rows(Hour.parse(name))
        .find(({ code, title }) => code === row.code && title === row.title);
      const hasDomain = right !== undefined ||
        load.expected.rows(Hour.parse(name)).some(({ code }) => code === row.code);
      if (!hasDomain) continue;
      const { rank, views } = entries.get(name) ?? {};
      const is = `${rank}, ${views}`;
      const wanted = right === undefined ? "null, null" : `${right.rank}, ${right.views}`;
      ensure(is === wanted, `${path}: "${name}" has ${is} instead of ${wanted}`);
    }
  },
};

/** Asks for what there is besides hours, as a page, a monitor and clients of an earlier service do. */
export const others: Client = {
  kind: "others",
  rest: 250,
  async act(load, random) {
    const hour = random.pick([...load.results.stored]);
    const [path, method, type] = random.pick<[string, string, string]>([
      ["/healthz", "GET", "application/json"],
      ["/readyz", "GET", "application/json"],
      ["/metrics", "GET", "text/plain; version=0.0.4; charset=utf-8"],
      ["/openapi.json", "GET", "application/json"],
      ["/openapi.json", "HEAD", "application/json"],
      [`/v1/hours/${hour}`, "HEAD", "application/json"],
      [`/v1/hours/${hour}/domains`, "GET", "application/json"],
      [`/get_task_state?date=${hour.replace(/[-T]/g, "")}`, "GET", "application/json"],
    ]);
    const response = await load.ask("others", { path, method });
    if (!hasStatus(load, `${method} ${path}`, response, 200)) return;
    const is = response.headers.get("content-type");
    ensure(is === type, `${method} ${path} is ${is} instead of ${type}`);
    if (method === "HEAD") return ensure(response.body.length === 0, `HEAD ${path} has a body`);
    if (path === "/metrics") {
      return ensure(
        textOf(response).includes("wikitop_http_requests_total"),
        "/metrics lacks figures",
      );
    }
    const { domains, status } = jsonOf(response);
    if (path.endsWith("/domains")) ensure(domains.length > 40, `${path} has ${domains.length}`);
    if (path.startsWith("/get")) ensure(status === "success", `${path} says "${status}"`);
  },
};
