import { assertEquals, AssertionError } from "@std/assert";
import { TextLineStream } from "@std/streams/text-line-stream";
import { fileURLToPath } from "node:url";
import { start } from "../../core/testing/launch.ts";
import { withOnly } from "../../core/testing/program.ts";
import { SERVE_FLAGS } from "../../core/testing/task_flags.ts";
import { until } from "./until.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** Options of {@linkcode startServer}. */
export interface StartServerOptions {
  /** The folder it is called from; its store is `reports` in there, unless told otherwise. */
  cwd: string;
  /** All flags for Deno, in place of those of the `serve` task. */
  flags?: readonly string[];
  /** More permissions. */
  permissions?: readonly string[];
  /** Variables of the environment. */
  env?: Record<string, string>;
  /** What starts the program in place of the system, as `["/bin/sh", "-c", "…"]`. */
  through?: readonly string[];
  /** Errors in its log that are meant to be there. */
  expected?: RegExp;
}

/** A server that runs in a process of its own. It is killed when it is disposed of. */
export class ServerProcess implements AsyncDisposable {
  /** What it has written to standard error. */
  readonly lines: string[] = [];
  /** How it ended, once it has. */
  readonly status: Promise<Deno.CommandStatus>;

  readonly #child: Deno.ChildProcess;
  readonly #reading: Promise<unknown>;
  readonly #expected: RegExp | undefined;
  #isOver = false;
  #url: URL | undefined;

  constructor(child: Deno.ChildProcess, expected: RegExp | undefined) {
    this.#child = child;
    this.#expected = expected;
    this.status = child.status.finally(() => this.#isOver = true);
    this.#reading = Promise.all([this.#read(), child.stdout.pipeTo(new WritableStream())]);
  }

  /** Its number. */
  get pid(): number {
    return this.#child.pid;
  }

  /** Its URL, without the slash at the end. */
  get url(): string {
    return this.#url!.origin;
  }

  /** Its address, as `127.0.0.1:8080`. */
  get host(): string {
    return this.#url!.host;
  }

  /** Its port. */
  get port(): number {
    return Number(this.#url!.port);
  }

  /** What it has written to standard error. */
  get log(): string {
    return this.lines.join("\n");
  }

  /** Waits until it listens, or has ended instead. */
  async listening(): Promise<void> {
    await until(() => this.#url !== undefined || this.#isOver, "the server listens");
    if (this.#url === undefined) await this.#reading;
  }

  /** Sends a signal, if it still runs. */
  kill(signal: Deno.Signal): void {
    if (!this.#isOver) this.#child.kill(signal);
  }

  /** Stops it as the system would; gives its exit code. */
  async stop(signal: Deno.Signal = "SIGTERM"): Promise<number> {
    this.kill(signal);
    const { code } = await this.status;
    await this.#reading;
    return code;
  }

  /** Asks it for something, on a path. */
  async get(path: string, init: RequestInit = {}): Promise<{ response: Response; text: string }> {
    const response = await fetch(this.url + path, init);
    return { response, text: await response.text() };
  }

  /** Waits until it has what it needs, as its denylist. */
  async ready(): Promise<void> {
    const isReady = async () => (await this.get("/readyz")).response.status === 200;
    await until(isReady, "the server is ready");
  }

  /** Asks it for something, and wants a status. */
  async ask(path: string, status: number, init: RequestInit = {}): Promise<string> {
    const { response, text } = await this.get(path, init);
    assertEquals([path, response.status], [path, status], text);
    return text;
  }

  /** Has hours made. */
  async post(from: string, to = from): Promise<{ response: Response; text: string }> {
    const headers = { "content-type": "application/json" };
    return await this.get("/v1/jobs", {
      method: "POST",
      headers,
      body: JSON.stringify({ from, to }),
    });
  }

  /** Kills it, and looks whether it has complained. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.kill("SIGKILL");
    await this.status;
    await this.#reading;
    const errors = this.lines.filter((line) =>
      /Error:|panicked/.test(line) && !(this.#expected?.test(line) ?? false)
    );
    if (errors.length > 0) {
      throw new AssertionError(`The server complained: ${this.log.slice(0, 2000)}`);
    }
  }

  async #read(): Promise<void> {
    const lines = this.#child.stderr.pipeThrough(new TextDecoderStream())
      .pipeThrough(new TextLineStream());
    for await (const line of lines) {
      this.lines.push(line);
      const url = /^Listening at (http:\S+)$/.exec(line)?.[1];
      if (url !== undefined) this.#url = new URL(url);
    }
  }
}

/** Starts a server as the `serve` task does, with exactly its permissions, at any free port. */
export async function startServer(
  args: readonly string[],
  { cwd, flags = SERVE_FLAGS, permissions = [], env = {}, through = [], expected }:
    StartServerOptions,
): Promise<ServerProcess> {
  const program = {
    command(permissions: readonly string[]): [string, ...string[]] {
      const command = withOnly(...flags).command(permissions).slice(0, -1);
      const [file, ...others] = [...through, ...command, MAIN];
      return [file, ...others];
    },
  };
  const options = { cwd, env, permissions: [...permissions] };
  const server = new ServerProcess(start(program, ["--port", "0", ...args], options), expected);
  await server.listening();
  return server;
}

/** Starts a server that is not to come up; gives what it says. */
export async function startInVain(
  args: readonly string[],
  options: StartServerOptions,
): Promise<string> {
  await using server = await startServer(args, { ...options, expected: /./ });
  assertEquals((await server.status).code, 1, server.log);
  // The tests need not have built the page.
  return server.lines.filter((line) => !line.startsWith("Warning: the page is not")).join("\n");
}
