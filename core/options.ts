/**
 * Refuses options that a function does not have: one that is misspelt would do nothing, in silence.
 *
 * @param name What takes them, for the message.
 * @param options What was given.
 * @param known All that there are.
 * @throws {TypeError} If there is another one.
 */
export function checkOptions<Options extends object>(
  name: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  for (const key of Object.keys(options)) {
    if (Object.hasOwn(known, key)) continue;
    throw new TypeError(
      `Cannot use option "${key}" of ${name}: there is ${Object.keys(known).join(", ")}`,
    );
  }
}
