/** What this machine is called by itself. */
const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** An address; to one, no name of somebody else can lead. */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

/** Options of {@linkcode knownHosts}. */
export interface KnownHostsOptions {
  /** The address or name that the server listens at. */
  hostname: string;
  /** Other names that it is called by, such as that of a proxy in front of it. */
  allowed?: readonly string[];
}

/**
 * Tells by which names a server is called: those of loopback, the one that it listens at, and others
 * that are allowed. A server that others can reach is called by any address, too.
 */
export function knownHosts(
  { hostname, allowed = [] }: KnownHostsOptions,
): (hostname: string) => boolean {
  const own = bracketed(hostname);
  const names = new Set([own, ...allowed.map(bracketed)]);
  const isReachable = !LOOPBACK.test(own);
  return (name) => LOOPBACK.test(name) || names.has(name) || (isReachable && ADDRESS.test(name));
}

/** A host as URLs have it. */
function bracketed(hostname: string): string {
  const name = hostname.toLowerCase().replace(/\.$/, "");
  return name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
}
