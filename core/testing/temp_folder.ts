/** A new folder, which is removed when it is disposed of. */
export interface TempFolder extends AsyncDisposable {
  /** Its path, without symbolic links. */
  readonly path: string;
}

/**
 * Makes a temporary folder: `await using temp = await tempFolder()`.
 *
 * @returns The folder.
 */
export async function tempFolder(): Promise<TempFolder> {
  const path = await Deno.realPath(await Deno.makeTempDir({ prefix: "wikitop-test-" }));
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}
