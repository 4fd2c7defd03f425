import type { TryLock } from "../node/folder_locks.ts";

/**
 * Takes an advisory lock on a file with Deno, which ends when the process does, however it does.
 *
 * @param path The file; it is made if it is not there, and never deleted, for then two processes
 * could hold locks on two files of the same name.
 * @returns The lock, or `undefined` if somebody holds it.
 */
export const tryLockFile: TryLock = async (path) => {
  const file = await Deno.open(path, { read: true, write: true, create: true });
  if (await file.tryLock(true)) return { [Symbol.dispose]: () => file.close() };
  file.close();
  return undefined;
};
