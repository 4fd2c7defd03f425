import type { Command } from "./command.ts";
import { explain } from "./explain.ts";
import { ls } from "./ls.ts";
import { page } from "./page.ts";
import { projects } from "./projects.ts";
import { prune } from "./prune.ts";
import { rank } from "./rank.ts";
import { run } from "./run.ts";
import { serve } from "./serve.ts";
import { show } from "./show.ts";
import { verify } from "./verify.ts";

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  run,
  show,
  page,
  projects,
  serve,
  rank,
  ls,
  verify,
  prune,
  explain,
];
