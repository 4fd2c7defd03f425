import { createGunzip } from "node:zlib";
import type { Bytes } from "../dump/bytes.ts";

const NO_FLUSH = 0;
const FINISH = 4;
const NOTHING = new Uint8Array(0);

/** The part of `node:zlib` below its streams: not documented, but relied on by many. */
interface Binding {
  onerror: (message: string) => void;
  writeSync(
    flush: number,
    input: Uint8Array,
    inputStart: number,
    inputLength: number,
    output: Uint8Array,
    outputStart: number,
    outputLength: number,
  ): void;
}

/** How much of its input and output a call has used. */
export interface Progress {
  /** Bytes that were read. */
  read: number;
  /** Bytes that were written. */
  written: number;
}

/**
 * Gunzips from memory to memory. The streams of `node:zlib` write into memory of their own, which
 * costs a copy, or much memory; the binding below them writes where it is told to. It reads files of
 * several members.
 */
export class GunzipBinding {
  readonly #gunzip: ReturnType<typeof createGunzip>;
  readonly #binding: Binding;
  /** What the last call has left over of its output and its input. */
  readonly #left: Uint32Array;
  #error: string | undefined;
  #isClosed = false;

  private constructor(
    gunzip: ReturnType<typeof createGunzip>,
    binding: Binding,
    left: Uint32Array,
  ) {
    this.#gunzip = gunzip;
    this.#binding = binding;
    this.#left = left;
    binding.onerror = (message) => this.#error = message;
  }

  /**
   * Opens the binding.
   *
   * @returns The binding, `undefined` where the runtime has none of that form.
   */
  static open(): GunzipBinding | undefined {
    const gunzip = createGunzip();
    const { _handle: binding, _writeState: left } = gunzip as unknown as {
      _handle?: Partial<Binding>;
      _writeState?: unknown;
    };
    if (typeof binding?.writeSync === "function" && left instanceof Uint32Array) {
      return new GunzipBinding(gunzip, binding as Binding, left);
    }
    gunzip.close();
  }

  /**
   * Gunzips until the input is used up or the output full.
   *
   * @param input The next bytes of the file. If neither is the case, the rest of them is no member.
   * @param output Where the content goes.
   * @returns How far it got.
   */
  write(input: Uint8Array, output: Bytes): Progress {
    return this.#call(NO_FLUSH, input, output);
  }

  /** Fails unless the file ended where a member does. */
  finish(): void {
    this.#call(FINISH, NOTHING, new Uint8Array(1));
  }

  /** Frees its memory. */
  close(): void {
    this.#isClosed = true;
    this.#gunzip.close();
  }

  #call(flush: number, input: Uint8Array, output: Uint8Array): Progress {
    // Node itself would end the process.
    if (this.#isClosed) throw new Error("the request was cancelled");
    this.#binding.writeSync(flush, input, 0, input.length, output, 0, output.length);
    if (this.#error !== undefined) throw new Error(this.#error);
    const [outputLeft, inputLeft] = this.#left as unknown as [number, number];
    return { read: input.length - inputLeft, written: output.length - outputLeft };
  }
}
