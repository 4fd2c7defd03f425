/** What was typed cannot be meant: the message says what to type instead. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Reads something that was typed.
 *
 * @param read What reads it, and throws a `SyntaxError` or `RangeError` where it is wrong.
 * @returns What was read.
 * @throws {UsageError} With the message of that error.
 */
export function readTyped<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) {
      throw new UsageError(error.message, { cause: error });
    }
    throw error;
  }
}
