/** The runtime was not given a permission; its message is the runtime's own, and says which. */
export class PermissionError extends Error {
  /** The name of the class. */
  override name = "PermissionError";
}

/**
 * Throws a {@linkcode PermissionError} in the place of Deno's own error, which other runtimes do not
 * know, and returns from any other.
 */
export function rethrowPermission(error: unknown): void {
  if (error instanceof PermissionError) throw error;
  if (error instanceof Error && error.name === "NotCapable") {
    throw new PermissionError(error.message, { cause: error });
  }
}
