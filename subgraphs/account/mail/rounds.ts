/** Work that is done again and again until nothing is left: when it is woken, and now and then by itself. */
import type { Logger } from '../../../common/log';

const INTERVAL_MILLISECONDS = 10_000;

/** How long `stop` waits for what is under way. */
const PATIENCE_MILLISECONDS = 2000;

/** Does some of the work; true where there may be more of it. */
export type Round = () => Promise<boolean>;

export class Rounds {
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> | undefined;
  private isWanted = false;
  private isStopped = false;

  constructor(
    private readonly round: Round,
    private readonly log: Logger,
  ) {
    this.timer = setInterval(() => this.wake(), INTERVAL_MILLISECONDS).unref();
  }

  /** Says that there is work. Whoever says so does not wait for it. */
  wake(): void {
    void this.finish();
  }

  /** Resolves when all work is done that is there now. Never rejects: what fails is logged and left for later. */
  finish(): Promise<void> {
    this.isWanted = true;
    this.running ??= this.run();
    return this.running;
  }

  /** Begins nothing new, and lets what is under way end if that does not take long. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    if (!this.running) return;
    let patience: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => (patience = setTimeout(resolve, PATIENCE_MILLISECONDS)));
    await Promise.race([this.running, enough]);
    clearTimeout(patience);
  }

  private async run(): Promise<void> {
    while (this.isWanted && !this.isStopped) {
      this.isWanted = false;
      if (await this.attempt()) this.isWanted = true;
    }
    // In the same turn as the last look at `isWanted`: who wakes it from now on begins anew.
    this.running = undefined;
  }

  private async attempt(): Promise<boolean> {
    try {
      return await this.round();
    } catch (fault) {
      this.log.error({ err: fault }, 'a round of work failed; it is tried again');
      return false;
    }
  }
}
