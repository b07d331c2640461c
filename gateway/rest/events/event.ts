/**
 * One event of a subscription as an event of a stream. Source: common.yaml (realtime: frame, data, resync). A result is
 * shared by all who read it: nothing is taken out of it here.
 */
import type { StreamEvent } from '../../../common/event-stream';
import { isPosition, type SubscriptionEvent } from '../../federation';
import { valueAt } from '../answer/picks';
import type { EventPlan } from './plan';

/** The code of the error by which a reader is told that it was too slow for what happened. */
const RESYNC = 'RESYNC';

/** Read all anew. It has no position: what comes behind the last one that the reader knows is asked for again. */
const READ_ANEW: StreamEvent = { event: 'resync', data: JSON.stringify({ type: 'resync' }) };

/**
 * What the stream shows of an event, or of the place where it begins; undefined for one that went wrong. What is not sent for a good reason still moves
 * the position on.
 * @param isLater whether the reader knows the later names
 */
export function shownEvent(
  plan: EventPlan,
  told: SubscriptionEvent,
  isLater: boolean,
): StreamEvent | undefined {
  const { data: result, errors = [], cursor: id } = told;
  if (isPosition(told)) return { id };
  if (errors[0]?.extensions['code'] === RESYNC) return READ_ANEW;
  const data = valueAt(result, plan.pick);
  const isGone = plan.needed.some((path) => valueAt(result, path) === null);
  if (errors.length > 0 && (isGone || !isRecord(data))) return undefined;
  if (isGone || !isRecord(data)) return { id };
  for (const [member, names] of plan.names) {
    const { [member]: said, ...rest } = data;
    const name = names.get(String(said));
    if (!name) continue;
    const event = (isLater ? name.later : undefined) ?? name.as;
    return { id, event, data: JSON.stringify({ type: event, ...rest }) };
  }
  return { id };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
