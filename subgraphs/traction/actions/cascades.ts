/** Actions stay when what they are done for is deleted, and no longer name it. Source: traction.yaml, cascades. */
import type { TractionWork } from '../context';

export async function leaveGoal({ data }: TractionWork, goalId: string): Promise<void> {
  await data.actions.updateMany({ goalIds: goalId }, { $pull: { goalIds: goalId } });
}

export async function leaveStrategies(
  { data }: TractionWork,
  strategies: readonly { readonly id: string }[],
): Promise<void> {
  const named = { $in: strategies.map(({ id }) => id) };
  await data.actions.updateMany({ strategyIds: named }, { $pull: { strategyIds: named } });
}
