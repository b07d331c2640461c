/** What Coaching stores, and what its resolvers have at hand. */
import type { SubgraphContext } from '../common/context';
import { alignments } from './alignment/model';

export const collections = { alignments } as const;

export type Context = SubgraphContext<typeof collections, Record<string, never>>;
