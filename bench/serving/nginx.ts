import { type StartedServer, startServer } from "./server_process.ts";

/** A file, as nginx is to serve it. */
export interface StaticAnswer {
  /** The path of its URL. */
  readonly path: string;
  /** Its bytes. */
  readonly body: Uint8Array;
  /** Its bytes, gzipped. */
  readonly gzipped: Uint8Array;
  /** Its headers; what nginx makes of the file itself is left to it. */
  readonly headers: Headers;
}

/** Where nginx is: it is not in the path of everybody. */
export const NGINX = "/usr/sbin/nginx";

/** Headers that every server writes itself. */
const OWN = /^(date|server|connection|keep-alive|content-(length|encoding)|transfer-encoding)$/;
/** Headers that nginx makes of the file. */
const OF_FILE = /^(content-type|etag|last-modified)$/;

/**
 * Starts nginx with one worker, which serves files with the headers that they are to have. All that
 * it writes goes to an empty folder that others can read.
 */
export async function startNginx(
  folder: string,
  answers: readonly StaticAnswer[],
): Promise<StartedServer> {
  for (const [i, { body, gzipped, headers }] of answers.entries()) {
    await Deno.writeFile(`${folder}/${i}`, body);
    await Deno.writeFile(`${folder}/${i}.gz`, gzipped);
    const modified = new Date(headers.get("last-modified") ?? 0);
    await Deno.utime(`${folder}/${i}`, modified, modified);
    await Deno.utime(`${folder}/${i}.gz`, modified, modified);
  }
  const port = freePort();
  await Deno.writeTextFile(`${folder}/nginx.conf`, nginxConfig(folder, port, answers));
  const say = `echo "http://127.0.0.1:${port}/"; exec "$0" "$@"`;
  const server = await startServer(
    ["/bin/sh", "-c", say, NGINX, "-p", folder, "-e", `${folder}/error.log`, "-c", "nginx.conf"],
    { cwd: folder },
  );
  // A second is more than it takes; who asks before is refused.
  for (let tries = 0; tries < 50; tries++) {
    try {
      await (await fetch(server.url)).body?.cancel();
      break;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return { ...server, [Symbol.asyncDispose]: () => quit(server) };
}

/** Killed, it would leave its worker behind. */
async function quit(server: StartedServer): Promise<void> {
  server.process.kill("SIGTERM");
  await server.process.status;
  await server[Symbol.asyncDispose]();
}

/**
 * The configuration of nginx for files that are named by their numbers.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 *
 * const headers = new Headers({ "content-type": "text/csv", "vary": "Accept" });
 * const answer = { path: "/a", body: new Uint8Array(), gzipped: new Uint8Array(), headers };
 * const config = nginxConfig("/srv", 8080, [answer]);
 * assertStringIncludes(config, 'default_type "text/csv";');
 * assertStringIncludes(config, 'add_header vary "Accept";');
 * ```
 */
export function nginxConfig(
  folder: string,
  port: number,
  answers: readonly StaticAnswer[],
): string {
  const locations = answers.map(({ path, headers }, i) => {
    const added = [...headers].filter(([name]) => !OWN.test(name) && !OF_FILE.test(name));
    return [
      `location = ${path} {`,
      `  alias ${folder}/${i};`,
      `  default_type "${headers.get("content-type")}";`,
      ...added.map(([name, value]) => `  add_header ${name} "${value}";`),
      "}",
    ].join("\n");
  });
  return `worker_processes 1;
daemon off;
pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  gzip_static on;
  max_ranges 0;
  types {}
  ${
    ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`).join("\n  ")
  }
  server {
    listen 127.0.0.1:${port};
${locations.join("\n")}
  }
}
`;
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}
