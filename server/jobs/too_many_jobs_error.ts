/** As many jobs are unfinished as there may be. */
export class TooManyJobsError extends Error {
  /** The name of the class. */
  override name = "TooManyJobsError";

  /**
   * Constructs a new instance.
   *
   * @param id The job that there is no room for.
   * @param unfinished How many jobs there are before it.
   */
  constructor(id: string, unfinished: number) {
    super(`Cannot accept job "${id}": ${unfinished} jobs are before it; try again later`);
  }
}
