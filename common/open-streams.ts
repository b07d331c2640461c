/** The event streams that a door has open: filled, cut where filling fails, and ended when the process stops. */
import type { EventStream } from './event-stream';
import type { Logger } from './log';

export class OpenStreams {
  private readonly open = new Set<EventStream>();

  /** Whoever reads a stream that was cut does not take what it has for all there is. */
  begin(stream: EventStream, fill: () => Promise<void>, log: Pick<Logger, 'error'>): void {
    this.open.add(stream);
    stream.signal.addEventListener('abort', () => this.open.delete(stream), { once: true });
    fill().catch((err: unknown) => {
      log.error({ err }, 'a stream failed');
      stream.cut();
    });
  }

  /** Ended, not completed: whoever reads comes back to another process. */
  end(): void {
    for (const stream of this.open) stream.end();
  }
}
