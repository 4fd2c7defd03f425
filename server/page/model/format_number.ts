const LOCALE = "en";

/**
 * Writes a whole number: `1,234,567`.
 *
 * @param number The number.
 * @returns The number with separators.
 */
export function formatNumber(number: number): string {
  return number.toLocaleString(LOCALE);
}

/**
 * Writes a large number in short: `1.2M`.
 *
 * @param number The number.
 * @returns Two or three of its digits.
 */
export function formatCompact(number: number): string {
  return number.toLocaleString(LOCALE, { notation: "compact", maximumSignificantDigits: 3 });
}

/**
 * Writes a share: `12.3 %`, `0.04 %`.
 *
 * @param share The share, from 0 to 1.
 * @returns The share in percent.
 */
export function formatShare(share: number): string {
  const percent = share * 100;
  const digits = percent >= 1 ? 3 : 2;
  const options = { minimumSignificantDigits: 2, maximumSignificantDigits: digits };
  return `${percent === 0 ? "0" : percent.toLocaleString(LOCALE, options)}\u2009%`;
}

/**
 * Writes a length in bytes: `56.9 MB`.
 *
 * @param bytes The length.
 * @returns The length with its unit.
 */
export function formatBytes(bytes: number): string {
  const megabytes = (bytes / 1e6).toLocaleString(LOCALE, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `${megabytes} MB`;
}
