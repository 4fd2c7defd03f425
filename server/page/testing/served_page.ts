import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { systemClock } from "../../../core/mod.ts";
import { makeFrom } from "../../testing/make_from.ts";
import { type PageFiles, readPageFiles } from "../../routes/page.ts";
import { HandlerFixture, type HandlerFixtureOptions } from "../../testing/handler_fixture.ts";
import { DAY, dayHours } from "./day.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Where Chromium is, `undefined` if it is not there: tests that need it are skipped then. */
export const CHROMIUM_PATH: string | undefined = findChromium();

/** Options of {@linkcode ServedPage.open}. */
export interface ServedPageOptions extends HandlerFixtureOptions {
  /** Where dumps come from. */
  source?: string;
  /** The hours that are stored, the newest first; those of the day if they are left out. */
  hours?: readonly string[];
  /** The lines of the denylist that they are made with, none if they are left out. */
  denied?: string;
}

/** How a reader looks at the page. */
export interface VisitOptions extends BrowserContextOptions {
  /** The path of the URL, without its first slash. */
  path?: string;
  /** The query of the URL. */
  query?: string;
  /** What the browser may complain of in its console. */
  expected?: RegExp;
}

/** The page as it is served, over a store of its own, and a browser to look at it. */
export class ServedPage implements AsyncDisposable {
  readonly url: string;
  readonly handlers: HandlerFixture;
  /** The paths and queries that the server was asked for, in order. */
  readonly asked: string[] = [];

  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly #browser: Browser;

  private constructor(handlers: HandlerFixture, browser: Browser) {
    this.handlers = handlers;
    this.#browser = browser;
    const options = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
    this.#server = Deno.serve(options, (request) => {
      this.asked.push(request.url.slice(this.url.length - 1));
      return handlers.handler(request);
    });
    this.url = `http://127.0.0.1:${this.#server.addr.port}/`;
  }

  /** Stores hours, serves them, and starts a browser. */
  static async open(
    { source = "http://127.0.0.1:1/", hours = dayHours(), denied = "", ...options }:
      ServedPageOptions = {},
  ): Promise<ServedPage> {
    const files = await buildPage();
    const handlers = await HandlerFixture.open({
      files,
      sources: ["dumps.example.org"],
      queue: (folder) => ({ make: makeFrom(source, folder), clock: systemClock, maxTries: 1 }),
      ...options,
    });
    const newest = Date.parse(`${DAY.newest}:00Z`);
    for (const name of hours) {
      const ago = (newest - Date.parse(`${name}:00Z`)) / 3_600_000;
      await handlers.store(name, { dump: DAY.dumpOf(ago), denied });
    }
    const browser = await chromium.launch({
      executablePath: CHROMIUM_PATH!,
      // As root, as which containers run, Chromium has no sandbox.
      args: ["--no-sandbox"],
    });
    return new ServedPage(handlers, browser);
  }

  /** Opens the page in the browser, and fails if that complains of anything. */
  async visit(
    { path = "", query = "", expected = /^$/, ...options }: VisitOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await this.#browser.newContext({ timezoneId: "Europe/Berlin", ...options });
    const complaints: string[] = [];
    try {
      const page = await context.newPage();
      await page.clock.setFixedTime(DAY.now);
      // Long, as a machine may have much else to do.
      page.setDefaultTimeout(60_000);
      page.on("pageerror", (error) => complaints.push(`Error: ${error.stack}`));
      page.on("console", (message) => {
        const text = `${message.text()} ${message.location().url}`;
        const isBad = ["error", "warning"].includes(message.type());
        if (isBad && !expected.test(text)) complaints.push(`Console: ${text}`);
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(this.url)) complaints.push(`Request: ${request.url()}`);
      });
      await page.goto(this.url + path + query);
      await look(page);
    } finally {
      await context.close();
    }
    if (complaints.length > 0) {
      throw new Error(`The browser complains of the page:\n${complaints.join("\n")}`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    this.handlers.closing.abort();
    await this.handlers.jobs?.close(0);
    await this.#server.shutdown();
    await this.handlers[Symbol.asyncDispose]();
  }
}

let built: Promise<PageFiles> | undefined;

/** Builds the page as `deno task page` does, once for all tests of a file. */
function buildPage(): Promise<PageFiles> {
  return built ??= build();
}

async function build(): Promise<PageFiles> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "-q", "page"],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) {
    const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
    throw new Error(`Cannot build the page: ${said}`);
  }
  return (await readPageFiles())!;
}

function findChromium(): string | undefined {
  const path = Deno.env.get("WIKITOP_CHROMIUM") ?? "/usr/bin/chromium";
  try {
    Deno.statSync(path);
    return path;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
