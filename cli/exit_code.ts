/** The exit codes of the program, by what they mean. */
export const EXIT = {
  fine: 0,
  failure: 1,
  usage: 2,
  /** Hours have no dump, or none yet. */
  missing: 3,
  /** As shells have it for a process that SIGINT ended. */
  interrupted: 130,
} as const;
