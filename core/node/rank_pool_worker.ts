import type { Bytes } from "../dump/bytes.ts";
import { DumpError } from "../dump/dump_error.ts";
import { Denylist } from "../deny/denylist.ts";
import type { RankedDump } from "../rank/dump_ranking.ts";
import { rankDump } from "../rank/rank_hour.ts";
import { buffersOf } from "../rank/ranking.ts";
import type { Ties } from "../rank/page.ts";
import { gunzipNode } from "./gunzip_node.ts";

/** What a worker is told: to begin with a dump, the dump's next bytes, that they end. */
export type Request =
  | { kind: "denylist"; content: Bytes | undefined }
  | { kind: "begin"; options: { top: number; ties: Ties } }
  | { kind: "dump"; chunk: Bytes }
  | { kind: "end" };

/** What a worker answers: that it has used up a chunk, the ranked dump, or why there is none. */
export type Answer =
  | { kind: "ack" }
  | { kind: "ranked"; ranked: RankedDump }
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
let dump: ReadableStreamDefaultController<Bytes>;

scope.onmessage = ({ data: request }) => {
  switch (request.kind) {
    case "denylist":
      denylist = request.content && Denylist.read(new Response(request.content).body!);
      break;
    case "begin":
      begin(request.options);
      break;
    case "dump":
      dump.enqueue(request.chunk);
      break;
    case "end":
      dump.close();
  }
};

function begin(options: { top: number; ties: Ties }): void {
  const chunks = new ReadableStream<Bytes>({ start: (controller) => void (dump = controller) });
  const acknowledged = new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      scope.postMessage({ kind: "ack" });
      controller.enqueue(chunk);
    },
  });
  rankDump(chunks.pipeThrough(acknowledged), { ...options, denylist, gunzip: gunzipNode }).then(
    (ranked) => scope.postMessage({ kind: "ranked", ranked }, buffersOf(ranked.tops)),
    (error: Error) => {
      const { message } = error;
      if (!(error instanceof DumpError)) return scope.postMessage({ kind: "error", message });
      const { code, reason, rows, seems } = error;
      scope.postMessage({ kind: "error", message, dump: { code, reason, rows, seems } });
    },
  );
}
