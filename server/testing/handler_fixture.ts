import { storeHour, type StoreHourOptions, storeIn } from "../../core/testing/store_hour.ts";
import { type Manifest, type Store, systemClock } from "../../core/mod.ts";
import { createHandler, type Handler, type HandlerOptions } from "../handler.ts";
import type { LocalJobs, LocalJobsOptions } from "../jobs/local/local_jobs.ts";
import { JobsFixture } from "./jobs_fixture.ts";
import { Metrics } from "../metrics.ts";

/** Options of {@linkcode HandlerFixture.open}. */
export interface HandlerFixtureOptions extends Partial<Omit<HandlerOptions, "jobs" | "store">> {
  /** Whether no hours are made; otherwise they are as `make` says, or the place's own. */
  readOnly?: boolean;
  /** How the queue is to be. */
  queue?: Partial<LocalJobsOptions> | ((folder: string) => Partial<LocalJobsOptions>);
  /** Opens the store in the folder otherwise than the program does. */
  openStore?: (folder: string) => Store;
}

/** A request without the host. */
export interface Ask {
  /** The method, `GET` if it is left out. */
  method?: string;
  /** The headers. */
  headers?: Record<string, string>;
  /** The body, sent as JSON if it is no string. */
  body?: unknown;
}

/** A real handler over a real store in a folder of its own. It is midnight, 2026-09-12. */
export class HandlerFixture implements AsyncDisposable {
  /** What the queue has, with its clock and how it makes hours. */
  readonly queues: JobsFixture;
  /** The queue, unless it is read-only. */
  readonly jobs: LocalJobs | undefined;
  /** The figures. */
  readonly metrics = new Metrics();
  /** What the handler took for its own errors. */
  readonly errors: unknown[] = [];
  /** Aborts when the server is to shut down. */
  readonly closing = new AbortController();
  /** The handler. */
  readonly handler: Handler;

  private constructor(
    queues: JobsFixture,
    jobs: LocalJobs | undefined,
    { readOnly: _, queue: __, openStore = storeIn, ...options }: HandlerFixtureOptions,
  ) {
    this.queues = queues;
    this.jobs = jobs;
    this.handler = createHandler({
      store: openStore(this.folder),
      jobs,
      isKnownHost: (name) => ["wikitop.test", "127.0.0.1"].includes(name),
      freshFor: 0,
      metrics: this.metrics,
      closing: this.closing.signal,
      clock: { ...systemClock, now: () => queues.clock.now() },
      onError: (error) => this.errors.push(error),
      ...options,
    });
  }

  /** Makes the folder, and what is over it. */
  static async open(options: HandlerFixtureOptions = {}): Promise<HandlerFixture> {
    const queues = await JobsFixture.open();
    const { queue = {} } = options;
    const queueOptions = typeof queue === "function" ? queue(queues.folder) : queue;
    const jobs = options.readOnly ? undefined : await queues.queue(queueOptions);
    return new HandlerFixture(queues, jobs, options);
  }

  /** The folder of the store. */
  get folder(): string {
    return this.queues.folder;
  }

  /** Stores an hour, as another process would. */
  async store(name: string, options?: StoreHourOptions): Promise<Manifest> {
    return await storeHour(this.folder, name, options);
  }

  /** Asks the handler. */
  async ask(path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Response> {
    return await this.handler(
      new Request(`http://wikitop.test${path}`, {
        method,
        headers: {
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
  }

  /** Asks for text. */
  async text(path: string, ask?: Ask): Promise<string> {
    return await (await this.ask(path, ask)).text();
  }

  /** Asks for JSON, whatever it is. */
  // deno-lint-ignore no-explicit-any
  async json(path: string, ask?: Ask): Promise<any> {
    return await (await this.ask(path, ask)).json();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.queues[Symbol.asyncDispose]();
  }
}
