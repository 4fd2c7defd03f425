const LOCALE = "en";

// Made once: to make one takes longer than to write all numbers of a page.
const WHOLE = new Intl.NumberFormat(LOCALE);
const COMPACT = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumSignificantDigits: 3 });
const MEGABYTES = new Intl.NumberFormat(LOCALE, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const [PERCENT, PART_OF_PERCENT] = [3, 2].map((digits) =>
  new Intl.NumberFormat(LOCALE, { minimumSignificantDigits: 2, maximumSignificantDigits: digits })
);

/**
 * Writes a whole number: `1,234,567`.
 *
 * @param number The number.
 * @returns The number with separators.
 */
export function formatNumber(number: number): string {
  return WHOLE.format(number);
}

/**
 * Writes a large number in short: `1.2M`.
 *
 * @param number The number.
 * @returns Two or three of its digits.
 */
export function formatCompact(number: number): string {
  return COMPACT.format(number);
}

/**
 * Writes a share: `12.3 %`, `0.04 %`.
 *
 * @param share The share, from 0 to 1.
 * @returns The share in percent.
 */
export function formatShare(share: number): string {
  const percent = share * 100;
  const written = (percent >= 1 ? PERCENT : PART_OF_PERCENT).format(percent);
  return `${percent === 0 ? "0" : written}\u2009%`;
}

/**
 * Writes a length in bytes: `56.9 MB`.
 *
 * @param bytes The length.
 * @returns The length with its unit.
 */
export function formatBytes(bytes: number): string {
  return `${MEGABYTES.format(bytes / 1e6)} MB`;
}
