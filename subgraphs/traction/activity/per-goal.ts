/** What is told of several goals: the stream of each of them tells it. Source: common.yaml, realtime. */
import type { Change } from '../../common/changes';

/** One for each goal; where there is none, one that only the tenant is told. */
export const perGoal = (
  goalIds: readonly string[],
  change: (goal: { goalId?: string }) => Change,
): readonly Change[] => (goalIds.length === 0 ? [change({})] : goalIds.map((goalId) => change({ goalId })));
