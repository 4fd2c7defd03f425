/** Work of the server, as it tells of it. */
export interface Job {
  /** Its name. */
  id: string;
  /** How far it is. */
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  /** Its hours; in an event only those that have changed. */
  hours: JobHour[];
}

/** An hour that is being made. */
export interface JobHour {
  /** The hour's name. */
  hour: string;
  /** How far it is. */
  state: "waiting" | "running" | "done" | "missing" | "failed" | "cancelled";
  /** How often it was tried. */
  tries: number;
  /** How often it is tried at most. */
  max_tries: number;
  /** How much of the dump has been read. */
  bytes: number;
  /** The dump's length, `null` while it is not known. */
  length: number | null;
  /** Why it failed, or what the last trouble was. */
  message: string | null;
}
