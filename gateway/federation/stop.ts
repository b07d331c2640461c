/** Told that the work is given up. */
export interface StopListener {
  handleEvent(): void;
}

/**
 * The wish that work be given up, as whoever works for it sees it. An `AbortSignal` is one.
 */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: StopListener): void;
  removeEventListener(type: 'abort', listener: StopListener): void;
}

/**
 * A signal and its switch in one, for what is made anew with every request. Measured on Node 20: an `AbortSignal` takes
 * 2 µs to make, and a fifth of what is allocated beside it outlives its request by several garbage collections.
 */
export class Stop implements StopSignal {
  aborted = false;
  reason: unknown;
  private readonly listeners = new Set<StopListener>();

  /** Gives up when this signal does, and may do so before. */
  static with(signal: StopSignal | undefined): Stop {
    const stop = new Stop();
    if (signal?.aborted) stop.abort(signal.reason);
    else signal?.addEventListener('abort', { handleEvent: () => stop.abort(signal.reason) });
    return stop;
  }

  /** Says so once; whoever listens hears it now. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const told = [...this.listeners];
    this.listeners.clear();
    for (const listener of told) listener.handleEvent();
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  addEventListener(_type: 'abort', listener: StopListener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: StopListener): void {
    this.listeners.delete(listener);
  }
}
