/**
 * Answers with JSON that nobody is to keep for long.
 *
 * @param value What to answer.
 * @param init The status and more headers.
 * @returns The response.
 */
export function jsonResponse(
  value: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(value, null, 2) + "\n", {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-cache",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });
}
