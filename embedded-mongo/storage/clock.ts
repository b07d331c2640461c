import { Timestamp } from 'bson';

/** How far ahead of the machine's clock a client's time may be to be believed, as on the real server. */
const MAX_DRIFT_SECONDS = 365 * 24 * 3600;

const SECOND = 1n << 32n;

function wallTime(): bigint {
  return BigInt(Math.floor(Date.now() / 1000)) * SECOND;
}

/** The BSON form of a time. */
export function timestampOf(time: bigint): Timestamp {
  return new Timestamp(time);
}

/** A time from its BSON form. */
export function timeOf(timestamp: Timestamp): bigint {
  return BigInt.asUintN(64, timestamp.toBigInt());
}

/**
 * MongoDB's cluster time: seconds in the upper half, a counter within the second in the lower one. Every commit has its
 * own, later ones have greater ones, and none is given twice, also across restarts.
 */
export class LogicalClock {
  private latest: bigint;

  /** `last` is the greatest time that an earlier run is known to have given. */
  constructor(last: bigint | undefined) {
    const wall = wallTime();
    // The earlier run may have given times that it did not live to write down: within its last second, at most.
    this.latest = last === undefined ? wall + 1n : ((last > wall ? last : wall) / SECOND + 1n) * SECOND + 1n;
  }

  /** The time of the last commit. */
  get now(): bigint {
    return this.latest;
  }

  /** The time of one more commit. */
  tick(): bigint {
    const wall = wallTime();
    this.latest = wall > this.latest ? wall + 1n : this.latest + 1n;
    return this.latest;
  }

  /** Takes over a time that a client has seen elsewhere, unless it is absurd; says whether it was believed. */
  advance(to: bigint): boolean {
    if (to <= this.latest) return true;
    if (to > wallTime() + BigInt(MAX_DRIFT_SECONDS) * SECOND) return false;
    this.latest = to;
    return true;
  }
}
