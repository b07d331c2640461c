/** What Workstream stores, and what its resolvers have at hand. */
import type { SubgraphContext } from '../common/context';
import type { Work } from '../common/unit-of-work';
import { candidates } from './candidates/model';
import { checklistItems } from './checklists/model';
import { clusters } from './clusters/model';
import { links } from './links/model';
import { atoms } from './memory/model';
import { numbers } from './numbers';
import { pursuits } from './pursuits/model';
import { configEntries } from './registry/model';
import { answeredSignals } from './signals/answered-model';
import { signals } from './signals/model';
import { spotlightScores } from './spotlights/model';

export const collections = {
  signals,
  answeredSignals,
  clusters,
  candidates,
  pursuits,
  checklistItems,
  links,
  spotlightScores,
  atoms,
  configEntries,
  numbers,
} as const;

type Collections = typeof collections;

export type Context = SubgraphContext<Collections, Record<string, never>>;

/** A write of Workstream in progress. */
export type WorkstreamWork = Work<Collections>;
