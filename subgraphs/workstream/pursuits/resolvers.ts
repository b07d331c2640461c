/** Pursuits in the graph. Source: workstream.yaml, shape Pursuit. */
import { notFound } from '../../../common/errors';
import type { Resolvers } from '../schema.generated';

export const pursuitResolvers = {
  Pursuit: {
    __resolveReference: ({ id }, context) => context.data.pursuits.load(id),
    candidate: async ({ candidateId }, _args, context) => {
      const candidate = await context.data.candidates.load(candidateId);
      if (!candidate) throw notFound('CANDIDATE_NOT_FOUND', 'candidate', candidateId);
      return candidate;
    },
    captureLead: ({ captureLeadNumber }) =>
      captureLeadNumber === null ? null : { __typename: 'User' as const, number: captureLeadNumber },
  },
} satisfies Resolvers;
