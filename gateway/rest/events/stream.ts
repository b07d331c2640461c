/** Writes the events of a subscription, for as long as it goes on. Source: common.yaml (realtime.reconnection). */
import type { EventStream } from '../../../common/event-stream';
import type { SubscriptionEvent, SubscriptionEvents } from '../../federation';
import { shownEvent } from './event';
import type { EventPlan } from './plan';

/** Milliseconds after which a client that has lost its stream comes back. */
const RETRY = 3000;

export interface Streamed {
  readonly plan: EventPlan;
  readonly events: SubscriptionEvents;
  readonly stream: EventStream;
  /** Whether the reader knows the later names of events. */
  readonly isLater: boolean;
  /** Told what went wrong in an event, whether or not enough is left of it to be sent. */
  readonly report: (errors: NonNullable<SubscriptionEvent['errors']>) => void;
}

export async function writeEvents({ plan, events, stream, isLater, report }: Streamed): Promise<void> {
  await stream.send({ retry: RETRY });
  for await (const event of events) {
    const shown = shownEvent(plan, event, isLater);
    // An error without data is why the stream ends; its caller comes back, or may not.
    if (event.errors && event.data !== undefined) report(event.errors);
    if (shown) await stream.send(shown);
  }
  stream.end();
}
