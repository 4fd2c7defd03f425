import { assertEquals } from "@std/assert";
import { RawConnection } from "../../core/testing/raw_http.ts";
import { spread } from "../statistics.ts";
import { type Load, wrk } from "./wrk.ts";

/** Headers that each server writes in its own way, or not at all. */
const OWN = ["date", "server", "connection", "keep-alive", "etag"];

/** An answer that several servers give, whose speed is compared. */
export interface Comparison {
  /** What is asked for. */
  readonly title: string;
  /** Headers of the requests. */
  readonly headers: Record<string, string>;
  /** The servers, wikitop first, each with its own URL of the answer. */
  readonly servers: readonly { readonly name: string; readonly url: string }[];
}

/** What came of a comparison. */
export interface ComparisonResult {
  /** What was asked for. */
  readonly title: string;
  /** Round by round, the same rounds for all, by server. */
  readonly loads: ReadonlyMap<string, readonly Load[]>;
}

/** Options of {@linkcode compareServers}. */
export interface CompareServersOptions {
  /** How many rounds are timed, after one to warm up. */
  rounds: number;
  /** How long each server is asked in a round, in seconds. */
  seconds: number;
  /** How many connections are open. */
  connections: number;
  /** Called with what takes long. */
  say: (line: string) => void;
}

/**
 * Lets servers give the same answer, by turns: what disturbs the machine for longer than a round
 * disturbs all.
 */
export async function compareServers(
  comparisons: readonly Comparison[],
  { rounds, seconds, connections, say }: CompareServersOptions,
): Promise<ComparisonResult[]> {
  const results = comparisons.map((comparison) => ({
    ...comparison,
    loads: new Map(comparison.servers.map(({ name }): [string, Load[]] => [name, []])),
  }));
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? "Warming up" : `Round ${round} of ${rounds}`);
    for (const { headers, servers, loads } of results) {
      for (const { name, url } of servers) {
        const load = await wrk(url, { connections, seconds, headers });
        if (round > 0) loads.get(name)!.push(load);
      }
    }
  }
  return results;
}

/**
 * Shows results as a Markdown table, with the ratios to one of the servers.
 *
 * A ratio is the median of the ratios of each round, whose servers were asked one after the other.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const load = { rate: 1000, p50: 1, p99: 2, max: 3 };
 * const loads = new Map([["a", [load]], ["b", [{ ...load, rate: 2000, p99: 8 }]]]);
 * assertEquals(
 *   comparisonTable([{ title: "a part", loads }], "b").split("\n").slice(2),
 *   [
 *     "| a part | a | 1,000 (1,000–1,000) | 0.50 (0.50–0.50) | 2.0 ms (2.0–2.0) | 0.25 |",
 *     "| | b | 2,000 (2,000–2,000) | | 8.0 ms (8.0–8.0) | |",
 *   ],
 * );
 * ```
 */
export function comparisonTable(results: readonly ComparisonResult[], rival: string): string {
  const rows = results.flatMap(({ title, loads }) =>
    [...loads].map(([name, own], i) => {
      const others = name === rival ? undefined : loads.get(rival);
      return row([
        i === 0 ? title : "",
        name,
        shown(own.map(({ rate }) => rate), whole),
        others === undefined ? "" : shown(ratios(own, others, ({ rate }) => rate), hundredths),
        shown(own.map(({ p99 }) => p99), (ms) => ms.toFixed(1), " ms"),
        others === undefined
          ? ""
          : hundredths(spread(ratios(own, others, ({ p99 }) => p99)).median),
      ]);
    })
  );
  return [
    row(["answer", "server", "requests/s", `of ${rival}`, "p99", `of ${rival}`]),
    row(["---", "---", "--:", "--:", "--:", "--:"]),
    ...rows,
  ].join("\n");
}

/** Throws unless two servers send the same: how fast they do is compared only then. */
export async function assertSameAnswer(
  a: string,
  b: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const [one, other] = [await comparable(a, headers), await comparable(b, headers)];
  assertEquals({ ...other, body: "" }, { ...one, body: "" }, `"${a}" is not as "${b}"`);
  assertEquals(other.body === one.body, true, `The bodies of "${a}" and "${b}" differ`);
}

/** The ratios of a figure, round by round. */
function ratios(
  own: readonly Load[],
  others: readonly Load[],
  figure: (load: Load) => number,
): number[] {
  return own.map((load, round) => figure(load) / figure(others[round]!));
}

function shown(figures: readonly number[], show: (figure: number) => string, unit = ""): string {
  const { median, min, max } = spread(figures);
  return `${show(median)}${unit} (${show(min)}–${show(max)})`;
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString("en");
}

function hundredths(figure: number): string {
  return figure.toFixed(2);
}

function row(cells: readonly string[]): string {
  return `|${cells.map((cell) => cell === "" ? " |" : ` ${cell} |`).join("")}`;
}

async function comparable(url: string, sent: Record<string, string>) {
  using connection = await RawConnection.open(url);
  const { pathname, search } = new URL(url);
  const { status, headers, body } = await connection.ask({
    path: pathname + search,
    headers: sent,
  });
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return {
    status,
    headers: [...headers].filter(([name]) => !OWN.includes(name)),
    body: digest.join(" "),
  };
}
