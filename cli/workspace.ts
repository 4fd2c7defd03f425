import { tryLockFile } from "../core/deno/file_lock.ts";
import type {
  Clock,
  DaySums,
  Edition,
  LoadedDenylist,
  Locks,
  Period,
  Producer,
  ProducerOptions,
  RankDump,
  ReportOptions,
  Source,
  Store,
  WorkFiles,
} from "../core/mod.ts";
import { systemClock } from "../core/async/clock.ts";
import { loadDenylist } from "../core/deny/load_denylist.ts";
import { HttpSource } from "../core/source/http/http_source.ts";
import { MissingDumpError, MissingDumpsError } from "../core/source/missing_dump_error.ts";
import { periodAround } from "../core/time/period.ts";
import { StoreError } from "../core/store/store_error.ts";
import type { DownloadOptions } from "../core/source/http/download.ts";
import { SharedWork } from "../core/produce/shared_work.ts";
import { folderProblem, FolderSource, NO_FOLDER } from "../core/node/folder_source.ts";
import { openFolderStore } from "../core/node/folder_store.ts";
import { gunzipNode } from "../core/node/gunzip_node.ts";
import { KeepingSource } from "../core/node/keeping_source.ts";
import { openFile } from "../core/node/open_file.ts";
import { createSha256 } from "../core/node/sha256.ts";
import { rankReport } from "../core/produce/rank_report.ts";
import { describeError } from "./advice.ts";
import type { Arguments } from "./args/arguments.ts";
import { FLAGS } from "./args/flags.ts";
import { wantedEditions } from "./args/editions.ts";
import { UsageError } from "./args/usage_error.ts";
import { advisedCommand, isS3, isUrl } from "./args/values.ts";
import type { StorePlace } from "./open_bucket.ts";
import type { Runtime } from "./runtime.ts";
import { PROGRAM } from "./version.ts";

/**
 * Ranks one dump on this thread: gunzip on another one would take a sixth more of the processors, and
 * be as late, for a thread takes as long to start as the scan of a quarter of a dump.
 */
const rankHere: RankDump = (dump, { denylist, ...options }) =>
  rankReport(dump, { ...options, denylist: denylist?.read(), gunzip: gunzipNode });

/** How the workers of a queue share. */
export interface Sharing {
  /** What limits connections to hosts; the store's locks if it is left out. */
  connections?: Pick<Locks, "acquire"> | undefined;
  /** How long to wait for what others are making in the same folder, in milliseconds. */
  patience?: number | undefined;
}

/**
 * What a command works with, as its arguments name it: the one place where the parts of core are put
 * together. Each part is opened when it is first asked for, and once.
 */
export class Workspace {
  /** The finished reports. */
  readonly store: Store;
  /** What is this machine's own: jobs. A store in a folder has them itself. */
  readonly state: Store;

  readonly #folder: string;
  readonly #check: StorePlace["check"];
  readonly #args: Arguments;
  readonly #runtime: Runtime;
  readonly #note: Runtime["note"];
  readonly #warn: (message: string) => void;
  readonly #connections: Pick<Locks, "acquire">;
  readonly #clock: Clock;
  #sources: readonly Source[] | undefined;
  #introduction: Promise<void> | undefined;
  readonly #loading: SharedWork<LoadedDenylist | undefined, never> = new SharedWork();
  #denylist: LoadedDenylist | undefined;

  private constructor(
    args: Arguments,
    runtime: Runtime,
    note: Runtime["note"],
    { store, state, folder, locks, check }: StorePlace,
    connections: Sharing["connections"],
  ) {
    this.#args = args;
    this.#runtime = runtime;
    this.#note = note;
    this.#warn = (message) => note(`Warning: ${message}`);
    this.#clock = { ...systemClock, now: runtime.now };
    this.store = store;
    this.state = state;
    this.#connections = connections ?? locks;
    this.#folder = folder;
    this.#check = check;
  }

  /**
   * Opens the store, and nothing else. Warnings go to standard error, or where `note` puts them; a worker
   * of a queue shares connections and waits with others.
   */
  static async open(
    args: Arguments,
    runtime: Runtime,
    note: Runtime["note"] = runtime.note,
    { connections, patience = args.value("retry-for") }: Sharing = {},
  ): Promise<Workspace> {
    const place = args.value("store");
    if (isS3(place)) {
      const { openBucketStore } = await import("./open_bucket.ts"); // Most stores are folders.
      const bucket = openBucketStore({ args, runtime, onWait: note });
      return new Workspace(args, runtime, note, bucket, connections);
    }
    const state = args.given("state");
    if (state !== undefined) {
      throw new UsageError(
        `Cannot use --state "${state}" with --store "${place}": a folder has its locks and jobs ` +
          "itself; leave it out",
      );
    }
    const { store, locks } = openFolderStore(place, {
      tryLock: tryLockFile,
      patience,
      onWait: note,
    });
    const check: StorePlace["check"] = (how) => checkFolder(args, how);
    const folder = { store, state: store, folder: place, locks, check };
    return new Workspace(args, runtime, note, folder, connections);
  }

