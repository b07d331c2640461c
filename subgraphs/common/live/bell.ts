/**
 * Rings for every row that is written into the change log, whoever writes it: a change stream. It is only a bell. What it
 * loses costs nothing but time, since readers read the log itself wherever a number is missing.
 */
import { setTimeout } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import type { Logger } from '../../../common/log';
import type { Document } from '../collections';
import type { LoggedChange } from '../changes';

export type LogDocument = Document<LoggedChange>;

export interface BellParts {
  readonly log: () => mongo.Collection<LogDocument>;
  readonly onRow: (row: LogDocument) => void;
  /** Called when it rings again after a silence, in which anything may have been written. */
  readonly onReopened: () => Promise<void>;
  readonly logger: Logger;
}

const INSERTS = [{ $match: { operationType: 'insert' } }];
const PAUSE_MILLISECONDS = 500;

type Written = mongo.ChangeStreamInsertDocument<LogDocument>;
type Stream = mongo.ChangeStream<LogDocument, Written>;

export class Bell {
  private readonly stopping = new AbortController();
  private stream: Stream | undefined;
  private listening: Promise<void> | undefined;
  private opening = deferred();

  constructor(private readonly parts: BellParts) {}

  /** Resolves once every later row rings. Throws when the database cannot be listened to at the moment. */
  async ready(): Promise<void> {
    this.listening ??= this.listen();
    await this.opening.promise;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.stream?.close();
    await this.listening;
  }

  private async listen(): Promise<void> {
    const { signal } = this.stopping;
    while (!this.isStopping()) {
      this.stream = this.parts.log().watch<LogDocument, Written>(INSERTS);
      try {
        await this.hear(this.stream);
      } catch (err) {
        this.silence(err);
        if (this.isStopping()) return;
        this.parts.logger.warn({ err }, 'the change stream of the log broke; it is opened again');
        await this.stream.close().catch(() => undefined);
        await setTimeout(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async hear(stream: Stream): Promise<void> {
    const opened = new Promise((resolve) => stream.once('resumeTokenChanged', resolve));
    let next = stream.next();
    await Promise.race([opened, next]);
    next.catch(() => undefined); // heard below, when it is its turn
    await this.parts.onReopened();
    this.opening.resolve();
    for (;;) {
      this.parts.onRow((await next).fullDocument);
      next = stream.next();
    }
  }

  /** Whoever waits for the opening is told that it failed; whoever comes later waits for the next one. */
  private silence(reason: unknown): void {
    this.opening.reject(reason);
    this.opening = deferred();
  }
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

function deferred(): Deferred {
  let resolve!: () => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  promise.catch(() => undefined); // nobody may be waiting
  return { promise, resolve, reject };
}
