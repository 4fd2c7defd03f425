import { FaultServer } from "../../core/testing/fault_server.ts";
import { until } from "./until.ts";

/** A source of the sample's dump for any hour, which comes only when it is released. */
export interface HeldSource extends AsyncDisposable {
  /** The server. */
  readonly server: FaultServer;
  /** What makes it the server's only source, without a denylist. */
  readonly args: readonly string[];
  /** Waits until it has been asked so often. */
  asked(times?: number): Promise<void>;
  /** Lets go of all dumps, from now on. */
  release(): void;
}

/** Starts such a source. */
export function heldSource(): HeldSource {
  let isReleased = false;
  const server = new FaultServer({
    async fault(_, right) {
      await until(() => isReleased, "the dump is released");
      return right;
    },
  });
  return {
    server,
    args: ["--source", server.url, "--denylist", "none"],
    asked: (times = 1) => until(() => server.requests.length >= times, "the source is asked"),
    release: () => void (isReleased = true),
    async [Symbol.asyncDispose]() {
      isReleased = true;
      await server[Symbol.asyncDispose]();
    },
  };
}
