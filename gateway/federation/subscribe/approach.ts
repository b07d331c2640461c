import type { Comer, Reader, SharedStream } from './shared-stream';

/**
 * The way of one subscription from a stream of its own to the shared one. Positions have no order that is known here:
 * the two have met when the same event was seen on both, whichever of them saw it first.
 */
export class Approach implements Comer {
  private reached: string | undefined;
  private shared: SharedStream | undefined;
  private hasMet = false;
  private isOver = false;

  constructor(
    private readonly find: (() => SharedStream) | undefined,
    readonly reader: Reader,
    private readonly onMet: () => void,
  ) {}

  get position(): string | undefined {
    return this.reached;
  }

  /** The shared stream has taken over: its reader gets everything behind the position from there. */
  get isMet(): boolean {
    return this.hasMet;
  }

  /** Tells the last event that the reader was given; undefined when it has no position. */
  reach(position: string | undefined): void {
    this.reached = position;
    if (this.isOver || !this.find) return;
    this.shared ??= this.find();
    this.shared.receive(this);
  }

  meet(): void {
    this.hasMet = true;
    this.isOver = true;
    this.onMet();
  }

  /** A stream that broke is looked for again with the next event; one that was refused or is complete is not. */
  lose(isBroken: boolean): void {
    this.shared = undefined;
    if (!isBroken) this.isOver = true;
  }

  /** The own stream is all there is from now on. */
  giveUp(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.shared?.forget(this);
  }

  /** The reader has left. */
  leave(): void {
    this.giveUp();
    if (this.hasMet) this.shared?.leave(this.reader);
  }
}
