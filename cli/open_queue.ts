import type { PgBossQueue, PgBossQueueOptions } from "../core/node/pgboss_queue.ts";
import type { Arguments } from "./args/arguments.ts";
import { UsageError } from "./args/usage_error.ts";
import { databaseUser } from "./database_user.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Opens the queue that `--queue` names, and loads what it needs.
 *
 * @throws {UsageError} If none is named.
 */
export async function openQueue(
  args: Arguments,
  runtime: Pick<Runtime, "env">,
  options: Omit<PgBossQueueOptions, "user"> = {},
): Promise<PgBossQueue> {
  const { PgBossQueue } = await import("../core/node/pgboss_queue.ts");
  return await PgBossQueue.open(queueUrl(args), { user: databaseUser(runtime), ...options });
}

/** Where the queue is. */
export function queueUrl(args: Arguments): string {
  const url = args.given("queue");
  if (url !== undefined) return url;
  throw new UsageError(
    "Cannot find the queue: a database is wanted; write --queue postgres://HOST/NAME, or set WIKITOP_QUEUE",
  );
}
