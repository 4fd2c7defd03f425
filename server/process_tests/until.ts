/** Nothing that these tests wait for takes nearly as long, in milliseconds. */
const TOO_LONG = 30_000;

/** Waits until something is so, which the error names if it takes too long. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = performance.now() + TOO_LONG; !await isSo();) {
    if (performance.now() > end) throw new Error(`Cannot wait any longer until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