  /** Where dumps come from: those that were kept, the origin, its mirrors. */
  get sources(): readonly Source[] {
    return this.#sources ??= this.#openSources();
  }

  /**
   * The pages to leave out, `undefined` for none. Where they are not to be had, the next call tries
   * again. All who wait for them at the same time wait for one load.
   *
   * @param signal Ends the wait.
   * @throws {Error} If they are not to be had; the message says how to go on.
   */
  async denylist(signal?: AbortSignal): Promise<LoadedDenylist | undefined> {
    return this.#denylist ??= await this.#loading.share(
      "denylist",
      { signal },
      (shared) => this.#loadDenylist(shared.signal),
    );
  }

  /**
   * Looks whether the place of the store can be one.
   *
   * @param how Whether there has to be one already, and whether it is to be written.
   * @throws {UsageError} If it is a file, say, or is not there and has to be.
   * @throws {StoreError} If it is a bucket that cannot be a store.
   */
  async checkStore(how: { mustExist?: boolean; isWritten?: boolean } = {}): Promise<void> {
    await this.#check(how);
  }

  /**
   * Looks whether the folders are there that dumps are to come from.
   *
   * @throws {SourceError} If one is not.
   */
  async checkSources(): Promise<void> {
    for (const location of this.#args.values("source")) {
      if (!isUrl(location)) await new FolderSource(location, { mustExist: true }).check();
    }
  }

  /** The room where the store is, or the state of one in a bucket, in bytes; `undefined` if unknown. */
  async freeBytes(): Promise<number | undefined> {
    const { freeBytes } = await import("../core/node/free_bytes.ts"); // Only a server tells of it.
    return await freeBytes(this.#folder).catch((error) => {
      // It may not be there yet; of one that cannot be used, /readyz tells.
      if (error instanceof Error) return undefined;
      throw error;
    });
  }

  /**
   * Looks, before anything is waited for, whether there can be a dump of any of some periods: whether
   * the folders are there and, where no server is asked, have one.
   *
   * @throws {SourceError} If a folder is not there.
   * @throws {MissingDumpError} If none has a dump.
   */
  async checkDumps(periods: Iterable<Period>): Promise<void> {
    await this.checkSources();
    const locations = this.#args.values("source");
    if (locations.some(isUrl)) return;
    const kept = this.#args.given("keep-dumps") ?? [];
    const folders = [...locations, kept].flat().map((folder) => new FolderSource(folder));
    let missing: MissingDumpError | undefined;
    for (const period of periods) {
      for (const folder of period.unit === "hour" ? [] : folders) {
        const days = period.hours.filter((_, i) => i % 24 === 0);
        for (const sum of [period, ...days.map((hour) => periodAround(hour, "day"))]) {
          const found = await folder.openSum(sum);
          if (found !== undefined) return await found.body.cancel();
        }
      }
      for (const hour of period.hours) {
        for (const folder of folders) {
          const found = await folder.open(hour).catch((error) => error);
          if (!(found instanceof MissingDumpError)) {
            // What is wrong with a dump that is there shows again when it is read.
            return found instanceof Error ? undefined : await found.body.cancel();
          }
          missing ??= period.unit === "hour" ? found : new MissingDumpsError(period, found);
        }
      }
    }
    if (missing !== undefined) throw missing;
  }

  /** The editions that are wanted, in the order in which all are listed. */
  editions(): Edition[] {
    return wantedEditions(this.#args);
  }

  /** What makes hours, or finds them made; the denylist is loaded with the first one that is made. */
  async producer(
    others: Pick<ProducerOptions, "rank" | "top" | "editions" | "crossCheck"> = {},
  ): Promise<Producer> {
    const { createProducer } = await import("../core/produce/produce.ts"); // What only looks does without.
    return createProducer({
      ...this.reportOptions(),
      editions: this.editions(),
      ...others,
      denylist: (signal) => this.denylist(signal),
      sources: this.sources,
      store: this.store,
      generator: PROGRAM,
    });
  }

  /** How reports are made, but from where and without what. */
  reportOptions(): Omit<ReportOptions, "sources" | "denylist"> {
    return {
      top: this.#args.value("top"),
      ties: this.#args.value("ties"),
      rank: rankHere,
      work: { open: () => this.#openWork() },
      sums: this.#sums(),
      createSha256,
      clock: this.#clock,
    };
  }

  /** The sums of days that are kept, if any are to be. */
  #sums(): DaySums | undefined {
    const folder = this.#args.given("keep-sums");
    if (folder === undefined) return undefined;
    const opening = async () => new (await import("../core/node/sum_folder.ts")).SumFolder(folder); // Most do without.
    return {
      open: async (day) => await (await opening()).open(day),
      keep: async (day, sum) => await (await opening()).keep(day, sum),
    };
  }

  /** Where dumps wait until they are merged. */
  async #openWork(): Promise<WorkFiles> {
    const { WorkFolder } = await import("../core/node/work_folder.ts"); // Hours do without.
    const folder = this.#args.given("work") ?? `${this.#folder}/.work`;
    return await new WorkFolder(folder, { tryLock: tryLockFile }).open();
  }

  #openSources(): Source[] {
    const locations = this.#args.values("source");
    const hosts = locations.filter(isUrl).map((url) => new URL(url).host);
    const sources = locations.map((location) =>
      isUrl(location)
        ? this.#openServer(location, hosts)
        : new FolderSource(location, { mustExist: true })
    );
    // A kept dump cannot tell whether the server's has changed since.
    const folder = this.#args.given("keep-dumps");
    if (folder === undefined) return sources;
    const keeping = sources.map((source) => new KeepingSource(source, folder, tryLockFile));
    return this.#args.value("refresh") ? keeping : [new FolderSource(folder), ...keeping];
  }

  #openServer(url: string, hosts: readonly string[]): HttpSource {
    return new HttpSource(new URL(url).href, { ...this.#downloadOptions(), hosts });
  }

  #downloadOptions(): DownloadOptions {
    return {
      fetch: this.#runtime.fetch,
      userAgent: this.#userAgent,
      clock: this.#clock,
      retryFor: this.#args.value("retry-for"),
      connect: async (host, signal) => {
        await (this.#introduction ??= this.#introduce(host));
        return await this.#connections.acquire(`connection-${host.replace(/[^a-z0-9.-]/gi, "_")}`, {
          slots: this.#args.value("connections"),
          signal,
          purpose: `a connection to ${host}`,
        });
      },
    };
  }

  /** Says how to give a contact, with the first dump that a store gets from Wikimedia. */
  async #introduce(host: string): Promise<void> {
    const isAsked = this.#args.given("contact") === undefined && !this.#args.value("quiet");
    if (!isAsked || !/(^|\.)wikimedia\.org$/.test(host)) return;
    const { newestHour } = await import("../core/archive/newest.ts");
    if (await newestHour(this.store, this.#runtime.now()) !== undefined) return;
    this.#note(
      "Wikimedia throttles those whom it cannot reach: name yourself with --contact me@example.org, " +
        "or WIKITOP_CONTACT; this is said once for each store",
    );
  }

  async #loadDenylist(signal: AbortSignal): Promise<LoadedDenylist | undefined> {
    const { connect, ...download } = this.#downloadOptions();
    const { RetryMessages } = await import("./progress/retry_message.ts"); // Most have a kept one.
    const retries = new RetryMessages(
      this.#args.value("refresh-denylist")
        ? "; without --refresh-denylist the one that was kept is taken"
        : "; --denylist none ranks without one",
    );
    try {
      return await loadDenylist(this.#args.value("denylist"), {
        ...download,
        // A store that cannot be written has no locks; one small file does without.
        connect: (host, signal) =>
          connect!(host, signal).catch((error) => {
            if (!(error instanceof StoreError)) throw error;
            return undefined;
          }),
        openFile,
        store: this.store,
        signal,
        refresh: this.#args.value("refresh-denylist"),
        onWarning: this.#warn,
        onRetry: (error, delay) => this.#warn(retries.next(error, delay)),
        // Nobody can mend the published one; whoever asks for a new one hears what it is like.
        warnOfLines: this.#args.value("denylist") !== FLAGS.denylist.default ||
          this.#args.value("refresh-denylist"),
      });
    } catch (cause) {
      signal.throwIfAborted();
      if (!(cause instanceof Error)) throw cause;
      throw new Error(
        `Cannot rank without the denylist: ${describeError(cause)}; ` +
          "name another with --denylist FILE, or rank without one with --denylist none",
        { cause },
      );
    }
  }

  get #userAgent(): string {
    return `${PROGRAM} (${this.#args.value("contact")}) ${this.#runtime.name}`;
  }
}

async function checkFolder(args: Arguments, { mustExist = false }): Promise<void> {
  const folder = args.value("store");
  const problem = await folderProblem(folder);
  if (problem === undefined || (problem === NO_FOLDER && !mustExist)) return;
  const making = problem === NO_FOLDER ? `, or ${advisedCommand(args, "run")} makes it` : "";
  throw new UsageError(`Cannot use --store "${folder}": ${problem}; check the path${making}`);
}
