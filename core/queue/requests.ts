/** What came of a request. */
export type RequestState = "open" | "done" | "failed" | "cancelled";

/** A job of servers: some periods that people have asked one of them for. */
export interface QueueRequest {
  /** Its id, which its periods decide. */
  id: string;
  state: RequestState;
  created: Date;
  /** The job as it ended, `undefined` if it has not. */
  ended: unknown;
}

/** What was asked of servers that share a queue. */
export interface QueueRequests {
  /** Adds who asks, by a secret, to a request, and begins it if it is not open; gives whether it is new. */
  claim(id: string, secret: string): Promise<boolean>;
  /** Takes back a claim, and gives how many are left, `undefined` if there is none of that secret. */
  withdraw(id: string, secret: string): Promise<number | undefined>;
  /** Ends a request, and gives whether it was open. */
  end(id: string, state: Exclude<RequestState, "open">, job: unknown): Promise<boolean>;
  find(id: string): Promise<QueueRequest | undefined>;
  /** Those that are open, or the newest ones of all, in the order of their creation. */
  list(options?: { isOpen?: boolean }): Promise<QueueRequest[]>;
}
