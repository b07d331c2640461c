import type { SubgraphStream } from '../types';
import type { Comer, SharedStream } from './shared-stream';

/**
 * The way of one subscription from a stream of its own to the shared one. Positions have no order that is known here:
 * the two have met when the same event was seen on both, whichever of them saw it first.
 */
export class Approach implements Comer {
  private reached: string | undefined;
  private shared: SharedStream | undefined;
  private taken: SubgraphStream | undefined;
  private isOver = false;

  constructor(
    private readonly find: () => SharedStream,
    readonly signal: AbortSignal,
    private readonly onMet: () => void,
  ) {
    if (signal.aborted) this.isOver = true;
    else signal.addEventListener('abort', this.leave, { once: true });
  }

  get position(): string | undefined {
    return this.reached;
  }

  /** The shared stream, once it has taken over: everything behind the position. */
  met(): SubgraphStream | undefined {
    return this.taken;
  }

  /** Tells the last event of the own stream; undefined when it has no position. */
  reach(position: string | undefined): void {
    this.reached = position;
    if (this.isOver) return;
    this.shared ??= this.find();
    this.shared.receive(this);
  }

  meet(stream: SubgraphStream): void {
    this.taken = stream;
    this.end();
    this.onMet();
  }

  /** A stream that broke is looked for again with the next event; one that was refused or is complete is not. */
  lose(isBroken: boolean): void {
    this.shared = undefined;
    if (!isBroken) this.end();
  }

  /** The own stream is all there is from now on. */
  readonly leave = (): void => {
    if (this.isOver) return;
    this.end();
    this.shared?.forget(this);
  };

  private end(): void {
    this.isOver = true;
    this.signal.removeEventListener('abort', this.leave);
  }
}
