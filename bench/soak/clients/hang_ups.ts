import { RawConnection } from "../../serving/raw_connection.ts";
import { eventStream } from "../event_stream.ts";
import type { Client, Load } from "../load.ts";
import { post } from "./ranges.ts";

const KIND = "hang-ups";

/** Hangs up in the middle of everything. */
export const hangUps: Client = {
  kind: KIND,
  rest: 400,
  async act(load, random) {
    using connection = await RawConnection.open(load.url);
    const [where, until] = random.pick(PLACES);
    load.ledger.count(KIND, where);
    await until(load, connection, random.between(1, 300));
  },
};

type Until = (load: Load, connection: RawConnection, milliseconds: number) => Promise<void>;

const PLACES: readonly (readonly [where: string, until: Until])[] = [
  ["in the head of a request", async (load, connection, milliseconds) => {
    await connection.write("GET /v1/hours/2019-01-01T04 HTTP/1.1\r\nHo");
    await load.pause(milliseconds);
  }],
  ["in the body of a request", async (load, connection, milliseconds) => {
    const head = "POST /v1/jobs HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    await connection.write(`${head}Content-Length: 100\r\n\r\n{"from": "20`);
    await load.pause(milliseconds);
  }],
  ["before the answer", async (_load, connection) => {
    await connection.send({ path: "/v1/hours/2019-01-01T04?format=csv" });
  }],
  ["in the body of an answer", async (load, connection, milliseconds) => {
    const large = load.hot.find((hour) => load.fateOf(`${hour}`) === "large");
    await connection.send({ path: `/v1/hours/${large}` });
    await connection.readHead();
    await connection.readBody();
    await load.pause(milliseconds);
  }],
  ["waiting for an hour", async (load, connection, milliseconds) => {
    // Nobody hears whether a job was accepted for it; it may be made, or not.
    await connection.send({ path: `/v1/hours/${load.fresh(1)[0]}?wait=60` });
    await load.pause(milliseconds);
  }],
  ["in a stream of events", async (load, connection, milliseconds) => {
    const id = await post(load, KIND, 3);
    if (id === undefined) return;
    await connection.send({ path: `/v1/jobs/${id}/events` });
    await connection.readHead();
    await eventStream(connection).next();
    await load.pause(milliseconds);
  }],
];
