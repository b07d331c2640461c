/** What Traction stores, and what its resolvers have at hand. */
import type { SubgraphContext } from '../common/context';
import { activityEntries } from './activity/model';
import { goals } from './goals/model';
import { measureLinks, measures } from './measures/model';
import { strategies } from './strategies/model';
import type { Work } from '../common/unit-of-work';

export const collections = { goals, activityEntries, strategies, measures, measureLinks } as const;

type Collections = typeof collections;

export type Context = SubgraphContext<Collections, Record<string, never>>;

/** A write of Traction in progress. */
export type TractionWork = Work<Collections>;
