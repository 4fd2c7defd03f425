import { gunzipSync } from "node:zlib";
import type { Random } from "../../../testdata/random.ts";
import type { RawAnswer } from "../../serving/raw_connection.ts";
import { ensure, hasStatus } from "../check.ts";
import type { Client, Load } from "../load.ts";
import {
  LARGE_FORMS,
  REPORT_FORMS,
  type ReportForm,
  SAMPLE_FORMS,
  wrongIn,
} from "../report_form.ts";

/** An answer that was right, and what is to be the same when it is asked for again. */
interface Seen {
  tag: string;
  modified: string;
  digest: string;
}

/** Which answers were looked at: to read the same one again takes only its digest. */
const seen = new Map<string, Seen>();

/** Reads reports and parts of them, most of them at hand. */
export const readers: Client = {
  kind: "cached reads",
  rest: 40,
  async act(load, random) {
    const hour = `${random.pick(load.hot)}`;
    await read(load, random, "cached reads", hour, true);
  },
};

/** Reads any stored hour, which is hardly ever at hand. */
export const coldReaders: Client = {
  kind: "cold reads",
  rest: 500,
  act: (load, random) =>
    read(load, random, "cold reads", random.pick([...load.ledger.stored]), false),
};

async function read(
  load: Load,
  random: Random,
  kind: string,
  hour: string,
  isHot: boolean,
): Promise<void> {
  const isLarge = load.fateOf(hour) === "large";
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
  const answer = await load.ask(kind, { path, headers });
  if (known !== undefined && isHot) load.ledger.readCached(performance.now() - begun);
  const isConditional = Object.keys(condition).length > 0;
  if (!hasStatus(load, path, answer, isConditional ? 304 : 200)) return;
  const { tag, modified } = factsOf(answer);
  ensure(known === undefined || known.tag === tag, `${path} has another ETag than before: ${tag}`);
  ensure(known === undefined || known.modified === modified, `${path} was modified: ${modified}`);
  if (isConditional) return;

  const digest = await digestOf(answer.body);
  if (known !== undefined) return ensure(known.digest === digest, `${path} has another body`);
  const body = answer.headers.get("content-encoding") === "gzip"
    ? gunzipSync(answer.body)
    : answer.body;
  checkText(load, new TextDecoder().decode(body), hour, form, path);
  seen.set(key, { tag, modified, digest });
}

function conditionOf(known: Seen | undefined, random: Random): Record<string, string> {
  if (known === undefined || random.chance(0.6)) return {};
  return random.chance(0.7)
    ? { "if-none-match": `"other", ${known.tag}` }
    : { "if-modified-since": known.modified };
}

function factsOf({ headers }: RawAnswer): { tag: string; modified: string } {
  return { tag: headers.get("etag") ?? "none", modified: headers.get("last-modified") ?? "none" };
}

/**
 * Complains of a report that is not right.
 *
 * @param load The load.
 * @param text The report.
 * @param hour Its hour.
 * @param form Its form.
 * @param path What was asked for.
 */
export function checkText(
  load: Load,
  text: string,
  hour: string,
  form: ReportForm,
  path: string,
): void {
  const wrong = wrongIn(text, hour, form, load.expected);
  ensure(wrong === undefined, `${path}: ${wrong}`);
}

async function digestOf(body: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", body)).join(" ");
}
