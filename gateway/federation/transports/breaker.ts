/** When a way counts as broken, and when it is tried again. */
export interface BreakerOptions {
  /** Failures in a row after which nothing is sent any more. */
  readonly failures?: number;
  /** Milliseconds until one request may try again. */
  readonly rest?: number;
  /** Milliseconds that only grow; for tests that set the time. */
  readonly now?: () => number;
}

/** Nothing was sent: the service has failed too often a moment ago. */
export class CircuitOpen extends Error {
  override readonly name = 'CircuitOpen';
}

/**
 * Spares a service that is down, and its callers the waiting. Closed, everything passes. After several failures in a
 * row it opens: requests fail at once. After a rest one request passes as a probe, and decides for all.
 */
export class CircuitBreaker {
  private failed = 0;
  private openUntil = 0;
  private isProbing = false;
  private readonly limit: number;
  private readonly rest: number;
  private readonly now: () => number;

  constructor({ failures = 10, rest = 2000, now = () => performance.now() }: BreakerOptions = {}) {
    this.limit = failures;
    this.rest = rest;
    this.now = now;
  }

  /**
   * Runs the call unless the circuit is open; then throws `CircuitOpen`. `isFailure` tells which faults speak
   * against the service: that a caller went away does not.
   */
  async run<T>(call: () => Promise<T>, isFailure: (fault: unknown) => boolean): Promise<T> {
    const isProbe = this.admit();
    try {
      const answer = await call();
      this.failed = 0;
      return answer;
    } catch (fault) {
      if (isFailure(fault)) this.fail();
      throw fault;
    } finally {
      if (isProbe) this.isProbing = false;
    }
  }

  /** Whether the call is a probe. Throws where nothing may pass. */
  private admit(): boolean {
    if (this.failed < this.limit) return false;
    if (this.isProbing || this.now() < this.openUntil) {
      throw new CircuitOpen('The service has failed too often; it is given a rest.');
    }
    this.isProbing = true;
    return true;
  }

  private fail(): void {
    this.failed += 1;
    if (this.failed >= this.limit) this.openUntil = this.now() + this.rest;
  }
}
