import process from "node:process";

let guards = 0;

/**
 * Where the server dies, the client may still write what it kept back, in a turn of its own that nobody
 * can catch. What was asked fails by itself then; any other error ends the process as ever.
 *
 * @returns What ends that, to be disposed of with the client.
 */
export function guardClosedSocket(): Disposable {
  if (guards++ === 0) process.on("uncaughtException", passOver);
  return {
    [Symbol.dispose]() {
      if (--guards === 0) process.off("uncaughtException", passOver);
    },
  };
}

/** The client writes to a socket that is gone without looking, which is a TypeError of its own. */
export function isOfClosedSocket(cause: unknown): boolean {
  return cause instanceof TypeError && cause.message.includes("reading 'write'");
}

function passOver(error: unknown): void {
  if (!isOfClosedSocket(error)) throw error;
}
