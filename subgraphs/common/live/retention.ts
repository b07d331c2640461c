/**
 * What the log lets go of. A row is kept for 24 hours, as long as it is among the last 1,000 of its goal (or of those
 * that belong to none), and for 400 days where it is part of the audit trail or, with it, of the recent activity.
 * Source: common.yaml, realtime.reconnection; the audit trail is ours.
 */
import type { LoggedChange } from '../changes';
import type { Filter } from '../records';
import type { LogData } from './follow';

const HOUR = 3_600_000;

export const KEPT = { milliseconds: 24 * HOUR, rows: 1000, auditMilliseconds: 400 * 24 * HOUR } as const;

/** Takes out of the log of one tenant what need not be kept any longer. May run twice at the same time. */
export async function forget(data: LogData, now: Date): Promise<void> {
  const old = oldAt(now);
  const groups = await data.changes.aggregate<{ _id: string | null }>([
    { $match: old },
    { $group: { _id: '$goalId' } },
  ]);
  for (const { _id: goalId } of groups) await forgetOf(goalId, data, old, now);
}

function oldAt(now: Date): Filter<LoggedChange> {
  const before = (milliseconds: number): object => ({ $lt: new Date(now.getTime() - milliseconds) });
  return {
    $or: [
      { createdAt: before(KEPT.milliseconds), visibleIn: { $ne: 'audit' } },
      { createdAt: before(KEPT.auditMilliseconds) },
    ],
  };
}

/** Readers are told first how far back they may go: none that is in the middle of a page takes it for complete. */
async function forgetOf(
  goalId: string | null,
  { changes, horizons }: LogData,
  old: Filter<LoggedChange>,
  now: Date,
): Promise<void> {
  const ofGoal = { goalId } as Filter<LoggedChange>;
  const [oldestKept] = await changes.find(ofGoal, { sort: { seq: -1 }, skip: KEPT.rows - 1, limit: 1 });
  if (!oldestKept) return;
  const forgotten = { ...old, ...ofGoal, seq: { $lt: oldestKept.seq } };
  const [last] = await changes.find(forgotten, { sort: { seq: -1 }, limit: 1 });
  if (!last) return;
  for (const horizon of new Set([goalId, null])) {
    await horizons.upsert({ goalId: horizon }, { $max: { seq: last.seq } });
  }
  await changes.remove(forgotten, now);
}
