/** The time of the whole house. Tests set it; nothing else reads `Date.now()` for what the domain calls "now". */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export class SettableClock implements Clock {
  private time: number;

  constructor(start: Date | string = '2026-01-15T10:00:00.000Z') {
    this.time = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.time);
  }

  set(moment: Date | string): void {
    this.time = new Date(moment).getTime();
  }

  advance(seconds: number): void {
    this.time += seconds * 1000;
  }
}
