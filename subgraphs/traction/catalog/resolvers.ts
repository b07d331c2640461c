/** The catalog in the graph. Source: traction.yaml, getAvailableKpis. */
import type { Resolvers } from '../schema.generated';
import { catalogEntry } from './catalog';
import { CATALOG } from './entries';

export const catalogResolvers = {
  Query: {
    measureCatalog: () => [...CATALOG],
    catalogMeasure: (_root, { id }) => catalogEntry(id),
  },
} satisfies Resolvers;
