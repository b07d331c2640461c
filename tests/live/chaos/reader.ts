/** A reader that loses patience, loses its connection, comes back through any door, and keeps what it was told. */
import { setTimeout } from 'node:timers/promises';
import { type Random, oneOf } from './dice';
import type { Caller, Door } from './doors';
import type { Feed, Told } from './feeds';

export interface ReaderParts {
  readonly caller: Caller;
  readonly feed: Feed;
  readonly doors: readonly Door[];
  readonly dice: Random;
}

export class ChaosReader {
  /** What it holds for the sequence of events. */
  readonly told: Told[] = [];
  /** How often it has come back. */
  returns = 0;
  private readonly leaving = new AbortController();
  private last = Infinity;

  constructor(private readonly parts: ReaderParts) {}

  get feed(): Feed {
    return this.parts.feed;
  }

  /** Reads until it has seen the last event. */
  async read(): Promise<void> {
    for (;;) {
      const before = this.told.length;
      await this.readSome();
      if (this.isDone) return;
      this.returns += 1;
      await setTimeout(this.parts.dice(60)); // as clients do: whoever is gone may need a moment
      if (this.told.length > before) this.forgetSome();
    }
  }

  /** Says what the last event is. */
  finish(cursor: string): void {
    this.last = Number(cursor);
    if (this.isDone) this.leaving.abort();
  }

  private get isDone(): boolean {
    return Number(this.told.at(-1)?.cursor ?? 0) >= this.last;
  }

  private async readSome(): Promise<void> {
    const { caller, feed, doors, dice } = this.parts;
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, this.leaving.signal]);
    const after = this.told.at(-1)?.cursor ?? '0';
    let patience = 1 + dice(60);
    try {
      for await (const told of oneOf(dice, doors)(caller, { feed, after, signal })) {
        this.told.push(told);
        patience -= 1;
        if (patience === 0 || this.isDone) break;
      }
    } catch {
      // Whoever was there is gone; somebody else will be.
    } finally {
      stop.abort();
    }
  }

  /** Goes back to a place where it has been before, now and then. */
  private forgetSome(): void {
    const { dice } = this.parts;
    if (dice(8) === 0) this.told.length = dice(this.told.length + 1);
  }
}
