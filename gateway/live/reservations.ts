/**
 * Single connection mode of graphql-sse: a stream is reserved, then connected once, and carries the results of all
 * operations that name its token. Nothing is queued: an operation waits until the connection takes its result.
 */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { EventStream } from '../../common/event-stream';
import { isPosition, type SubscriptionEvent } from '../federation';
import { present } from './operations';

/** Reservations that nobody connects to are forgotten. */
const RESERVED_MILLISECONDS = 60_000;
const MOST_RESERVED = 10_000;

/** Under one stream. A page has a subscription for each of its parts, and not hundreds of them. */
const MOST_OPERATIONS = 100;

type Results = (signal: AbortSignal) => AsyncGenerator<SubscriptionEvent>;

export class Reservations {
  private readonly connected = new Map<string, SharedConnection>();
  private readonly reserved = new LRUCache<string, SharedConnection>({
    max: MOST_RESERVED,
    ttl: RESERVED_MILLISECONDS,
    ttlAutopurge: true,
    dispose: (connection, _token, reason) => {
      if (reason !== 'delete') connection.stream.cut();
    },
  });

  /** A new reservation; its token is what entitles to the stream. */
  reserve(): string {
    const token = randomUUID();
    this.reserved.set(token, new SharedConnection());
    return token;
  }

  find(token: string): SharedConnection | undefined {
    return this.connected.get(token) ?? this.reserved.get(token);
  }

  /** The stream behind a token, once; undefined when it is connected already. */
  connect(token: string): EventStream | undefined {
    const connection = this.reserved.get(token);
    if (!connection) return undefined;
    this.reserved.delete(token);
    this.connected.set(token, connection);
    connection.stream.signal.addEventListener('abort', () => this.connected.delete(token));
    return connection.stream;
  }

  /** Ends what is connected; what is not will not be, and nobody would read what goes on for it. */
  end(): void {
    for (const connection of this.connected.values()) connection.stream.end();
    for (const connection of this.reserved.values()) connection.stream.cut();
    this.reserved.clear();
  }
}

/** One stream and the operations whose results it carries. */
export class SharedConnection {
  readonly stream = new EventStream();
  private readonly operations = new Map<string, AbortController>();

  has(id: string): boolean {
    return this.operations.has(id);
  }

  /** No more operations can be added until one has ended. */
  get isFull(): boolean {
    return this.operations.size >= MOST_OPERATIONS;
  }

  async carry(id: string, results: Results): Promise<void> {
    const stop = new AbortController();
    this.operations.set(id, stop);
    const signal = AbortSignal.any([stop.signal, this.stream.signal]);
    try {
      for await (const event of results(signal)) {
        if (signal.aborted) return;
        if (isPosition(event)) continue; // one id would have to speak for all operations of the stream
        const data = `{"id":${JSON.stringify(id)},"payload":${present(event)}}`;
        await this.stream.send({ event: 'next', data });
      }
      if (!signal.aborted) await this.stream.send({ event: 'complete', data: JSON.stringify({ id }) });
    } finally {
      if (this.operations.get(id) === stop) this.operations.delete(id);
      stop.abort();
    }
  }

  /** The reader is no longer interested in this operation. */
  stop(id: string): void {
    this.operations.get(id)?.abort();
    this.operations.delete(id);
  }
}
