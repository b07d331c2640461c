/** Keys of this process alone, for where no database can be had. What was not used for long goes first. */
import { LRUCache } from 'lru-cache';
import type { Claim, Claimed, IdempotencyStore, Turn } from './store';

const MOST_KEYS = 10_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** What a key without an answer weighs. */
const BYTES_OF_A_KEY = 500;

interface Entry extends Claim {
  /** The turn is over. */
  readonly isFree?: boolean;
  readonly answer?: Uint8Array;
}

export class MemoryStore implements IdempotencyStore {
  private readonly entries = new LRUCache<string, Entry>({
    max: MOST_KEYS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ answer }) => BYTES_OF_A_KEY + (answer?.byteLength ?? 0),
  });

  async claim(claim: Claim): Promise<Claimed> {
    const { id, proof, now } = claim;
    const known = this.entries.get(id);
    if (known && now < known.keepUntil) {
      if (known.proof !== proof) return { kind: 'taken' };
      if (known.answer) return { kind: 'answered', answer: known.answer };
      if (!known.isFree && now < known.leaseUntil) return { kind: 'running' };
    }
    this.entries.set(id, claim);
    return { kind: 'granted' };
  }

  async keep(turn: Turn, answer: Uint8Array): Promise<void> {
    this.end(turn, { answer });
  }

  async release(turn: Turn): Promise<void> {
    this.end(turn, { isFree: true });
  }

  async close(): Promise<void> {
    this.entries.clear();
  }

  private end({ id, holder }: Turn, how: Pick<Entry, 'answer' | 'isFree'>): void {
    const known = this.entries.get(id);
    if (known?.holder === holder) this.entries.set(id, { ...known, ...how });
  }
}
