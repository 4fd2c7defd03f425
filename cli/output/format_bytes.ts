const UNITS = ["kB", "MB", "GB", "TB"];

/** Writes a number of bytes for people, in decimal units: `812 B` or `1.5 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes;
  let unit = "";
  for (const larger of UNITS) {
    // 999,950 bytes would round to 1000.0 kB.
    if (Number(value.toFixed(1)) < 1000) break;
    value /= 1000;
    unit = larger;
  }
  return `${value.toFixed(1)} ${unit}`;
}
