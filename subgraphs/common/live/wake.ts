/** One that sleeps and is woken: a ring while it is awake counts for its next sleep. */
export class Wake {
  private isRung = false;
  private sleeper: (() => void) | undefined;

  readonly ring = (): void => {
    this.isRung = true;
    this.sleeper?.();
    this.sleeper = undefined;
  };

  /** Resolves at the first ring since the last time. */
  async rung(): Promise<void> {
    if (!this.isRung) await new Promise<void>((resolve) => (this.sleeper = resolve));
    this.isRung = false;
  }
}
