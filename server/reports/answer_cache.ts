import { LRUCache } from "lru-cache";
import { Limiter } from "../../core/async/limiter.ts";
import { Answer, type AnswerOptions } from "../http/answer.ts";
import type { Exchange } from "../http/router.ts";
import type { CachedReport } from "./report_cache.ts";

/** How many answers are kept at hand, and for how long, in milliseconds. */
const RECENT = 64;
const RECENT_MS = 100;

/** How many long answers are rendered at a time: each takes many times its length in memory. */
const LONG = 2;

/** An answer and the report that it was rendered from. */
export interface CachedAnswer {
  readonly answer: Answer;
  cached: CachedReport;
  /** The path of the route that it came from. */
  readonly route: string;
}

/** An answer as it is rendered. */
export interface Rendered extends AnswerOptions {
  body: Uint8Array<ArrayBuffer>;
}

/** Options of {@linkcode AnswerCache.respond}. */
export interface RespondOptions {
  /**
   * Whether the answer is a long one, which waits for others of its kind.
   *
   * @default {false}
   */
  isLong?: boolean;
  /**
   * Whether the answer tells of more than the report, and so is not kept.
   *
   * @default {false}
   */
  isPassing?: boolean;
}

/**
 * The answers that are asked for most, by request and version of the report. What is found here is
 * sent without a look at anything else: the rest of the server is for answers that are not here, or
 * may be stale.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, CachedAnswer>;
  /** Those that were asked for a moment ago: to find one here costs next to nothing. */
  readonly #recent = new Map<string, CachedAnswer>();
  #recentUntil = 0;
  readonly #rendering = new Map<string, Promise<Answer>>();
  readonly #long = new Limiter(LONG);

  constructor(bytes: number) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      // What clients send is a part of the key, and may be longer than the answer.
      sizeCalculation: ({ answer }, key) => answer.bytes + key.length,
    });
  }

  /** The answer to a request, `undefined` if it is not at hand or may be stale. */
  find(request: Request, now: number): CachedAnswer | undefined {
    if (now >= this.#recentUntil) {
      this.#recent.clear();
      this.#recentUntil = now + RECENT_MS;
    }
    const key = keyOf(request.url, request.headers);
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const found = this.#answers.get(key);
    if (found === undefined || now >= found.cached.freshUntil) return undefined;
    if (this.#recent.size < RECENT) this.#recent.set(key, found);
    return found;
  }

  /**
   * The response to a request about a report, rendered if it is not at hand in this version; once,
   * however many ask for it at the same moment.
   */
  async respond(
    { request, route }: Exchange,
    cached: CachedReport,
    render: (cached: CachedReport) => Promise<Rendered>,
    { isLong = false, isPassing = false }: RespondOptions = {},
  ): Promise<Response> {
    const prepare = async () => {
      const { body, ...options } = await render(cached);
      return await Answer.of(body, options);
    };
    const prepareInTurn = () => isLong ? this.#long.run(prepare) : prepare();
    if (isPassing) return (await prepareInTurn()).respond(request.headers);
    const key = keyOf(request.url, request.headers);
    const found = this.#answers.get(key);
    if (found?.cached.version === cached.version) {
      // The report may have been forgotten and opened again, the answer is the same.
      found.cached = cached;
      return found.answer.respond(request.headers);
    }
    const version = `${cached.version}\n${key}`;
    let rendering = this.#rendering.get(version);
    if (rendering === undefined) {
      rendering = (async () => {
        const answer = await prepareInTurn();
        this.#answers.set(key, { answer, cached, route });
        return answer;
      })().finally(() => this.#rendering.delete(version));
      this.#rendering.set(version, rendering);
    }
    return (await rendering).respond(request.headers);
  }
}

/** What decides about an answer, besides the report. */
function keyOf(url: string, headers: Headers): string {
  // Deno reads all headers at once for `has`, but one by one for `get`, unless it has them already.
  const accept = headers.has("accept") ? headers.get("accept") : "*/*";
  return accept === "*/*" ? url : `${url}\n${accept}`;
}
