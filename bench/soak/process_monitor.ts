import { TextLineStream } from "@std/streams/text-line-stream";
import { percentile } from "../statistics.ts";

/** What a process took at a moment. */
interface Sample {
  /** Seconds since the monitor was started. */
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

/** Samples how much memory a process takes, and how many files it has open, once a second. */
export class ProcessMonitor implements AsyncDisposable {
  readonly #shell: Deno.ChildProcess;
  readonly #samples: Sample[] = [];
  readonly #begun = performance.now();
  readonly #reading: Promise<void>;

  /** Starts to watch a process. */
  constructor(pid: number) {
    this.#shell = new Deno.Command("/bin/sh", {
      args: ["-c", SCRIPT, String(pid)],
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#reading = this.#read();
  }

  /** Its resident set at last, in bytes. */
  get memory(): number {
    return this.#samples.at(-1)?.memory ?? NaN;
  }

  /** How many files it had open at last. */
  get files(): number {
    return this.#samples.at(-1)?.files ?? NaN;
  }

  /** The median of a figure between two times, in seconds. */
  median(of: "memory" | "files", from: number, to: number): number {
    const seen = this.#samples.filter(({ at }) => from <= at && at < to).map((seen) => seen[of]);
    return percentile(seen, 50);
  }

  /** Stops watching. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#shell.kill("SIGKILL");
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // It has ended already.
    }
    await this.#reading;
  }

  async #read(): Promise<void> {
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

/** What became of a server's memory. */
export interface MemoryCheck {
  /** Which times are compared. */
  readonly times: string;
  /** The memory at first, in bytes. */
  readonly before: number;
  /** The memory at the end. */
  readonly after: number;
  /** The one by the other. */
  readonly ratio: number;
  /** What the ratio may be. */
  readonly most: number;
  /** What the check does not say, if there is anything. */
  readonly remark?: string;
}

/**
 * Caches fill and code is compiled in the first five minutes of a load; over fifty, three servers
 * then stayed level. So growth is measured from there on, in a soak that lasts some minutes more. A
 * shorter one has no time to measure growth in, and its memory is only bounded by a coarse factor.
 */
const GROWTH = { seconds: 480, from: 300, to: 360, last: 60, most: 1.2, isGrowth: true };
const CHECKS = [
  GROWTH,
  { seconds: 180, from: 15, to: 30, last: 15, most: 2, isGrowth: false },
  { seconds: 0, from: 15, to: 30, last: 15, most: 1.5, isGrowth: false },
];

/** Compares a server's memory at the end of a load of so many seconds with that before. */
export function checkMemory(
  monitor: Pick<ProcessMonitor, "median">,
  seconds: number,
): MemoryCheck {
  const { from, to, last, most, isGrowth } = CHECKS.find((check) => seconds >= check.seconds)!;
  const before = monitor.median("memory", from, to);
  const after = monitor.median("memory", seconds - last, seconds);
  return {
    times: `median of ${from}–${to} s, and of the last ${last} s`,
    ...{ before, after, ratio: after / before, most },
    ...isGrowth ? {} : {
      remark: `The server was still warming up: memory is only bounded by a coarse factor; ` +
        `soak for ${GROWTH.seconds / 60} minutes or more to measure its growth`,
    },
  };
}
