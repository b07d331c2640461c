/** What Traction stores, and what its resolvers have at hand. */
import type { SubgraphContext } from '../common/context';
import { actions } from './actions/model';
import { activityEntries } from './activity/model';
import { goals } from './goals/model';
import { measureLinks } from './links/model';
import { measures } from './measures/model';
import { crossGoalAlerts, planAdjustments, replanRules, targets } from './planning/model';
import { actuals, revisions } from './series/model';
import { strategies } from './strategies/model';
import type { Work } from '../common/unit-of-work';

export const collections = {
  goals,
  activityEntries,
  strategies,
  actions,
  measures,
  measureLinks,
  actuals,
  revisions,
  targets,
  planAdjustments,
  replanRules,
  crossGoalAlerts,
} as const;

type Collections = typeof collections;

export type Context = SubgraphContext<Collections, Record<string, never>>;

/** A write of Traction in progress. */
export type TractionWork = Work<Collections>;

/** A user is Account's; Traction knows the id. */
export interface UserReference {
  readonly __typename: 'User';
  readonly id: string;
}

export const user = (id: string): UserReference => ({ __typename: 'User', id });
