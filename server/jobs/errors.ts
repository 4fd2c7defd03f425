/** The queue has been closed: jobs are neither accepted nor made any more. */
export class QueueClosedError extends Error {
  /** The name of the class. */
  override name = "QueueClosedError";

  /**
   * Constructs a new instance.
   *
   * @param action What cannot be done, as `accept job "2026-09-10T18"`.
   */
  constructor(action: string) {
    super(`Cannot ${action}: the server is shutting down; try again once it is back`);
  }
}
