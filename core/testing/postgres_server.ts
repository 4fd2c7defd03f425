import { run } from "./run.ts";
import { unusedPort } from "./unused_port.ts";

/** Where Debian puts what starts a server, the newest version last. */
const VERSIONS = "/usr/lib/postgresql";

/** How often it is tried to start a server that was killed. */
const RESTARTS = 50;

/** A PostgreSQL server on loopback, with nothing in it. */
export interface PostgresServer extends AsyncDisposable {
  /**
   * Makes a new database.
   *
   * @returns Its URL.
   */
  database(): Promise<string>;
  /** Kills it as a crash does. */
  kill(): Promise<void>;
  /** Starts it again, at the same port. */
  restart(): Promise<void>;
}

/** The folder of PostgreSQL's programs, `undefined` where it is not installed: tests are skipped then. */
export const POSTGRES_PROGRAMS: string | undefined = await findPrograms();

/**
 * Starts a server in a folder of its own. Where root starts it, it runs as the user `postgres`, for it
 * refuses to be root.
 *
 * @returns The server, which is stopped when it is disposed of.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await Deno.makeTempDir({ prefix: "wikitop-postgres-" });
  const port = unusedPort();
  const isRoot = Deno.uid() === 0;
  if (isRoot) await run("chown", ["postgres", folder]);
  const shell = (command: string) =>
    isRoot
      ? run("su", ["postgres", "-s", "/bin/sh", "-c", command], { cwd: folder })
      : run("sh", ["-c", command], { cwd: folder });
  const data = `${folder}/data`;
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  await shell(`${POSTGRES_PROGRAMS}/initdb -D ${data} -A trust -U wikitop -E UTF8 --locale=C`);
  const start = () =>
    shell(
      `${POSTGRES_PROGRAMS}/pg_ctl -w -D ${data} -l ${folder}/log -o '${options}' start >/dev/null`,
    );
  await start();
  let databases = 0;
  return {
    async database() {
      const name = `test_${databases++}`;
      await shell(`${POSTGRES_PROGRAMS}/createdb -h 127.0.0.1 -p ${port} -U wikitop ${name}`);
      return `postgres://wikitop@127.0.0.1:${port}/${name}`;
    },
    async kill() {
      const [pid] = (await Deno.readTextFile(`${data}/postmaster.pid`)).split("\n");
      Deno.kill(Number(pid), "SIGKILL");
    },
    async restart() {
      // What served the dead one has to end before, and does so within moments.
      for (let tries = 1;; tries++) {
        try {
          await start();
          return;
        } catch (error) {
          if (tries === RESTARTS) throw error;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      }
    },
    async [Symbol.asyncDispose]() {
      await shell(`${POSTGRES_PROGRAMS}/pg_ctl -m immediate -D ${data} stop`);
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function findPrograms(): Promise<string | undefined> {
  try {
    const versions = (await Array.fromAsync(Deno.readDir(VERSIONS))).map(({ name }) => name);
    const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1);
    return newest === undefined ? undefined : `${VERSIONS}/${newest}/bin`;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
