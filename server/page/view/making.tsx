import type { JSX } from "preact";
import type { JobHour } from "../data/job.ts";
import { formatBytes } from "../model/format_number.ts";

/** Shows how far an hour is that is being made. */
export function Making({ progress }: { progress: JobHour }): JSX.Element {
  const { state, bytes, length, message, tries, max_tries } = progress;
  const isRead = length !== null && bytes >= length;
  const stage = state === "waiting"
    ? "Waiting for its turn"
    : isRead
    ? "Putting the ranking together"
    : bytes > 0
    ? "Reading the dump from Wikimedia"
    : "Asking Wikimedia for the dump";
  const tenth = length === null ? undefined : Math.floor(bytes / length * 10) * 10;
  return (
    <section class="making" aria-labelledby="making-title">
      <h2 id="making-title">This hour is being made</h2>
      <p>It is not stored here yet. Its list appears as soon as it is ready.</p>
      <progress
        aria-label="Dump read"
        max={length ?? undefined}
        value={length === null ? undefined : bytes}
      />
      <p class="stage">
        <span>{stage}</span>
        <span class="bytes">
          {bytes > 0 && (length === null
            ? formatBytes(bytes)
            : `${formatBytes(bytes)} of ${formatBytes(length)}`)}
        </span>
      </p>
      {message !== null && (
        <p class="message">
          {tries > 0 && `Try ${tries} of ${max_tries}: `}
          {message}
        </p>
      )}
      <p class="hidden" role="status">
        {stage}
        {tenth !== undefined && tenth > 0 && !isRead ? `, ${tenth} percent` : ""}
      </p>
    </section>
  );
}
