import type { Bytes } from "../dump/bytes.ts";

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

const encoder = new TextEncoder();

/**
 * Lines of CSV in the making, as RFC 4180 has it but for the line ends, which are LF: a field is
 * quoted only where it is empty, or holds a comma, a quote or a line end. An empty text is quoted
 * because PostgreSQL, Ruby and Spark read an empty field as an absent value. (`@std/csv` would end
 * lines with CR LF, and leaves a CR bare.)
 */
export class CsvBytes {
  #bytes: Bytes = new Uint8Array(1 << 12);
  #length = 0;
  #isLineStart = true;
  readonly #ascii = new Uint8Array(256);

  /** Writes a field; a text may come as UTF-8. An absent value leaves it empty. */
  field(value: string | number | Uint8Array | null): void {
    if (!this.#isLineStart) this.#append(COMMA);
    this.#isLineStart = false;
    if (value === null) return;
    if (typeof value === "number") this.#number(value);
    else this.#text(typeof value === "string" ? this.#encode(value) : value);
  }

  /** Writes fields that {@linkcode take} gave, at the start of a line. */
  fields(written: Uint8Array): void {
    this.#makeRoom(written.length);
    this.#copy(written);
    this.#isLineStart = written.length === 0;
  }

  /** Ends a line. */
  endLine(): void {
    this.#append(LF);
    this.#isLineStart = true;
  }

  /** What was written since the last call. */
  take(): Bytes {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    this.#isLineStart = true;
    return taken;
  }

  #append(byte: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length++] = byte;
  }

  #copy(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #number(value: number): void {
    const digits = String(value);
    this.#makeRoom(digits.length);
    for (let i = 0; i < digits.length; i++) this.#bytes[this.#length++] = digits.charCodeAt(i);
  }

  /** Most texts are ASCII and short, for which an encoder's call costs more than its work. */
  #encode(text: string): Uint8Array {
    if (text.length > this.#ascii.length) return encoder.encode(text);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) return encoder.encode(text);
      this.#ascii[i] = code;
    }
    return this.#ascii.subarray(0, text.length);
  }

  #text(text: Uint8Array): void {
    this.#makeRoom(2 * text.length + 2);
    const bytes = this.#bytes;
    const start = this.#length;
    let isPlain = text.length > 0;
    let length = start;
    for (let i = 0; i < text.length; i++) {
      const byte = text[i]!;
      if (byte === COMMA || byte === QUOTE || byte === LF || byte === CR) isPlain = false;
      bytes[length++] = byte;
    }
    if (!isPlain) length = quote(text, bytes, start);
    this.#length = length;
  }

  #makeRoom(length: number): void {
    if (this.#length + length <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Writes a field in quotes, and gives where it ends. */
function quote(text: Uint8Array, bytes: Uint8Array, start: number): number {
  let end = start;
  bytes[end++] = QUOTE;
  for (const byte of text) {
    if (byte === QUOTE) bytes[end++] = QUOTE;
    bytes[end++] = byte;
  }
  bytes[end++] = QUOTE;
  return end;
}
