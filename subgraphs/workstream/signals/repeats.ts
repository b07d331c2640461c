/**
 * Signals that are sent twice: under the same key the first answer is given again, for a day. Kept in the transaction
 * that takes the signal in. Source: workstream.yaml, identity.dedupe (duplicateWhen, effect).
 */
import type { WorkstreamWork } from '../context';
import type { AnsweredSignal } from './answered-model';

const HOURS_24 = 24 * 60 * 60 * 1000;

/** The answer given under this key within the last day. Older ones are forgotten. */
export async function firstAnswer(
  { data }: WorkstreamWork,
  { orgId, key, now }: { readonly orgId: number; readonly key: string; readonly now: Date },
): Promise<Pick<AnsweredSignal, 'number' | 'resolution'> | null> {
  await data.answeredSignals.remove({ answeredAt: { $lte: new Date(now.getTime() - HOURS_24) } }, now);
  return data.answeredSignals.findOne({ orgId, key });
}
