import { identityOf } from "../../core/archive/identity.ts";
import type { ExportFile } from "../../core/export/export_file.ts";
import type { Exporter } from "../../core/export/exporter.ts";
import { EDITIONS, openReport, type Period, type Producer, type Store } from "../../core/mod.ts";
import { describeFiles, type FileTally } from "../output/describe_files.ts";

/** What a run exports, and where its reports are. */
export interface RunExportsOptions {
  exporter: Exporter;
  store: Store;
  /** The first and the last period of the run. */
  range: { first: Period; last: Period };
  /**
   * Does the work of writing one file.
   *
   * @default work()
   */
  within?: (<Value>(file: ExportFile, work: () => Promise<Value>) => Promise<Value>) | undefined;
}

/** Files that hold several periods of the run, as the hours of a day. */
interface Joined {
  files: Map<string, ExportFile>;
  /** The periods that have come to their end, one way or another. */
  ended: Set<string>;
}

/**
 * Exports each period of a run as it is finished, in all its editions. A file that holds several is
 * written once the last of them has ended: else it would be written as often as there are periods.
 */
export class RunExports {
  readonly #options: RunExportsOptions;
  readonly #joined: Map<string, Joined> = new Map();
  readonly #tally: FileTally = { written: 0, same: 0, bytes: 0 };

  constructor(options: RunExportsOptions) {
    this.#options = options;
  }

  /** What makes periods and exports them; where that fails, the period has failed. */
  exporting(producer: Producer): Producer {
    return {
      produce: async (period, how) => {
        const [production] = await Promise.allSettled([producer.produce(period, how)]);
        const isFinished = production.status === "fulfilled";
        await this.#ended(period, { isFinished, signal: how?.signal });
        if (!isFinished) throw production.reason;
        return production.value;
      },
    };
  }

  /** Writes what is left, and says what was written. */
  async end(signal: AbortSignal): Promise<string> {
    for (const { files } of this.#joined.values()) {
      for (const file of files.values()) if (!signal.aborted) await this.#update(file);
    }
    return `Exported: ${describeFiles(this.#tally)}`;
  }

  async #ended(
    period: Period,
    { isFinished, signal }: { isFinished: boolean; signal: AbortSignal | undefined },
  ): Promise<void> {
    const { exporter, store, range } = this.#options;
    const { span } = exporter.fileOf({ period, edition: "each" });
    const joined = this.#joined.get(span.label) ?? { files: new Map(), ended: new Set() };
    this.#joined.set(span.label, joined);
    for (const edition of isFinished ? EDITIONS : []) {
      const report = await openReport(store, period, { edition });
      if (report === undefined) continue;
      const file = exporter.fileOf({ period, edition });
      if (span !== period) joined.files.set(file.path, file);
      else await this.#update(file, { [period.label]: await identityOf(report.manifest) }, signal);
    }
    joined.ended.add(period.label);
    if (span !== period && joined.ended.size < periodsOf(span, range)) return;
    const files = [...joined.files.values()];
    joined.files.clear();
    for (const file of files) await this.#update(file, undefined, signal);
    if (span === period) this.#joined.delete(span.label);
  }

  async #update(
    file: ExportFile,
    known?: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<void> {
    const { exporter, within = (_, work) => work() } = this.#options;
    const { written, bytes } = await within(file, () => exporter.update(file, known, signal));
    if (written) {
      this.#tally.written++;
      this.#tally.bytes += bytes;
    } else {
      this.#tally.same++;
    }
  }
}

/** How many hours of a longer period a run makes. */
function periodsOf({ hours }: Period, { first, last }: RunExportsOptions["range"]): number {
  return hours.filter(({ start, end }) => start >= first.start && end <= last.end).length;
}
