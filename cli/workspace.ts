import { systemClock } from "../core/async/clock.ts";
import { tryLockFile } from "../core/deno/file_lock.ts";
import {
  createProducer,
  findDenylist,
  type FoundDenylist,
  HttpSource,
  type Produce,
  type ProducerOptions,
  rankHour,
  type Source,
} from "../core/mod.ts";
import { FolderSource } from "../core/node/folder_source.ts";
import { FolderStore } from "../core/node/folder_store.ts";
import { gunzipThread } from "../core/node/gunzip_thread.ts";
import { KeepingSource } from "../core/node/keeping_source.ts";
import { openFile } from "../core/node/open_file.ts";
import { createSha256 } from "../core/node/sha256.ts";
import type { Arguments } from "./args/arguments.ts";
import { isUrl } from "./args/values.ts";
import type { Runtime } from "./runtime.ts";
import { PROGRAM } from "./version.ts";

/** What a command that makes hours decides for itself. */
export type ProducerSettings =
  & Pick<ProducerOptions, "top" | "format" | "again">
  & Partial<Pick<ProducerOptions, "rank" | "signal" | "onEvent">>;

/**
 * What a command works with, as its arguments name it: the one place where the parts of core are put
 * together. Each part is opened when it is first asked for, and once.
 */
export class Workspace {
  /** The finished hours. */
  readonly store: FolderStore;

  readonly #args: Arguments;
  readonly #runtime: Runtime;
  readonly #warn: (message: string) => void;
  #sources: readonly Source[] | undefined;
  #denylist: Promise<FoundDenylist | undefined> | undefined;

  /** Warnings go to standard error, or where `note` puts them. */
  constructor(args: Arguments, runtime: Runtime, note: Runtime["note"] = runtime.note) {
    this.#args = args;
    this.#runtime = runtime;
    this.#warn = (message) => note(`Warning: ${message}`);
    this.store = new FolderStore(args.value("store"), { tryLock: tryLockFile });
  }

  /** Where dumps come from: those that were kept, the origin, its mirrors. */
  get sources(): readonly Source[] {
    return this.#sources ??= this.#openSources();
  }

  /**
   * The pages to leave out, `undefined` for none. Where it is not to be had, the next call tries again.
   *
   * @throws {Error} If it is not to be had; the message says how to go on.
   */
  denylist(): Promise<FoundDenylist | undefined> {
    return this.#denylist ??= this.#findDenylist().catch((error) => {
      this.#denylist = undefined;
      throw error;
    });
  }

  /** A function that makes an hour, or finds it made. */
  async producer(settings: ProducerSettings): Promise<Produce> {
    return createProducer({
      // One hour is ranked on the main thread and gunzipped on another.
      rank: (dump, { denylist, ...options }) =>
        rankHour(dump, { ...options, denylist: denylist?.read(), gunzip: gunzipThread }),
      ...settings,
      sources: this.sources,
      store: this.store,
      denylist: await this.denylist(),
      ties: this.#args.value("ties"),
      createSha256,
      maker: PROGRAM,
      now: this.#runtime.now,
    });
  }

  #openSources(): Source[] {
    const locations = this.#args.values("source");
    const hosts = locations.filter(isUrl).map((url) => new URL(url).host);
    const sources = locations.map((location) =>
      isUrl(location) ? this.#openServer(location, hosts) : new FolderSource(location)
    );
    // A kept dump cannot tell whether the server's has changed since.
    const folder = this.#args.given("keep-dumps");
    if (folder === undefined) return sources;
    const keeping = sources.map((source) => new KeepingSource(source, folder));
    return this.#args.value("refresh") ? keeping : [new FolderSource(folder), ...keeping];
  }

  #openServer(url: string, hosts: readonly string[]): HttpSource {
    const { fetch, now } = this.#runtime;
    return new HttpSource(new URL(url).href, {
      fetch,
      userAgent: this.#userAgent,
      hosts,
      clock: { ...systemClock, now },
      retryFor: this.#args.value("retry-for"),
      connect: (host, signal) =>
        this.store.place(
          `connection-${host.replace(/[^a-z0-9.-]/gi, "_")}`,
          this.#args.value("connections"),
          signal,
        ),
    });
  }

  async #findDenylist(): Promise<FoundDenylist | undefined> {
    try {
      return await findDenylist(this.#args.value("denylist"), {
        readFile: async (path) => await new Response((await openFile(path)).body).bytes(),
        store: this.store,
        createSha256,
        fetch: this.#runtime.fetch,
        userAgent: this.#userAgent,
        refresh: this.#args.value("refresh-denylist"),
        onWarning: this.#warn,
      });
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      throw new Error(
        `Cannot rank without the denylist: ${cause.message}; ` +
          "name another with --denylist FILE, or rank without one with --denylist none",
        { cause },
      );
    }
  }

  get #userAgent(): string {
    return `${PROGRAM} (${this.#args.value("contact")}) ${this.#runtime.name}`;
  }
}
