import { RawConnection } from "../../serving/raw_connection.ts";
import { ensure, textOf } from "../check.ts";
import type { Client } from "../load.ts";
import { REPORT_FORMS } from "../report_form.ts";
import { checkText } from "./readers.ts";

const KIND = "slow readers";

/** So many reports are asked for on one connection, more than its buffers hold, and read slowly. */
const REPORTS = 4;
const PIECE_MS = 25;

/** Reads whole reports slowly, and to their ends. */
export const slowReaders: Client = {
  kind: KIND,
  rest: 1000,
  async act(load, random) {
    using connection = await RawConnection.open(load.url);
    const large = load.hot.filter((hour) => load.fateOf(`${hour}`) === "large");
    const hour = `${random.pick(large)}`;
    for (let i = 0; i < REPORTS; i++) await connection.send({ path: `/v1/hours/${hour}` });
    for (let i = 0; i < REPORTS; i++) {
      const head = await connection.readHead();
      load.ledger.count(KIND, head.status);
      ensure(head.status === 200, `/v1/hours/${hour} has status ${head.status}`);
      const body = new Uint8Array(Number(head.headers.get("content-length")));
      let length = 0;
      for (let piece; (piece = await connection.readBody()) !== null; length += piece.length) {
        body.set(piece, length);
        await load.pause(PIECE_MS);
      }
      ensure(length === body.length, `/v1/hours/${hour} has ${length} of ${body.length} bytes`);
      if (i === 0) checkText(load, textOf({ ...head, body }), hour, REPORT_FORMS[0], hour);
      if (load.isClosing) return;
    }
  },
};
