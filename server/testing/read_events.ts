/** A server-sent event. */
export interface ServerEvent {
  /** Its name. */
  event: string;
  /** Its data, read as JSON. */
  // deno-lint-ignore no-explicit-any
  data: any;
}

/** Reads server-sent events, as their specification says. */
export async function* readEvents(response: Response): AsyncGenerator<ServerEvent> {
  let buffered = "";
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    buffered += text;
    for (let end: number; (end = buffered.indexOf("\n\n")) >= 0;) {
      const fields = new Map(
        buffered.slice(0, end).split("\n").map((line): [string, string] => {
          const [, name = "", value = ""] = /^([^:]*): ?(.*)$/.exec(line)!;
          return [name, value];
        }),
      );
      buffered = buffered.slice(end + 2);
      // A comment has no name.
      if (fields.has("data")) {
        yield { event: fields.get("event") ?? "message", data: JSON.parse(fields.get("data")!) };
      }
    }
  }
}
