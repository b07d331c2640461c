/**
 * The recent activity of a tenant: the rows of the change log that are to be seen there. Source: traction.yaml,
 * listRecentActivity.
 */
import type { Change, LoggedChange } from '../../common/changes';
import type { Filter } from '../../common/records';
import type { TractionWork } from '../context';
import type { ActivityEntityType, RecentActivityType } from '../schema.generated';

/** What is told there, in the words of the log, with the words of the graph. */
const TYPES = {
  goal_created: 'GOAL_CREATED',
  goal_updated: 'GOAL_UPDATED',
  strategy_added: 'STRATEGY_ADDED',
  measure_updated: 'MEASURE_UPDATED',
  action_completed: 'ACTION_COMPLETED',
} as const satisfies Readonly<Record<string, RecentActivityType>>;

const ENTITIES = {
  goal: 'GOAL',
  strategy: 'STRATEGY',
  measure: 'MEASURE',
  action: 'ACTION',
  issue: 'ISSUE',
} as const satisfies Readonly<Record<string, ActivityEntityType>>;

export interface RecentChange extends Pick<Change, 'description' | 'goalId'> {
  readonly kind: keyof typeof TYPES;
  readonly subject: {
    readonly type: keyof typeof ENTITIES;
    readonly id: string;
    readonly title: string;
  };
}

/** A change that is told in the recent activity. */
export const recentChange = (change: RecentChange): Change => ({
  ...change,
  visibleIn: ['recent', 'stream', 'audit'],
});

export const inRecentActivity: Filter<LoggedChange> = { visibleIn: 'recent' };

/** Takes what was told of a goal out of the recent activity, for the goal is gone; the log keeps it. */
export async function forgetGoal({ data }: TractionWork, goalId: string): Promise<void> {
  await data.changes.updateMany({ goalId, ...inRecentActivity }, { $pull: { visibleIn: 'recent' } });
}

export const recentType = ({ kind }: LoggedChange): RecentActivityType => known(TYPES, kind);

export const recentEntity = ({ subject }: LoggedChange): ActivityEntityType => known(ENTITIES, subject.type);

/** Throws for a row that `recentChange` has not made. */
function known<T>(words: Readonly<Record<string, T>>, word: string): T {
  const found = words[word];
  if (found === undefined) throw new Error(`The recent activity knows no "${word}"`);
  return found;
}
