import { TextLineStream } from "@std/streams/text-line-stream";
import { percentile } from "../serving/percentile.ts";

/** What a process took at a moment. */
interface Sample {
  /** Seconds since the watch began. */
  readonly at: number;
  /** Its resident set, in bytes. */
  readonly memory: number;
  /** How many files and connections it had open. */
  readonly files: number;
}

/** Prints both until the process has ended. Deno would have to be allowed everything to look itself. */
const SCRIPT = `while status=$(cat "/proc/$0/status" 2> /dev/null); do
  echo "$(echo "$status" | sed -n 's/^VmRSS:[^0-9]*//p') $(ls "/proc/$0/fd" | wc -l)"
  sleep 1
done`;

/** Watches how much memory a process takes, and how many files it has open, once a second. */
export class ProcessWatch implements AsyncDisposable {
  readonly #shell: Deno.ChildProcess;
  readonly #samples: Sample[] = [];
  readonly #begun = performance.now();
  readonly #looking: Promise<void>;

  /**
   * Begins to watch.
   *
   * @param pid The process.
   */
  constructor(pid: number) {
    this.#shell = new Deno.Command("/bin/sh", {
      args: ["-c", SCRIPT, String(pid)],
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#looking = this.#look();
  }

  /** Its resident set at last, in bytes. */
  get memory(): number {
    return this.#samples.at(-1)?.memory ?? NaN;
  }

  /** How many files it had open at last. */
  get files(): number {
    return this.#samples.at(-1)?.files ?? NaN;
  }

  /**
   * The middle of what was seen in a time.
   *
   * @param of Which figure.
   * @param from When the time begins, in seconds.
   * @param to When it ends.
   * @returns The median.
   */
  median(of: "memory" | "files", from: number, to: number): number {
    const seen = this.#samples.filter(({ at }) => from <= at && at < to).map((seen) => seen[of]);
    return percentile(seen, 50);
  }

  /** Looks no more. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#shell.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // It has ended already.
    }
    await this.#looking;
  }

  async #look(): Promise<void> {
    const lines = this.#shell.stdout.pipeThrough(new TextDecoderStream())
      .pipeThrough(new TextLineStream());
    for await (const line of lines) {
      const [, kibibytes, files] = /^(\d+) kB (\d+)$/.exec(line) ?? [];
      if (files === undefined) continue; // It is just ending.
      const at = (performance.now() - this.#begun) / 1000;
      this.#samples.push({ at, memory: Number(kibibytes) * 1024, files: Number(files) });
    }
  }
}
