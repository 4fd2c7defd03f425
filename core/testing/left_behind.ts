/**
 * Runs something and counts the workers that it leaves open: each of them would keep the process
 * from ending. Those that are left end now.
 */
export async function openWorkersAfter(
  run: () => Promise<void>,
): Promise<{ started: number; open: number }> {
  const open = new Set<Worker>();
  let started = 0;
  const Original = globalThis.Worker;
  globalThis.Worker = class extends Original {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      started++;
      open.add(this);
    }
    override terminate() {
      open.delete(this);
      super.terminate();
    }
  };
  try {
    await run();
    return { started, open: open.size };
  } finally {
    globalThis.Worker = Original;
    for (const worker of open) worker.terminate();
  }
}

/**
 * Runs something and collects the errors that no one caught: each of them would end the process.
 */
export async function uncaughtIn(run: () => Promise<void>): Promise<unknown[]> {
  const errors: unknown[] = [];
  const onError = (event: ErrorEvent) => {
    event.preventDefault();
    errors.push(event.error);
  };
  const onRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    errors.push(event.reason);
  };
  globalThis.addEventListener("error", onError);
  globalThis.addEventListener("unhandledrejection", onRejection);
  try {
    await run();
    // Rejections are reported at the end of a turn.
    await new Promise((resolve) => setTimeout(resolve));
  } finally {
    globalThis.removeEventListener("error", onError);
    globalThis.removeEventListener("unhandledrejection", onRejection);
  }
  return errors;
}
