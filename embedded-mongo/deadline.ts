import { MongoError } from './errors';

/** How long a command may take, counted while the server works for it: not between the batches of a cursor. */
export class Deadline {
  private readonly now: () => number;
  private left: number;
  private since: number | undefined;

  /** Begins at once. `now` tells milliseconds from any beginning. */
  constructor(milliseconds: number, now: () => number = () => performance.now()) {
    this.now = now;
    this.left = milliseconds;
    this.since = now();
  }

  /** How many milliseconds are left. */
  get remaining(): number {
    return this.since === undefined ? this.left : this.left - (this.now() - this.since);
  }

  /** Throws MaxTimeMSExpired where the time is over. */
  check(): void {
    if (this.remaining <= 0) throw timeIsOver();
  }

  pause(): void {
    this.left = this.remaining;
    this.since = undefined;
  }

  resume(): void {
    this.since ??= this.now();
  }

  /** Lets no time be left. */
  expire(): void {
    this.left = 0;
    this.since = undefined;
  }
}

/** The error of a command whose time is over. */
export function timeIsOver(): MongoError {
  return new MongoError('MaxTimeMSExpired', 'operation exceeded time limit');
}
