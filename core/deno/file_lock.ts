import type { TryLock } from "../node/folder_locks.ts";

/** How often a lock is asked for anew whose request a signal interrupts. */
const INTERRUPTIONS = 10;

/**
 * Takes an advisory lock on a file with Deno, which ends when the process does, however it does.
 *
 * @param path The file; it is made if it is not there, and never deleted, for then two processes
 * could hold locks on two files of the same name.
 * @param holder What the file is to say of who holds the lock; it is left as it is without.
 * @returns The lock, or `undefined` if somebody holds it.
 */
export const tryLockFile: TryLock = async (path, holder) => {
  const file = await Deno.open(path, { read: true, write: true, create: true });
  let isLocked = false;
  try {
    isLocked = await tryLock(file);
    if (isLocked && holder !== undefined) await say(file, holder);
  } finally {
    if (!isLocked) file.close();
  }
  return isLocked ? { [Symbol.dispose]: () => file.close() } : undefined;
};

async function tryLock(file: Deno.FsFile): Promise<boolean> {
  for (let interruptions = 0;;) {
    try {
      return await file.tryLock(true);
    } catch (error) {
      if (!(error instanceof Deno.errors.Interrupted) || ++interruptions > INTERRUPTIONS) {
        throw error;
      }
    }
  }
}

/** Writes who holds a lock into its file, for those who wait. */
async function say(file: Deno.FsFile, holder: string): Promise<void> {
  const bytes = new TextEncoder().encode(holder);
  try {
    await file.truncate();
    for (let sent = 0; sent < bytes.length;) sent += await file.write(bytes.subarray(sent));
  } catch (error) {
    // The lock itself is held; on a full disk, those who wait do not hear by whom.
    if (!(error instanceof Error)) throw error;
  }
}
