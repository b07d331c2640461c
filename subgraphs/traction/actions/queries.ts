/** How actions are found and listed. Source: traction.yaml, listActions. */
import type { Filter } from '../../common/records';
import type { ActionFilter } from '../schema.generated';
import type { Action } from './model';

/** How actions are listed. */
export const BY_DUE_DATE = { dueDate: 1, _id: -1 } as const;

/** All parts of the filter must match; of a list, any value. */
export function actionFilter(filter: ActionFilter | null | undefined): Filter<Action> {
  const { assigneeId, goalIds, strategyIds, status, priority, startingFrom, dueUntil } = filter ?? {};
  return {
    ...(assigneeId ? { assigneeId } : {}),
    ...(goalIds ? { goalIds: { $in: goalIds } } : {}),
    ...(strategyIds ? { strategyIds: { $in: strategyIds } } : {}),
    ...(status ? { status: { $in: status } } : {}),
    ...(priority ? { priority: { $in: priority } } : {}),
    ...(startingFrom ? { startDate: { $gte: startingFrom } } : {}),
    ...(dueUntil ? { dueDate: { $lte: dueUntil } } : {}),
  };
}
