import { ensure, hasStatus, jsonOf, textOf } from "../check.ts";
import type { Client } from "../load.ts";

/** Asks for what there is besides hours, as a page, a monitor and clients of an earlier service do. */
export const others: Client = {
  kind: "others",
  rest: 250,
  async act(load, random) {
    const hour = random.pick([...load.ledger.stored]);
    const [path, method, type] = random.pick<[string, string, string]>([
      ["/healthz", "GET", "application/json"],
      ["/readyz", "GET", "application/json"],
      ["/metrics", "GET", "text/plain; version=0.0.4; charset=utf-8"],
      ["/openapi.json", "GET", "application/json"],
      ["/openapi.json", "HEAD", "application/json"],
      [`/v1/hours/${hour}`, "HEAD", "application/json"],
      [`/v1/hours/${hour}/domains`, "GET", "application/json"],
      [`/get_task_state?date=${hour.replace(/[-T]/g, "")}`, "GET", "application/json"],
    ]);
    const answer = await load.ask("others", { path, method });
    if (!hasStatus(load, `${method} ${path}`, answer, 200)) return;
    const is = answer.headers.get("content-type");
    ensure(is === type, `${method} ${path} is ${is} instead of ${type}`);
    if (method === "HEAD") return ensure(answer.body.length === 0, `HEAD ${path} has a body`);
    if (path === "/metrics") {
      return ensure(
        textOf(answer).includes("wikitop_http_requests_total"),
        "/metrics lacks figures",
      );
    }
    const { domains, status } = jsonOf(answer);
    if (path.endsWith("/domains")) ensure(domains.length > 40, `${path} has ${domains.length}`);
    if (path.startsWith("/get")) ensure(status === "success", `${path} says "${status}"`);
  },
};
