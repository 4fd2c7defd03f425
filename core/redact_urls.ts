/**
 * A URL with a host, up to what cannot be a part of it, as `URL` writes it. Backslashes count as
 * slashes, as for browsers.
 */
const URLS = /\b([a-z][a-z0-9+.-]{0,30}:[\\/]{2})([^\s"<>`]+)/gi;

/** A parameter; the mark before it is looked at once only, however many there are. */
const PARAMETER = /([?&#;])([^=?&#;]*)=([^?&#;]*)/g;

/** Parameters whose names say that their value is a secret. */
const SECRET_NAME =
  /sig|token|secret|passw|pwd|credential|auth|session|jwt|(?:^|[^a-z])pass(?:$|[^a-z])|key/i;

/** What no person would type as a value: long, with digits, and in one word. */
const SECRET_VALUE = /^(?=\D*\d)[\w+/=~%.-]{20,}$/;

/** What stands in the place of a secret. */
const HIDDEN = "***";

/**
 * Hides the secrets of all URLs in a text: user names and passwords, and parameters that look like
 * signatures or keys. This is the one home of that: whatever of a URL is written, thrown or answered
 * has been through here, and only what fetches has the URL itself.
 *
 * @param text A message with URLs as `URL` writes them.
 * @returns The text with `***` for each secret.
 */
export function redactUrls(text: string): string {
  return text.replace(URLS, (_, scheme: string, rest: string) => scheme + redactRest(rest));
}

/**
 * Hides the secrets of a URL that somebody has typed, in whatever characters.
 *
 * @param url The whole URL; any other text stays as it is.
 * @returns It with `***` for each secret.
 */
export function redactUrl(url: string): string {
  const [, scheme, rest] = /^((?:[a-z][a-z0-9+.-]*:)?[\\/]{2})(.*)$/is.exec(url) ?? [];
  return scheme === undefined || rest === undefined ? redactUrls(url) : scheme + redactRest(rest);
}

/** What is behind the scheme of a URL: its host with what stands before it, and all behind that. */
function redactRest(rest: string): string {
  const hostEnd = /[\\/?#]|$/.exec(rest)!.index;
  const at = rest.lastIndexOf("@", hostEnd);
  const host = at < 0 ? rest.slice(0, hostEnd) : `${HIDDEN}${rest.slice(at, hostEnd)}`;
  return host + rest.slice(hostEnd).replace(PARAMETER, (whole, mark, name, value) => {
    const isSecret = value !== "" && (SECRET_NAME.test(decode(name)) || SECRET_VALUE.test(value));
    return isSecret ? `${mark}${name}=${HIDDEN}` : whole;
  });
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
