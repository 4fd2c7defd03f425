import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { systemClock } from "../../../core/mod.ts";
import { makeFrom } from "../../testing/make_from.ts";
import { HandlerFixture, type HandlerFixtureOptions } from "../../testing/handler_fixture.ts";
import { buildPage } from "./build_page.ts";
import { CHROMIUM_PATH } from "./chromium_path.ts";
import { DAY, dayHours } from "./day.ts";

/** Options of {@linkcode PagePlace.open}. */
export interface PagePlaceOptions extends HandlerFixtureOptions {
  /** Where dumps come from. */
  source?: string;
  /** The hours that are stored, the newest first; those of the day if they are left out. */
  hours?: readonly string[];
}

/** How a reader looks at the page. */
export interface VisitOptions extends BrowserContextOptions {
  /** The query of the URL. */
  query?: string;
  /** What may be complained of in the browser's console. */
  expected?: RegExp;
}

/** The page as it is served, over a store of its own, and a browser to look at it. */
export class PagePlace implements AsyncDisposable {
  /** Where the page is. */
  readonly url: string;
  /** What answers. */
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
    { source = "http://127.0.0.1:1/", hours = dayHours(), ...options }: PagePlaceOptions = {},
  ): Promise<PagePlace> {
    const files = await buildPage();
    const handlers = await HandlerFixture.open({
      files,
      queue: (folder) => ({ make: makeFrom(source, folder), clock: systemClock, maxTries: 1 }),
      ...options,
    });
    const newest = Date.parse(`${DAY.newest}:00Z`);
    for (const name of hours) {
      const ago = (newest - Date.parse(`${name}:00Z`)) / 3_600_000;
      await handlers.store(name, { dump: DAY.dumpOf(ago) });
    }
    const browser = await chromium.launch({
      executablePath: CHROMIUM_PATH,
      // As root, as which containers run, Chromium has no sandbox.
      args: ["--no-sandbox"],
    });
    return new PagePlace(handlers, browser);
  }

  /**
   * Looks at the page, and fails if anything is wrong with it in the browser's eyes.
   *
   * @param options How.
   * @param look What to do there.
   */
  async visit(
    { query = "", expected = /^$/, ...options }: VisitOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await this.#browser.newContext({ timezoneId: "Europe/Berlin", ...options });
    const troubles: string[] = [];
    try {
      const page = await context.newPage();
      await page.clock.setFixedTime(DAY.now);
      page.setDefaultTimeout(20_000);
      page.on("pageerror", (error) => troubles.push(`Error: ${error.stack}`));
      page.on("console", (message) => {
        const text = `${message.text()} ${message.location().url}`;
        const isBad = ["error", "warning"].includes(message.type());
        if (isBad && !expected.test(text)) troubles.push(`Console: ${text}`);
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(this.url)) troubles.push(`Request: ${request.url()}`);
      });
      await page.goto(this.url + query);
      await look(page);
    } finally {
      await context.close();
    }
    if (troubles.length > 0) throw new Error(`The page has troubles:\n${troubles.join("\n")}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    this.handlers.closing.abort();
    await this.handlers.jobs?.close(0);
    await this.#server.shutdown();
    await this.handlers[Symbol.asyncDispose]();
  }
}
