/**
 * Whether the server in this container is ready, for its health check: the image has no curl.
 *
 * @module
 */

const { ok } = await fetch("http://127.0.0.1:8080/readyz");
Deno.exit(ok ? 0 : 1);
