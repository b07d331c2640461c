/** What Coaching stores, and what its resolvers have at hand. */
import type { SubgraphContext } from '../common/context';
import { keptAssessments } from './alignment/kept-assessments';
import { alignments } from './alignment/model';
import type { CoachingServices } from './model/model';

export const collections = { alignments, keptAssessments } as const;

export type Context = SubgraphContext<typeof collections, CoachingServices>;
