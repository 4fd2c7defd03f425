/** A usage error: the message says what to type instead. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Runs a parser of core on what was typed: what it rejects is a usage error. */
export function parseTyped<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) {
      throw new UsageError(error.message, { cause: error });
    }
    throw error;
  }
}
