import { MongoError } from '../errors';
import type { ChangeLog } from '../storage/change-log';
import type { Engine, Snapshot } from '../storage/engine';
import type { View } from '../storage/view';

/** How long a state is kept for reads at its time, as on the real server. */
const WINDOW_MS = 300_000;

/** How many states are kept: each keeps what is deleted from being overwritten. */
const MAX_KEPT = 16;

/** A state of the data at a time. */
export interface SnapshotAtTime {
  readonly time: bigint;
  /** Throws SnapshotTooOld once the state is not kept any more. */
  readonly view: () => View;
}

interface Kept extends SnapshotAtTime {
  readonly snapshot: Snapshot;
  readonly timer: NodeJS.Timeout;
  released: boolean;
}

/** The states that reads outside of transactions have asked for, to read from again. */
export class Snapshots {
  private readonly kept = new Map<bigint, Kept>();
  private readonly engine: Engine;
  private readonly log: ChangeLog;

  constructor(engine: Engine, log: ChangeLog) {
    this.engine = engine;
    this.log = log;
  }

  /** The current state, or that of a time at which one was read before. Throws SnapshotTooOld where it is not kept. */
  at(time: bigint = this.log.clock.now): SnapshotAtTime {
    const known = this.kept.get(time);
    if (known !== undefined) return known;
    if (time !== this.log.clock.now) throw tooOld();
    for (const oldest of this.kept.keys()) if (this.kept.size >= MAX_KEPT) this.release(oldest);
    return this.keep(time);
  }

  /** Lets go of all states. */
  releaseAll(): void {
    for (const time of [...this.kept.keys()]) this.release(time);
  }

  private keep(time: bigint): Kept {
    const snapshot = this.engine.snapshot();
    const kept: Kept = {
      time,
      snapshot,
      released: false,
      timer: setTimeout(() => this.release(time), WINDOW_MS).unref(),
      view: () => {
        if (kept.released) throw tooOld();
        return snapshot.view;
      },
    };
    this.kept.set(time, kept);
    return kept;
  }

  private release(time: bigint): void {
    const kept = this.kept.get(time);
    if (kept === undefined) return;
    clearTimeout(kept.timer);
    kept.released = true;
    kept.snapshot.release();
    this.kept.delete(time);
  }
}

function tooOld(): MongoError {
  return new MongoError('SnapshotTooOld', 'Read timestamp is older than the oldest available timestamp.');
}
