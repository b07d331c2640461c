/** The events of a subscription as a REST client reads them. Source: common.yaml (realtime.reconnection). */
import { frameOf } from '../../../common/event-stream';
import { madeOnce } from '../../../common/frames';
import type { SubscriptionEvent } from '../../federation';
import { shownEvent } from './event';
import type { EventPlan } from './plan';

/** Milliseconds after which a client that has lost its stream comes back. */
export const RETRY = 3000;

const NOTHING = new Uint8Array();

/** Told what went wrong in an event, whether or not enough is left of it to be sent. */
export type Report = (errors: NonNullable<SubscriptionEvent['errors']>) => void;

/** Make the bytes of an event, once for all who read it by the same names: those documented first, or the later ones. */
export interface EventFrames {
  readonly documented: (event: SubscriptionEvent) => Uint8Array;
  readonly later: (event: SubscriptionEvent) => Uint8Array;
}

export function eventFrames(plan: EventPlan, report: Report): EventFrames {
  const frames = (isLater: boolean) =>
    madeOnce((event: SubscriptionEvent): Uint8Array => {
      // An error without data is why the stream ends; its caller comes back, or may not.
      if (event.errors && event.data !== undefined) report(event.errors);
      const shown = shownEvent(plan, event, isLater);
      return shown ? frameOf(shown) : NOTHING;
    });
  return { documented: frames(false), later: frames(true) };
}
