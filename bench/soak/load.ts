import { Hour } from "../../core/mod.ts";
import { Random } from "../../testdata/random.ts";
import {
  HungUpError,
  type RawAnswer,
  RawConnection,
  type RawRequest,
} from "../serving/raw_connection.ts";
import type { ExpectedReports } from "./expected_reports.ts";
import { type Fate, fateOf, hourAt } from "./fate.ts";
import type { Ledger } from "./ledger.ts";

/** One of many that ask the server for something, again and again. */
export interface Client {
  /** What kind it is. */
  readonly kind: string;
  /** How long it rests between two times, in milliseconds, on average. */
  readonly rest: number;
  /** Asks once, and looks at what comes. */
  act(load: Load, random: Random): Promise<void>;
}

/** What a complaint is made of; clients throw it. */
export class Wrong extends Error {
  /** The name of the class. */
  override name = "Wrong";
}

/** Options of {@linkcode Load}. */
export interface LoadOptions {
  /** Where the server is. */
  url: string;
  /** What decides about hours and clients. */
  seed: number;
  /** What is known. */
  ledger: Ledger;
  /** What is right. */
  expected: ExpectedReports;
}

/** The load on a server: what all clients of it share. */
export class Load {
  /** Where the server is. */
  readonly url: string;
  /** What is known. */
  readonly ledger: Ledger;
  /** What is right. */
  readonly expected: ExpectedReports;
  /** Hours that are read again and again. */
  readonly hot: Hour[] = [];
  /** Whether the server has been told to shut down: from then on it may refuse. */
  isClosing = false;

  readonly #seed: number;
  readonly #idle: RawConnection[] = [];
  readonly #stop = Promise.withResolvers<void>();
  #next = 0;

  /**
   * Constructs a new instance.
   *
   * @param options Which server, and what is known of it.
   */
  constructor({ url, seed, ledger, expected }: LoadOptions) {
    this.url = url;
    this.#seed = seed;
    this.ledger = ledger;
    this.expected = expected;
  }

  /** Hours that nobody has asked for, one after the other. */
  fresh(count: number): Hour[] {
    return Array.from({ length: count }, () => hourAt(this.#next++));
  }

  /** The hours that have been asked for, from one on. */
  past(first: number): Hour[] {
    return Array.from({ length: this.#next - first }, (_, i) => hourAt(first + i));
  }

  /** Passes over hours that somebody else has asked for. */
  skip(count: number): void {
    this.#next = count;
  }

  /** How many hours have been asked for. */
  get next(): number {
    return this.#next;
  }

  /** What the source has for an hour. */
  fateOf(hour: string): Fate {
    return fateOf(Hour.parse(hour), this.#seed);
  }

  /** Asks on a connection that is kept alive, and counts it. */
  async ask(kind: string, request: RawRequest): Promise<RawAnswer> {
    const connection = this.#idle.pop() ?? await RawConnection.open(this.url);
    try {
      const answer = await connection.ask(request);
      this.ledger.count(kind, answer.status);
      if (connection.isOpen) this.#idle.push(connection);
      return answer;
    } finally {
      if (!this.#idle.includes(connection)) connection[Symbol.dispose]();
    }
  }

  /** Waits, but no longer than the load lasts. */
  async pause(milliseconds: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => timer = setTimeout(resolve, milliseconds));
    await Promise.race([over, this.#stop.promise]);
    clearTimeout(timer);
  }

  /** Lets a client, one of a number, ask again and again, until the server shuts down. */
  async run({ kind, rest, act }: Client, number: number): Promise<void> {
    const random = new Random(this.#seed + number);
    while (!this.isClosing) {
      try {
        await act(this, random);
      } catch (error) {
        if (!this.#isMeant(error)) {
          this.ledger.wrong(kind, error instanceof Error ? error.message : String(error));
        }
      }
      await this.pause(rest * (0.5 + random.fraction()));
    }
  }

  /** The server has been told to shut down. */
  close(): void {
    this.isClosing = true;
    this.#stop.resolve();
  }

  /** Closes the connections that are left. */
  [Symbol.dispose](): void {
    for (const connection of this.#idle.splice(0)) connection[Symbol.dispose]();
  }

  /** A server that shuts down may refuse, but what it has begun to answer it answers to the end. */
  #isMeant(error: unknown): boolean {
    if (!this.isClosing || error instanceof Wrong) return false;
    if (error instanceof HungUpError) return !error.isWithinBody;
    return [Deno.errors.ConnectionRefused, Deno.errors.ConnectionReset, Deno.errors.BrokenPipe]
      .some((kind) => error instanceof kind);
  }
}
