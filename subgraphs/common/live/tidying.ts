/** Who writes, tidies: every hour the logs that have grown in this process let go of what need not be kept. */
import type { Clock } from '../../../common/clock';
import type { Logger } from '../../../common/log';
import type { LogData } from './follow';
import { forget } from './retention';

const EVERY_MILLISECONDS = 3_600_000;

export interface TidyingParts {
  readonly dataOf: (tenantId: string) => LogData;
  readonly clock: Clock;
  readonly logger: Logger;
}

export class Tidying {
  private grown = new Set<string>();
  private running: Promise<void> | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly parts: TidyingParts) {
    this.timer = setInterval(() => void this.tidy(), EVERY_MILLISECONDS).unref();
  }

  /** The log of this tenant has grown. One that does not grow needs no tidying. */
  note(tenantId: string): void {
    this.grown.add(tenantId);
  }

  /** Never throws: what fails is tried again when the log has grown once more. */
  async tidy(): Promise<void> {
    this.running ??= this.run().finally(() => (this.running = undefined));
    await this.running;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.grown.clear();
    await this.running;
  }

  private async run(): Promise<void> {
    const { dataOf, clock, logger } = this.parts;
    for (const tenantId of this.grown) {
      this.grown.delete(tenantId);
      await forget(dataOf(tenantId), clock.now()).catch((err: unknown) => {
        logger.warn({ err, tenantId }, 'the change log could not be tidied');
      });
    }
  }
}
