/** The most memory that a process has taken so far, in bytes; 0 where there is no such figure. */
export function mostMemory(pid: number): number {
  if (Deno.build.os !== "linux") return 0;
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

/**
 * The time that a process has spent computing, in seconds, which others on the machine do not change;
 * 0 where there is no such figure.
 */
export function computingTime(pid: number): number {
  if (Deno.build.os !== "linux") return 0;
  const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // Fields 14 and 15 of proc(5), in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
