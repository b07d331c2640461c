/** How goals are found and listed. */
import type { Filter, Sort } from '../../common/records';
import { containing } from '../search';
import type { GoalFilter, GoalSort } from '../schema.generated';
import type { Goal } from './model';

const SORT_MEMBERS: Readonly<Record<GoalSort['by'], string>> = {
  ID: '_id',
  TITLE: 'title',
  INTENT: 'intent',
  DESCRIPTION: 'description',
  STATUS: 'status',
  OWNER_ID: 'ownerId',
  HORIZON: 'horizon',
  CREATED_AT: 'createdAt',
  UPDATED_AT: 'updatedAt',
  COMPLETED_AT: 'completedAt',
};

/** Newest first where nothing is asked for. */
export function goalOrder(sort: GoalSort | null | undefined): Sort {
  return sort ? { [SORT_MEMBERS[sort.by]]: sort.descending ? -1 : 1 } : { createdAt: -1 };
}

/** All parts of the filter must match. */
export function goalFilter(filter: GoalFilter | null | undefined): Filter<Goal> {
  const { ownerId, status, valueTag, horizon, search } = filter ?? {};
  const pattern = containing(search);
  return {
    ...(ownerId ? { ownerId } : {}),
    ...(status ? { status } : {}),
    ...(valueTag ? { valueTags: valueTag } : {}),
    ...(horizon ? { horizon } : {}),
    ...(pattern ? { $or: [{ title: pattern }, { intent: pattern }, { description: pattern }] } : {}),
  };
}
