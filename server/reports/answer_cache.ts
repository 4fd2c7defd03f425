import { Turnstile } from "../../core/mod.ts";
import { LRUCache } from "lru-cache";
import { Answer, type AnswerOptions } from "../http/answer.ts";
import type { HotHour } from "./report_cache.ts";
import type { Exchange } from "../http/router.ts";

/** How many answers are kept at hand, and for how long, in milliseconds. */
const RECENT = 64;
const RECENT_MS = 100;

/** How many long answers are rendered at a time: each takes many times its length in memory. */
const LONG = 2;

/** An answer and the hour that it tells of. */
export interface HotAnswer {
  readonly answer: Answer;
  readonly hot: HotHour;
  /** The path of the route that it came from. */
  readonly route: string;
}

/** An answer as it is rendered. */
export interface Rendered extends AnswerOptions {
  /** Its bytes. */
  body: Uint8Array<ArrayBuffer>;
}

/** Options of {@linkcode AnswerCache.render}. */
export interface RenderOptions {
  /**
   * Whether the answer is a long one, which waits for others of its kind.
   *
   * @default {false}
   */
  isLong?: boolean;
}

/**
 * The answers that are asked for most. What is found here is sent without a look at anything else:
 * the rest of the server is for answers that are not here, or may be out of date.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, HotAnswer>;
  /** Those that were asked for a moment ago: to find one here costs next to nothing. */
  readonly #recent = new Map<string, HotAnswer>();
  #recentUntil = 0;
  readonly #rendering = new Map<string, Promise<Answer>>();
  readonly #long = new Turnstile(LONG);

  /**
   * Constructs a new instance.
   *
   * @param bytes How much memory the answers may take.
   */
  constructor(bytes: number) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      // What clients send is a part of the key, and may be longer than the answer.
      sizeCalculation: ({ answer }, key) => answer.bytes + key.length,
    });
  }

  /**
   * The answer to a request, if it is at hand.
   *
   * @param request A request that may be answered from here.
   * @param now The present time, by `performance.now()`.
   * @returns The answer, `undefined` if it is not at hand or may be out of date.
   */
  find(request: Request, now: number): HotAnswer | undefined {
    if (now >= this.#recentUntil) {
      this.#recent.clear();
      this.#recentUntil = now + RECENT_MS;
    }
    const key = keyOf(request.url, request.headers);
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const found = this.#answers.get(key);
    if (found === undefined || now >= found.hot.freshUntil) return undefined;
    if (this.#recent.size < RECENT) this.#recent.set(key, found);
    return found;
  }

  /**
   * The response to a request, rendered if it is not at hand, and kept.
   *
   * @param exchange The request.
   * @param hot The hour that it is about.
   * @param render Renders the answer; once, however many ask for it at the same moment.
   * @param options What is known of it before.
   * @returns The response.
   */
  async render(
    { request, route }: Exchange,
    hot: HotHour,
    render: () => Promise<Rendered>,
    { isLong = false }: RenderOptions = {},
  ): Promise<Response> {
    const key = keyOf(request.url, request.headers);
    const found = this.#answers.get(key);
    if (found?.hot === hot) return found.answer.respond(request.headers);
    const version = `${hot.report.manifest.made.at}\n${hot.report.manifest.file.sha256}\n${key}`;
    let rendering = this.#rendering.get(version);
    if (rendering === undefined) {
      const prepare = async () => {
        const { body, ...options } = await render();
        return await Answer.of(body, options);
      };
      rendering = (async () => {
        const answer = await (isLong ? this.#long.pass(prepare) : prepare());
        this.#answers.set(key, { answer, hot, route });
        return answer;
      })().finally(() => this.#rendering.delete(version));
      this.#rendering.set(version, rendering);
    }
    return (await rendering).respond(request.headers);
  }
}

/** What decides about an answer, besides the hour that it tells of. */
function keyOf(url: string, headers: Headers): string {
  // Deno reads all headers at once for `has`, but one by one for `get`, unless it has them already.
  const accept = headers.has("accept") ? headers.get("accept") : "*/*";
  return accept === "*/*" ? url : `${url}\n${accept}`;
}
