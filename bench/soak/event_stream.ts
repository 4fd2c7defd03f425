import type { RawConnection } from "../serving/raw_connection.ts";

/** A server-sent event. */
export interface ServerEvent {
  /** Its name. */
  readonly name: string;
  /** Its data. */
  readonly data: string;
}

/**
 * Reads the events of an answer whose beginning has been read. Who stops early has to hang up.
 *
 * @param connection The connection.
 * @returns The events.
 */
export async function* eventStream(connection: RawConnection): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let text = "";
  while (true) {
    const piece = await connection.readBody();
    if (piece === null) return;
    text += decoder.decode(piece, { stream: true });
    for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) {
      const lines = text.slice(0, end).split("\n");
      const valueOf = (field: string) =>
        lines.find((line) => line.startsWith(`${field}: `))?.slice(field.length + 2) ?? "";
      // A line that begins with a colon keeps the connection alive.
      if (!lines.every((line) => line.startsWith(":"))) {
        yield { name: valueOf("event"), data: valueOf("data") };
      }
    }
  }
}
