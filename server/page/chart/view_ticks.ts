/**
 * The views to name on a logarithmic axis.
 *
 * @param least The least views, at least 1.
 * @param most The most.
 * @returns Round numbers between the two; few enough to be read.
 */
export function viewTicks(least: number, most: number): number[] {
  const decades = Math.log10(most / least);
  const steps = decades > 2.2 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(least)); 10 ** power <= most; power++) {
    for (const step of steps) {
      const tick = step * 10 ** power;
      if (tick >= least && tick <= most) ticks.push(tick);
    }
  }
  return ticks;
}
