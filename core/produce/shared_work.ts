/** What listens to shared work, and what ends its interest in it. */
export interface Listener<Event> {
  /** Ends the work for this listener; for all if nobody else waits for it. */
  signal?: AbortSignal | undefined;
  /** Called with what happens. */
  onEvent?: ((event: Event) => void) | undefined;
}

interface Running<Value, Event> {
  result: Promise<Value>;
  listeners: Set<Listener<Event>>;
  abort: AbortController;
}

/** Does a piece of work once for all who ask for it while it is under way. */
export class SharedWork<Value, Event> {
  readonly #running: Map<string, Running<Value, Event>> = new Map();

  /**
   * Joins the work of a key, or begins it.
   *
   * @param key What work it is.
   * @param listener Who asks.
   * @param begin Does the work; its signal is aborted once nobody waits for it any more.
   * @returns What comes of it.
   */
  async share(
    key: string,
    listener: Listener<Event>,
    begin: (shared: { signal: AbortSignal; onEvent: (event: Event) => void }) => Promise<Value>,
  ): Promise<Value> {
    listener.signal?.throwIfAborted();
    // Work that is being given up is not joined: whoever comes now wants it done.
    let running = this.#running.get(key);
    if (running === undefined || running.abort.signal.aborted) running = this.#begin(key, begin);
    const { listeners, abort, result } = running;
    listeners.add(listener);
    const { signal } = listener;
    if (signal === undefined) return await result;
    let leave = () => {};
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        listeners.delete(listener);
        if (listeners.size > 0) return reject(signal.reason);
        // Nobody else waits: the work lets go of all it holds before its end is told.
        abort.abort(signal.reason);
      };
    });
    signal.addEventListener("abort", leave, { once: true });
    try {
      return await Promise.race([result, left]);
    } finally {
      signal.removeEventListener("abort", leave);
      listeners.delete(listener);
    }
  }

  #begin(
    key: string,
    begin: (shared: { signal: AbortSignal; onEvent: (event: Event) => void }) => Promise<Value>,
  ): Running<Value, Event> {
    const listeners = new Set<Listener<Event>>();
    const abort = new AbortController();
    const onEvent = (event: Event) => {
      for (const listener of listeners) listener.onEvent?.(event);
    };
    const result = begin({ signal: abort.signal, onEvent }).finally(() => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    });
    result.catch(() => {}); // Those who left do not hear of it.
    const running = { result, listeners, abort };
    this.#running.set(key, running);
    return running;
  }
}
