/** What a server did under load. */
export interface Load {
  /** Answers in a second. */
  readonly rate: number;
  /** How long half of the answers took at most, in milliseconds. */
  readonly p50: number;
  /** How long 99 of 100 answers took at most, in milliseconds. */
  readonly p99: number;
  /** How long the slowest answer took, in milliseconds. */
  readonly max: number;
}

/** Options of {@linkcode wrk}. */
export interface WrkOptions {
  /** How many connections are open. */
  connections: number;
  /** For how long, in seconds. */
  seconds: number;
  /** Headers of the requests. */
  headers?: Record<string, string>;
}

/** The program, as it is looked for. */
export const WRK = "wrk";

const SCRIPT = new URL("wrk_figures.lua", import.meta.url).pathname;

/**
 * Asks for a URL as fast as it is answered, by wrk on one thread; throws if a request failed, or was
 * not answered with a status of success.
 */
export async function wrk(
  url: string,
  { connections, seconds, headers = {} }: WrkOptions,
): Promise<Load> {
  const fields = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const { code, stdout, stderr } = await new Deno.Command(WRK, {
    args: ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", SCRIPT, ...fields, url],
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  if (code !== 0) throw new Error(`Cannot measure "${url}": ${decoder.decode(stderr).trim()}`);
  return readWrk(decoder.decode(stdout), url);
}

/**
 * Reads what `wrk_figures.lua` has written, among all that wrk printed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const text = "figures requests=3000 us=1500000 failed=0 p50=900 p99=2500 max=7100\n";
 * assertEquals(readWrk(text, "/"), { rate: 2000, p50: 0.9, p99: 2.5, max: 7.1 });
 * ```
 */
export function readWrk(text: string, url: string): Load {
  const line = /^figures (.*)$/m.exec(text)?.[1];
  if (line === undefined) throw new Error(`Cannot measure "${url}": wrk gives no figures`);
  const figures = Object.fromEntries(
    line.split(" ").map((word) => word.split("=")).map(([name, value]) => [name, Number(value)]),
  );
  const { requests, us, failed, p50, p99, max } = figures;
  if (failed > 0 || requests === 0) {
    throw new Error(`Cannot measure "${url}": ${failed} of ${requests} requests failed`);
  }
  return { rate: requests / (us / 1e6), p50: p50 / 1000, p99: p99 / 1000, max: max / 1000 };
}
