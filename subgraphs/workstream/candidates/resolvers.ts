/** Candidates in the graph. Source: workstream.yaml, endpoints listCandidates to deleteCandidate. */
import { DomainError } from '../../../common/errors';
import { readPage } from '../../common/paging';
import type { Filter } from '../../common/records';
import { checklistOf } from '../checklists/checklist';
import { setCandidateChecklistItem } from '../checklists/set-candidate-item';
import type { Context } from '../context';
import { eventOf } from '../events';
import type { LinkType } from '../links/model';
import { organisationOf } from '../organisations';
import type { CandidateFilter, MutationResolvers, Resolvers } from '../schema.generated';
import { newestScore } from '../spotlights/score-candidate';
import { createCandidate } from './create-candidate';
import { daysSinceTouch } from './days-since-touch';
import type { Candidate, CandidateRow } from './model';
import { requireCandidate } from './require';
import { promoteCandidate, updateCandidate } from './update-candidate';

const deleteCandidate: MutationResolvers['deleteCandidate'] = async (_root, { input }, context) => {
  organisationOf(context.viewer, input.orgId);
  return context.write(async (work) => {
    const candidate = await requireCandidate(work, input.number);
    const { id } = candidate;
    if ((await work.data.pursuits.count({ candidateId: id })) > 0)
      throw new DomainError('DEPENDENCY_EXISTS', 'A pursuit refers to the candidate; archive it instead');
    const now = context.clock.now();
    const deletedCount = await work.data.candidates.remove({ _id: id }, now);
    await work.data.checklistItems.remove({ itemId: id }, now);
    await work.data.spotlightScores.remove({ itemId: id }, now);
    await work.data.links.remove({ itemId: id }, now);
    work.record(eventOf('candidate.deleted', candidate));
    return { deletedId: id, deletedCount };
  });
};

const LATEST_TOUCHED_FIRST = { lastTouchAt: -1, createdAt: -1 } as const;

const candidateFilter = ({ status, ownerNumber }: CandidateFilter): Filter<Candidate> => ({
  ...(status ? { status } : {}),
  ...(ownerNumber === null || ownerNumber === undefined ? {} : { ownerNumber }),
});

async function hasLink({ id }: CandidateRow, type: LinkType, { data }: Context): Promise<boolean> {
  const links = await data.links.loadAll('itemId', id, { _id: 1 });
  return links.some((link) => link.type === type);
}

export const candidateResolvers = {
  Query: {
    candidate: async (_root, { orgId, number }, context) => {
      organisationOf(context.viewer, orgId);
      return context.data.candidates.findOne({ number });
    },
    candidates: async (_root, { orgId, filter, ...page }, context) => {
      organisationOf(context.viewer, orgId);
      return readPage(context.data.candidates, candidateFilter(filter ?? {}), LATEST_TOUCHED_FIRST, page);
    },
  },
  Mutation: {
    createCandidate,
    updateCandidate,
    promoteCandidate,
    deleteCandidate,
    setCandidateChecklistItem,
  },
  Candidate: {
    __resolveReference: ({ id }, context) => context.data.candidates.load(id),
    owner: ({ ownerNumber }) =>
      ownerNumber === null ? null : { __typename: 'User' as const, number: ownerNumber },
    signals: async ({ signalIds }, _args, context) => {
      const signals = await Promise.all(signalIds.map((id) => context.data.signals.load(id)));
      return signals.filter((signal) => signal !== null);
    },
    pursuit: async ({ id }, _args, context) => {
      const [pursuit] = await context.data.pursuits.loadAll('candidateId', id, { number: 1 });
      return pursuit ?? null;
    },
    checklist: (candidate, _args, context) => checklistOf(candidate, context),
    spotlightScore: (candidate, _args, context) => newestScore(candidate, context),
    hasThreads: (candidate, _args, context) => hasLink(candidate, 'THREAD', context),
    hasDocs: (candidate, _args, context) => hasLink(candidate, 'DOC', context),
    daysSinceTouch: (candidate, _args, { clock }) => daysSinceTouch(candidate, clock.now()),
  },
} satisfies Resolvers;
