import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import { PlainRows } from "../dump/plain_rows.ts";
import { Denylist } from "../deny/denylist.ts";
import { type RankedReport, rankReport } from "../produce/rank_report.ts";
import { buffersOf } from "../rank/ranking.ts";
import type { Ties } from "../rank/page.ts";
import type { Edition } from "../rank/edition.ts";
import { parsePeriod } from "../time/period.ts";
import { type ChunkReceiver, createChunkReceiver } from "./chunk_receiver.ts";
import { gunzipNode } from "./gunzip_node.ts";
import { createSha256 } from "./sha256.ts";

/** How to rank a dump. */
interface BeginOptions {
  period: string;
  editions: readonly Edition[];
  top: number;
  ties: Ties;
  isDigested: boolean;
}

/** What a worker is told: to begin with a dump, the dump's next bytes, that they end, to give it up. */
export type Request =
  | { kind: "denylist"; content: Bytes | undefined }
  | { kind: "begin"; options: BeginOptions }
  | { kind: "dump"; chunk: Bytes }
  | { kind: "end" }
  | { kind: "stop" };

/**
 * What a worker answers: a chunk that it has used up; then the ranked dump, or why there is none, and
 * nothing more before it is told to begin again.
 */
export type Answer =
  | { kind: "used"; memory: Bytes }
  | { kind: "ranked"; ranked: RankedReport }
  | {
    kind: "error";
    message: string;
    dump?: Pick<DumpError, "code" | "reason" | "rows" | "seems">;
  };

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage(answer: Answer, transfer?: ArrayBuffer[]): void;
};

let denylist: Promise<Denylist> | undefined;
/** Where the present dump's bytes go. Of one that has failed, the last are still under way. */
let dump: ChunkReceiver | undefined;

new PlainRows(); // Compiles the hot loop before the first dump comes.

scope.onmessage = ({ data: request }) => {
  switch (request.kind) {
    case "denylist":
      denylist = request.content && Denylist.read(request.content);
      break;
    case "begin":
      begin(request.options);
      break;
    case "dump":
      dump?.push(request.chunk);
      break;
    case "end":
      dump?.end();
      break;
    case "stop":
      dump?.fail(new Error("the request was cancelled"));
  }
};

function begin({ period, editions, top, ties, isDigested }: BeginOptions): void {
  dump = createChunkReceiver((memory, transfer) =>
    scope.postMessage({ kind: "used", memory }, transfer)
  );
  rankReport(dump.chunks, {
    period: parsePeriod(period),
    editions,
    top,
    ties,
    denylist,
    gunzip: gunzipNode,
    createSha256: isDigested ? createSha256 : undefined,
  }).finally(() => dump = undefined).then(
    (ranked) => {
      const buffers = ranked.editions.flatMap(({ tops, stored: { csv, denied } }) => {
        const files = denied === undefined ? [csv.content] : [csv.content, denied];
        return [...buffersOf(tops), ...files.map(({ buffer }) => buffer)];
      });
      scope.postMessage({ kind: "ranked", ranked }, buffers);
    },
    (error: Error) => {
      const { message } = error;
      if (!(error instanceof DumpError)) return scope.postMessage({ kind: "error", message });
      const { code, reason, rows, seems } = error;
      scope.postMessage({ kind: "error", message, dump: { code, reason, rows, seems } });
    },
  );
}
