/** What a goal's own changes leave in the log. Source: traction.yaml, stateMachines.goal and listRecentActivity. */
import type { Change } from '../../common/changes';
import type { GoalRow, GoalStatus } from './model';

type Kind = 'goal_created' | 'goal_updated' | 'goal_deleted';

const DESCRIPTIONS: Readonly<Record<Kind, string>> = {
  goal_created: 'Goal created',
  goal_updated: 'Goal updated',
  goal_deleted: 'Goal deleted',
};

/** That a goal was created, changed or deleted; a deleted goal is no longer in the recent activity. */
export function goalChange(kind: Kind, goal: GoalRow): Change {
  return {
    kind,
    subject: { type: 'goal', id: goal.id },
    goalId: goal.id,
    visibleIn: kind === 'goal_deleted' ? ['audit'] : ['recent', 'audit'],
    description: DESCRIPTIONS[kind],
  };
}

const WORDS: Partial<Readonly<Record<GoalStatus, string>>> = {
  PAUSED: 'Paused',
  COMPLETED: 'Completed',
  CANCELLED: 'Cancelled',
};

/** The entry in the goal's feed that gives the reason of a change of status; none without a reason. */
export function statusEntry(
  before: GoalRow,
  after: GoalRow,
  reason: string | null | undefined,
): Change | undefined {
  if (!reason?.trim()) return undefined;
  const word = WORDS[after.status] ?? (before.status === 'DRAFT' ? 'Started' : 'Resumed');
  return {
    kind: 'activity_created',
    subject: { type: 'goal', id: after.id },
    goalId: after.id,
    visibleIn: ['goal', 'stream'],
    description: `Goal ${word.toLowerCase()}`,
    entry: { type: 'system', title: `Goal ${word}`, text: `Goal ${word.toLowerCase()}: ${reason}` },
  };
}
