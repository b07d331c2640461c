/** How many goals there are, and how far they are. Source: traction.yaml, getGoalStats; formulas, stats.averageProgress. */
import type { Context } from '../context';
import type { GoalStats } from '../schema.generated';
import type { GoalRow, GoalStatus } from './model';
import { goalProgress } from './progress';

/** Whose progress says nothing any more. */
const LEFT_OUT: readonly GoalStatus[] = ['CANCELLED', 'ARCHIVED'];

export async function goalStats(context: Context): Promise<GoalStats> {
  const goals = await context.data.goals.find({});
  const counted = goals.filter(({ status }) => !LEFT_OUT.includes(status));
  const progress = await Promise.all(counted.map((goal) => goalProgress(goal, context)));
  return { ...countGoals(goals), averageProgress: meanOf(progress) };
}

function countGoals(
  goals: readonly Pick<GoalRow, 'status' | 'horizon'>[],
): Omit<GoalStats, 'averageProgress'> {
  const byStatus = { draft: 0, active: 0, completed: 0, paused: 0, cancelled: 0, archived: 0 };
  const byHorizon = { year: 0, quarter: 0, month: 0 };
  for (const { status, horizon } of goals) {
    byStatus[lower(status)] += 1;
    if (horizon) byHorizon[lower(horizon)] += 1;
  }
  return { total: goals.length, byStatus, byHorizon };
}

/** To one decimal; 0 of nothing. */
function meanOf(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.round(mean * 10) / 10;
}

const lower = <T extends string>(word: T): Lowercase<T> => word.toLowerCase() as Lowercase<T>;
