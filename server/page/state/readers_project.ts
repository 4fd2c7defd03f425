/**
 * The project that a reader is likely to want: the Wikipedia in the language of the browser.
 *
 * @param language The browser's language, as `de-AT`.
 * @returns The project.
 */
export function readersProject(language: string): string {
  const [code] = language.toLowerCase().split("-");
  return /^[a-z]{2,3}$/.test(code) ? `${code}.wikipedia` : "en.wikipedia";
}
