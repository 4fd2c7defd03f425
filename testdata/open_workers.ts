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
