/** The way out of a stream that is shared: one reader's events, at most so many of them waiting. */
export class Mailbox<T> implements AsyncIterableIterator<T, undefined> {
  private readonly waiting: T[] = [];
  private reader:
    { resolve: (next: IteratorResult<T, undefined>) => void; reject: (fault: unknown) => void } | undefined;
  private ended: { readonly fault?: unknown } | undefined;

  constructor(
    private readonly limit: number,
    private readonly onRoom: () => void,
  ) {}

  get isFull(): boolean {
    return this.waiting.length >= this.limit;
  }

  put(value: T): void {
    if (this.ended) return;
    if (!this.reader) this.waiting.push(value);
    else this.reader.resolve({ done: false, value });
    this.reader = undefined;
  }

  /** What waits is still read; then comes the end, or the fault where there is one. */
  end(...faults: [fault: unknown] | []): void {
    this.ended ??= faults.length > 0 ? { fault: faults[0] } : {};
    if (!this.reader) return;
    if ('fault' in this.ended) this.reader.reject(this.ended.fault);
    else this.reader.resolve({ done: true, value: undefined });
    this.reader = undefined;
  }

  /** The reader has left: nothing is read any more. */
  close(): void {
    this.waiting.length = 0;
    this.end();
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.waiting.length > 0) {
      const value = this.waiting.shift() as T;
      this.onRoom();
      return Promise.resolve({ done: false, value });
    }
    return new Promise((resolve, reject) => {
      this.reader = { resolve, reject };
      if (this.ended) this.end();
    });
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
