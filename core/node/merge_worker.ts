import type { Bytes } from "../dump/bytes.ts";
import type { DumpErrorCode } from "../dump/dump_error.ts";
import type { MergeCounts } from "../merge/merge_counts.ts";
import { DumpMerge, MergeError } from "../merge/merge_dumps.ts";
import { gunzipNode } from "./gunzip_node.ts";
import { openFile } from "./open_file.ts";

/** What a merging thread is told: to sum some files, that a chunk was used up, to give up. */
export type MergeRequest =
  | { kind: "begin"; files: readonly { path: string; seen: MergeCounts | undefined }[] }
  | { kind: "ack" }
  | { kind: "stop" };

/**
 * What it answers: lines of the sum, one chunk after the other; then what was seen in the files, or why
 * there is no sum. With the last it has let go of all that it had open.
 */
export type MergeAnswer =
  | { kind: "lines"; chunk: Bytes }
  | { kind: "end"; counts: MergeCounts }
  | { kind: "stopped" }
  | { kind: "error"; message: string; dump?: FailedDump };

/** Which file is of no use, and why: classes do not come through between threads. */
export interface FailedDump {
  index: number;
  code: DumpErrorCode;
  reason: string;
  rows: number | undefined;
  seems: string | undefined;
}

/** How many chunks are under way at most. */
const CHUNKS = 4;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<MergeRequest>) => void;
  postMessage(answer: MergeAnswer, transfer?: ArrayBuffer[]): void;
};

let underWay = 0;
let isStopped = false;
let wake = () => {};

scope.onmessage = ({ data: request }) => {
  if (request.kind === "begin") return void merge(request.files).then(answer, fail);
  if (request.kind === "ack") underWay--;
  else isStopped = true;
  wake();
};

async function merge(
  files: Extract<MergeRequest, { kind: "begin" }>["files"],
): Promise<MergeAnswer> {
  const inputs = await Promise.all(
    files.map(async ({ path, seen }) => ({ body: (await openFile(path)).body, seen })),
  );
  const sum = new DumpMerge(inputs, gunzipNode);
  for await (const chunk of sum.lines()) {
    underWay++;
    scope.postMessage({ kind: "lines", chunk }, [chunk.buffer]);
    while (underWay >= CHUNKS && !isStopped) await new Promise<void>((resolve) => wake = resolve);
    if (isStopped) break;
  }
  return isStopped ? { kind: "stopped" } : { kind: "end", counts: sum.counts };
}

function answer(last: MergeAnswer): void {
  scope.postMessage(last);
}

function fail(error: Error): void {
  const { message } = error;
  if (!(error instanceof MergeError)) return answer({ kind: "error", message });
  const { code, reason, rows, seems } = error.cause;
  answer({ kind: "error", message, dump: { index: error.index, code, reason, rows, seems } });
}
