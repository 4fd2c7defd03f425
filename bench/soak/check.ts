import type { RawAnswer } from "../serving/raw_connection.ts";
import { type Load, Wrong } from "./load.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * The text of an answer.
 *
 * @param answer The answer, not gzipped.
 * @returns The text.
 */
export function textOf({ body }: RawAnswer): string {
  return decoder.decode(body);
}

/**
 * The JSON of an answer.
 *
 * @param answer The answer, not gzipped.
 * @returns The value.
 */
// deno-lint-ignore no-explicit-any
export function jsonOf(answer: RawAnswer): any {
  return JSON.parse(textOf(answer));
}

/**
 * Complains of an answer that has another status than it is to have. Once the server shuts down, it
 * may say so instead.
 *
 * @param load The load.
 * @param path What was asked for.
 * @param answer The answer.
 * @param statuses The statuses that are right.
 * @returns Whether it has one of them, rather than that the server shuts down.
 * @throws {Wrong} If it has none of them.
 */
export function hasStatus(
  load: Load,
  path: string,
  answer: RawAnswer,
  ...statuses: number[]
): boolean {
  if (statuses.includes(answer.status)) return true;
  if (load.isClosing && answer.status === 503 && problemOf(answer) === "shutting-down") {
    return false;
  }
  const what = answer.headers.get("content-encoding") === null ? textOf(answer) : "";
  throw new Wrong(
    `${path} has status ${answer.status} instead of ${statuses.join(" or ")}: ${
      what.slice(0, 300)
    }`,
  );
}

/**
 * The kind of a problem.
 *
 * @param answer The answer.
 * @returns Its name, empty if the answer tells of none.
 */
export function problemOf(answer: RawAnswer): string {
  if (answer.headers.get("content-type") !== "application/problem+json") return "";
  const { type, status } = jsonOf(answer);
  return status === answer.status ? String(type).replace("urn:wikitop:problem:", "") : "";
}

/**
 * Complains unless something is so.
 *
 * @param isSo Whether it is.
 * @param complaint What is wrong if it is not.
 * @throws {Wrong} If it is not.
 */
export function ensure(isSo: boolean, complaint: string): asserts isSo {
  if (!isSo) throw new Wrong(complaint);
}
