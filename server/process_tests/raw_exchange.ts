/** What came back on a connection. */
export interface RawAnswer {
  /** All that was read. */
  text: string;
  /** The status of the first answer, `undefined` if there is none. */
  status: number | undefined;
  /** The statuses of all answers, in order. */
  statuses: number[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Opens a connection to a server of this machine. */
export async function connectTo(port: number, first: string | Uint8Array = ""): Promise<Deno.Conn> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  try {
    await send(connection, first);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/**
 * Sends bytes as they are, which need not be HTTP, and reads until the server hangs up, or patience, in
 * milliseconds, is over.
 */
export async function rawExchange(
  port: number,
  bytes: string | Uint8Array,
  patience = 2000,
): Promise<RawAnswer> {
  using connection = await connectTo(port);
  // To hang up is how a server says that it has seen enough.
  const sending = send(connection, bytes).catch(() => {});
  let text = "";
  const timer = setTimeout(() => close(connection), patience);
  try {
    const buffer = new Uint8Array(65_536);
    for (let read; (read = await connection.read(buffer)) !== null;) {
      text += decoder.decode(buffer.subarray(0, read));
    }
  } catch (error) {
    if (!isHungUp(error)) throw error;
  }
  clearTimeout(timer);
  close(connection);
  await sending;
  const statuses = [...text.matchAll(/^HTTP\/1\.[01] (\d{3}) /gm)].map(([, status]) => +status)
    .filter((status) => status !== 100);
  return { text, status: statuses[0], statuses };
}

export async function send(connection: Deno.Conn, bytes: string | Uint8Array): Promise<void> {
  const all = typeof bytes === "string" ? encoder.encode(bytes) : bytes;
  for (let sent = 0; sent < all.length;) sent += await connection.write(all.subarray(sent));
}

/** Closes a connection that may be closed already. */
export function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}

function isHungUp(error: unknown): boolean {
  const { BadResource, BrokenPipe, ConnectionReset, Interrupted } = Deno.errors;
  return [BadResource, BrokenPipe, ConnectionReset, Interrupted].some((kind) =>
    error instanceof kind
  );
}
