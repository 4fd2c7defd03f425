/** Shares below that many percent need a second digit, and below the other have none that says anything. */
const [SMALL, LEAST] = [0.1, 0.01];

/**
 * How shares are written that stand in one column: with as many digits as the smallest of them needs,
 * `12.3%`, or `12.34%` where another is `0.04%`. What has no digit then is `<0.01%`.
 *
 * @param shares All shares of the column, from 0 to 1.
 */
export function shareFormat(shares: Iterable<number>): (share: number) => string {
  let digits = 1;
  for (const share of shares) {
    if (share > 0 && share * 100 < SMALL) digits = 2;
  }
  return (share) => {
    const percent = share * 100;
    if (percent > 0 && percent < LEAST) return `<${LEAST}%`;
    return `${percent.toFixed(digits)}%`;
  };
}

/** A share that stands alone. */
export function formatShare(share: number): string {
  return shareFormat([share])(share);
}
