import { stat } from "node:fs/promises";
import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import { type MergeCounts, sumCounts } from "../merge/merge_counts.ts";
import { DumpMerge, type DumpSum, MergeError } from "../merge/merge_dumps.ts";
import { gunzipNode } from "./gunzip_node.ts";
import type { MergeAnswer, MergeRequest } from "./merge_worker.ts";
import { openFile } from "./open_file.ts";

/** A file to be merged, or the bytes of a dump that is none. */
export interface FileInput {
  /** Its path, `undefined` if it is no file. */
  path?: string | undefined;
  /** The bytes of what is no file. */
  body?: ReadableStream<Bytes> | undefined;
  /** What was seen in it before it was sorted. */
  seen?: MergeCounts | undefined;
}

/** How {@linkcode mergeFiles} spreads its work. */
export interface MergeFilesOptions {
  /**
   * How many threads at most.
   *
   * @default {navigator.hardwareConcurrency}
   */
  threads?: number;
  /**
   * How many bytes all files have at least for threads to be worth their start.
   *
   * @default {8_388_608}
   */
  leastBytes?: number;
}

/** A thread that sums fewer files leaves as much to the last merge as there was. */
const LEAST_FILES = 3;

/**
 * Sums files as a tree of merges: each thread sums some of them into lines, which are summed here. Of
 * a hundred million rows of a day this leaves a tenth for the last merge, for pages are the same.
 *
 * @param inputs The files.
 * @param options How the work is spread.
 * @returns Their sum; a {@linkcode MergeError} of it has the number of the file among the inputs.
 */
export function mergeFiles(
  inputs: readonly FileInput[],
  options: MergeFilesOptions = {},
): DumpSum {
  let merge: DumpMerge | undefined;
  let branches: Branch[] = [];
  return {
    get rows() {
      return merge?.rows ?? 0;
    },
    get counts() {
      return sumCounts(
        [...branches, ...merge === undefined ? [] : [merge]].map((part) => part.counts),
      );
    },
    async *lines() {
      const groups = await groupsOf(inputs, options);
      const others = [...inputs.keys()].filter((i) => !groups.flat().includes(i));
      const bodies = await openAll(others.map((i) => inputs[i]!));
      branches = groups.map((group) => new Branch(group, inputs));
      merge = new DumpMerge([
        ...branches.map(({ body }) => ({ body, seen: sumCounts([]) })),
        ...others.map((i, at) => ({ body: bodies[at]!, seen: inputs[i]!.seen })),
      ], gunzipNode);
      try {
        yield* merge.lines();
      } catch (error) {
        if (!(error instanceof MergeError)) throw error;
        const { index, cause } = error;
        if (index >= branches.length) throw new MergeError(others[index - branches.length]!, cause);
        throw cause.cause ?? error; // What the thread said.
      } finally {
        await Promise.all(branches.map((branch) => branch.end()));
      }
    },
  };
}

/** The files that each thread sums, by their numbers; the others are left to the last merge. */
async function groupsOf(
  inputs: readonly FileInput[],
  { threads = navigator.hardwareConcurrency, leastBytes = 1 << 23 }: MergeFilesOptions,
): Promise<number[][]> {
  const files = [...inputs.keys()].filter((i) => inputs[i]!.path !== undefined);
  const count = Math.min(threads, Math.floor(files.length / LEAST_FILES));
  if (count < 2) return [];
  // One that is not there is found when it is opened.
  const sizes = await Promise.all(
    files.map((i) => stat(inputs[i]!.path!).then(({ size }) => size, () => 0)),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return bytes < leastBytes ? [] : split(files, count);
}

/** Parts of about the same size. */
function split(files: readonly number[], count: number): number[][] {
  return Array.from({ length: count }, (_, i) =>
    files.slice(
      Math.round((i * files.length) / count),
      Math.round(((i + 1) * files.length) / count),
    ));
}

async function openAll(inputs: readonly FileInput[]): Promise<ReadableStream<Bytes>[]> {
  const bodies: ReadableStream<Bytes>[] = [];
  try {
    for (const { path, body } of inputs) bodies.push(body ?? (await openFile(path!)).body);
  } catch (error) {
    await Promise.all(bodies.map((body) => body.cancel(error)));
    throw error;
  }
  return bodies;
}

/** A thread that sums some of the files. */
class Branch {
  /** The lines of their sum. */
  readonly body: ReadableStream<Bytes>;
  /** What was seen in them, known at the end. */
  counts: MergeCounts = sumCounts([]);

  readonly #worker: Worker = new Worker(new URL("./merge_worker.ts", import.meta.url), {
    type: "module",
  });
  readonly #hasLetGo: Promise<void>;
  #isOver = false;

  constructor(group: readonly number[], inputs: readonly FileInput[]) {
    const letGo = Promise.withResolvers<void>();
    this.#hasLetGo = letGo.promise;
    let isCancelled = false;
    let lines!: ReadableStreamDefaultController<Bytes>;
    const received = new ReadableStream<Bytes>({
      start: (controller) => void (lines = controller),
      cancel: () => void (isCancelled = true),
    }, { highWaterMark: Infinity });
    this.#worker.onmessage = ({ data: answer }: MessageEvent<MergeAnswer>) => {
      if (answer.kind === "lines" && isCancelled) return;
      if (answer.kind === "lines") return lines.enqueue(answer.chunk);
      this.#isOver = true;
      letGo.resolve();
      if (answer.kind === "end") {
        this.counts = answer.counts;
        if (!isCancelled) lines.close();
      } else if (answer.kind === "error") {
        lines.error(errorOf(answer, group));
      }
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#isOver = true;
      letGo.resolve();
      lines.error(new Error(`the merging thread failed: ${event.message}`));
    };
    this.body = received.pipeThrough(
      new TransformStream<Bytes, Bytes>({
        transform: (chunk, controller) => {
          controller.enqueue(chunk);
          this.#send({ kind: "ack" });
        },
      }),
    );
    const files = group.map((i) => ({ path: inputs[i]!.path!, seen: inputs[i]!.seen }));
    this.#send({ kind: "begin", files });
  }

  /** Ends the thread, once it has let go of its files. */
  async end(): Promise<void> {
    if (!this.#isOver) this.#send({ kind: "stop" });
    await this.#hasLetGo;
    this.#worker.terminate();
  }

  #send(request: MergeRequest): void {
    this.#worker.postMessage(request);
  }
}

function errorOf(
  { message, dump }: Extract<MergeAnswer, { kind: "error" }>,
  group: readonly number[],
): Error {
  if (dump === undefined) return new Error(message);
  const { index, code, reason, rows, seems } = dump;
  return new MergeError(group[index]!, new DumpError(code, reason, { rows, seems }));
}
