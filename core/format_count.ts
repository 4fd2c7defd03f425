/** Writes a number for people, with its thousands apart: `6,777,476`. */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}
