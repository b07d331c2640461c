interface Reading<T> {
  readonly resolve: (next: IteratorResult<T, undefined>) => void;
  readonly reject: (fault: unknown) => void;
}

/**
 * What waits for one reader, in order. It is read one by one, by a promise for each, or all at once by `take`, which
 * costs next to nothing: thousands of readers are written to that way.
 */
export class Mailbox<T> implements AsyncIterableIterator<T, undefined> {
  /** Called when there is something to take where there was nothing, be it the end. */
  onReady: () => void = () => undefined;
  private waiting: T[] = [];
  private reading: Reading<T> | undefined;
  private ended: { readonly fault?: unknown } | undefined;
  private onTaken: () => void = () => undefined;

  get length(): number {
    return this.waiting.length;
  }

  /** Nothing waits, and nothing will come. */
  get isOver(): boolean {
    return this.ended !== undefined && this.waiting.length === 0;
  }

  put(value: T): void {
    if (this.ended) return;
    if (this.reading) {
      this.reading.resolve({ done: false, value });
      this.reading = undefined;
    } else if (this.waiting.push(value) === 1) this.onReady();
  }

  /** What waits is still read; then comes the end, or the fault where there is one. */
  end(...faults: [fault: unknown] | []): void {
    if (this.ended) return;
    this.ended = faults.length > 0 ? { fault: faults[0] } : {};
    this.onTaken();
    if (this.reading) this.tellEnd(this.ended);
    else if (this.waiting.length === 0) this.onReady();
  }

  /** The reader has left: nothing is read any more. */
  close(): void {
    this.waiting = [];
    this.end();
  }

  /** Takes so many of those that wait. */
  take(most = Infinity): T[] {
    const isAll = this.waiting.length <= most;
    const taken = isAll ? this.waiting : this.waiting.splice(0, most);
    if (isAll) this.waiting = [];
    this.onTaken();
    return taken;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    if (this.waiting.length > 0) {
      const value = this.waiting.shift() as T;
      this.onTaken();
      return Promise.resolve({ done: false, value });
    }
    return new Promise((resolve, reject) => {
      this.reading = { resolve, reject };
      if (this.ended) this.tellEnd(this.ended);
    });
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Resolves when fewer than so many wait, or when nothing can be put any more. */
  async untilRoom(most: number): Promise<void> {
    while (!this.ended && this.waiting.length >= most)
      await new Promise<void>((resolve) => (this.onTaken = resolve));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private tellEnd(ended: { readonly fault?: unknown }): void {
    const { reading } = this;
    this.reading = undefined;
    if ('fault' in ended) reading?.reject(ended.fault);
    else reading?.resolve({ done: true, value: undefined });
  }
}
