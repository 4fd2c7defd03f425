/** A source is not what it was taken for, whichever hour is asked of it: its folder is not there, say. */
export class SourceError extends Error {
  /** The name of the class. */
  override name = "SourceError";
}
