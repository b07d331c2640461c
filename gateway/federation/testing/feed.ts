import { Mailbox } from '../subscribe/mailbox';

/** One event of a feed. Cursors count from 1, as the numbers of a change log do. */
export interface FeedEvent {
  readonly cursor: string;
  readonly goal: { readonly id: string };
}

/** A log of events that can be followed live and from any position: what a subgraph's subscription reads. */
export class Feed {
  readonly events: FeedEvent[] = [];
  /** The positions from which readers have begun, in the order in which they came. */
  readonly begun: (string | null)[] = [];
  /** Whether it says where readers begin before anything has happened. */
  isPlaced = false;
  /** Where the last reader has begun. */
  position = '0';
  private readonly readers = new Set<Mailbox<FeedEvent>>();
  private readonly waiting: (() => void)[] = [];

  get open(): number {
    return this.readers.size;
  }

  publish(goalId: string): void {
    const event = { cursor: String(this.events.length + 1), goal: { id: goalId } };
    this.events.push(event);
    for (const reader of this.readers) reader.put(event);
  }

  follow(after: string | null | undefined): AsyncIterableIterator<FeedEvent> {
    const reader = new Mailbox<FeedEvent>();
    if (after) for (const event of this.events.slice(Number(after))) reader.put(event);
    this.readers.add(reader);
    this.begun.push(after ?? null);
    this.position = after ?? String(this.events.length);
    this.changed();
    const followed: AsyncIterableIterator<FeedEvent> & { readonly position?: string } = {
      ...(this.isPlaced ? { position: this.position } : {}),
      next: () => reader.next(),
      return: async () => {
        this.readers.delete(reader);
        this.changed();
        return reader.return();
      },
      [Symbol.asyncIterator]: () => followed,
    };
    return followed;
  }

  /** Ends all readers: the log is complete, or, with a fault, it is lost. */
  end(...fault: [Error] | []): void {
    for (const reader of this.readers) reader.end(...fault);
    this.readers.clear();
    this.changed();
  }

  /** Resolves when so many readers are there. */
  async readBy(count: number): Promise<void> {
    while (this.readers.size !== count) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private changed(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}
