/** What a goal's own changes leave in the log and in its activity. Source: traction.yaml, stateMachines.goal and listRecentActivity. */
import type { Change } from '../../common/changes';
import type { NewEntry } from '../activity/entries';
import { recentChange } from '../activity/recent';
import type { GoalRow, GoalStatus } from './model';

export const goalCreated = (goal: GoalRow): Change =>
  recentChange({ ...about(goal), kind: 'goal_created', description: 'Goal created' });

export const goalUpdated = (goal: GoalRow): Change =>
  recentChange({ ...about(goal), kind: 'goal_updated', description: 'Goal updated' });

/** A deleted goal is no longer in the recent activity. */
export const goalDeleted = (goal: GoalRow): Change => ({
  ...about(goal),
  kind: 'goal_deleted',
  visibleIn: ['stream', 'audit'],
  description: 'Goal deleted',
});

const about = ({ id, title }: GoalRow) => ({ subject: { type: 'goal', id, title }, goalId: id }) as const;

const WORDS: Partial<Readonly<Record<GoalStatus, string>>> = {
  PAUSED: 'Paused',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
};

/** The entry that gives the reason of a change of status; none without a reason. */
export function statusEntry(
  before: GoalRow,
  after: GoalRow,
  reason: string | null | undefined,
): NewEntry | undefined {
  if (!reason?.trim()) return undefined;
  const word = WORDS[after.status] ?? (before.status === 'DRAFT' ? 'Started' : 'Resumed');
  return {
    goalId: after.id,
    type: 'SYSTEM',
    title: `Goal ${word}`,
    text: `Goal ${word.toLowerCase()}: ${reason}`,
  };
}
