/** How many tests run at the same time. */
const TOGETHER = 4;

/** A test, and its name. */
export type Waiting = readonly [name: string, test: () => Promise<void>, ignore?: boolean];

/**
 * Registers tests that wait most of their time: while one of them runs, the next few run already, so
 * that they wait together.
 *
 * @param tests The tests, which must not mind each other.
 */
export function registerInAdvance(tests: readonly Waiting[]): void {
  const started = new Map<Waiting, Promise<void>>();
  const start = (test: Waiting) => {
    const running = started.get(test) ?? test[1]();
    running.catch(() => {}); // Whoever waits for it hears of it.
    started.set(test, running);
    return running;
  };
  const live = tests.filter(([_name, _test, ignore]) => !ignore);
  for (const test of tests) {
    const [name, _, ignore = false] = test;
    Deno.test({
      name,
      ignore,
      fn() {
        const at = live.indexOf(test);
        const [running] = live.slice(at, at + TOGETHER).map(start);
        return running;
      },
    });
  }
}
