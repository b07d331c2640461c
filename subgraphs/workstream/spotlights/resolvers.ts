/** Scores in the graph. Source: workstream.yaml, shape SpotlightScore. */
import type { Resolvers } from '../schema.generated';
import { topNegative, topPositive } from './scoring';

export const spotlightResolvers = {
  SpotlightScore: {
    components: ({ components }) => [...components],
    topPositive: (score) => topPositive(score),
    topNegative: (score) => topNegative(score),
  },
} satisfies Resolvers;
