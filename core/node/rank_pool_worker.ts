import type { Bytes } from "../dump/gunzip.ts";
import { gunzipNode } from "./gunzip_node.ts";
import { Denylist } from "../deny/denylist.ts";
import { type RankedDomain, rankHour, type Ranking, type RankOptions } from "../rank/rank_hour.ts";

/** What a worker is told: to begin with a dump, the dump's next bytes, that they end. */
export type Request =
  | { kind: "denylist"; content: Bytes | undefined }
  | { kind: "begin"; options: Pick<RankOptions, "top" | "ties"> }
  | { kind: "dump"; chunk: Bytes }
  | { kind: "end" };

/**
 * What a worker answers: that it has used up a chunk, some of the domains of the ranking, the rest of
 * it, or why there is none.
 */
export type Answer =
  | { kind: "hungry" }
  | { kind: "domains"; domains: RankedDomain[] }
  | { kind: "ranking"; ranking: Omit<Ranking, "domains"> }
  | { kind: "error"; message: string };

/** To take in all domains at once would keep the other thread from its work for a while. */
const DOMAINS = 50;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage(answer: Answer): void;
};

let denylist: Promise<Denylist> | undefined;
let dump: ReadableStreamDefaultController<Bytes>;

scope.onmessage = ({ data: request }) => {
  switch (request.kind) {
    case "denylist":
      denylist = request.content && Denylist.read(new Blob([request.content]).stream());
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

function begin(options: Pick<RankOptions, "top" | "ties">): void {
  const body = new ReadableStream<Bytes>({ start: (controller) => void (dump = controller) });
  const onRead = () => scope.postMessage({ kind: "hungry" });
  rankHour(body, { ...options, denylist, gunzip: gunzipNode, onRead }).then(
    ({ domains, ...ranking }) => {
      for (let i = 0; i < domains.length; i += DOMAINS) {
        scope.postMessage({ kind: "domains", domains: domains.slice(i, i + DOMAINS) });
      }
      scope.postMessage({ kind: "ranking", ranking });
    },
    ({ message }: Error) => scope.postMessage({ kind: "error", message }),
  );
}
