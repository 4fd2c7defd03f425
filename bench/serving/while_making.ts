import { fileURLToPath } from "node:url";
import { RawConnection } from "../../core/testing/raw_http.ts";
import type { StartedServer } from "./server_process.ts";
import { type Load, wrk } from "./wrk.ts";

/** How cached reads were answered, and how many hours were made meanwhile. */
export interface ReadsWhileMaking {
  /** How the server was asked. */
  readonly title: string;
  /** How it answered. */
  readonly load: Load;
  /** How many hours were finished meanwhile. */
  readonly hours: number;
}

/** Options of {@linkcode readWhileMaking}. */
export interface ReadWhileMakingOptions {
  /** The path of an answer that is at hand. */
  path: string;
  /** How long each kind of load lasts, in seconds. */
  seconds: number;
  /** Called with what takes long. */
  say: (line: string) => void;
}

/** How many ask, and how often all of them together in a second where they keep a pace. */
const CONNECTIONS = 8;
const RATE = 500;

const CLIENT = fileURLToPath(new URL("paced_client.ts", import.meta.url));

/** More hours than can be made meanwhile: their dumps are at the source, too. */
const RANGE = { from: "2018-01-01T01", to: "2018-01-15T00" };

/**
 * Reads what is at hand while real hours are made one after the other, and before, from a server
 * whose source has the same dump for each hour.
 */
export async function readWhileMaking(
  server: StartedServer,
  { path, seconds, say }: ReadWhileMakingOptions,
): Promise<ReadsWhileMaking[]> {
  const url = `${server.url.slice(0, -1)}${path}`;
  const pace = `${CONNECTIONS} connections, ${RATE} requests/s`;
  using connection = await RawConnection.open(server.url);

  say("Reading at a pace while nothing is made");
  const results = [{ title: `${pace}, nothing made`, load: await paced(url, seconds), hours: 0 }];
  const job = await begin(connection);
  const measured = async (title: string, measure: () => Promise<Load>) => {
    const before = await countDone(connection, job.id);
    const load = await measure();
    results.push({ title, load, hours: await countDone(connection, job.id) - before });
  };
  say("Reading at a pace while hours are made");
  await measured(pace, () => paced(url, seconds));
  say("Reading as fast as it can be while hours are made");
  await measured(
    `${CONNECTIONS} connections, flat out`,
    () => wrk(url, { connections: CONNECTIONS, seconds }),
  );
  const headers = { authorization: `Bearer ${job.secret}` };
  await connection.ask({ method: "DELETE", path: `/v1/jobs/${job.id}`, headers });
  return results;
}

async function begin(connection: RawConnection): Promise<{ id: string; secret: string }> {
  const { status, body } = await connection.ask({
    method: "POST",
    path: "/v1/jobs",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(RANGE),
  });
  const text = new TextDecoder().decode(body);
  if (status !== 202) throw new Error(`Cannot have hours made: status is ${status}: ${text}`);
  return JSON.parse(text);
}

async function countDone(connection: RawConnection, job: string): Promise<number> {
  const { body } = await connection.ask({ path: `/v1/jobs/${job}` });
  const { hours } = JSON.parse(new TextDecoder().decode(body)) as {
    hours: { state: string; message: string | null }[];
  };
  const failed = hours.find(({ state }) => state === "failed" || state === "missing");
  if (failed !== undefined) throw new Error(`Cannot have hours made: ${failed.message}`);
  return hours.filter(({ state }) => state === "done").length;
}

/** In a process of its own: this one has the output of the servers to read. */
async function paced(url: string, seconds: number): Promise<Load> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", `--allow-net=${new URL(url).host}`, CLIENT]
      .concat([url, String(RATE), String(CONNECTIONS), String(seconds)]),
    stdin: "null",
  }).output();
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr).trim());
  return JSON.parse(new TextDecoder().decode(stdout));
}
