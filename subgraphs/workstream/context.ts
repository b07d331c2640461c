/** What Workstream stores, and what its resolvers have at hand. */
import type { SubgraphContext } from '../common/context';
import { candidates, pursuits, signals } from './pipeline/model';

export const collections = { signals, candidates, pursuits } as const;

export type Context = SubgraphContext<typeof collections, Record<string, never>>;
