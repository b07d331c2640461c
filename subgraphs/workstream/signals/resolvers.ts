/** Signals in the graph. Source: workstream.yaml, endpoints listSignals to deleteSignal. */
import { notFound } from '../../../common/errors';
import type { Filter } from '../../common/records';
import { readPage } from '../../common/paging';
import { clusterOf } from '../clusters/cluster-of';
import type { WorkstreamWork } from '../context';
import { eventOf } from '../events';
import { givenMembers } from '../given';
import { organisationOf } from '../organisations';
import type { MutationResolvers, Resolvers, SignalFilter } from '../schema.generated';
import { scoreCandidatesOf } from '../spotlights/score-candidate';
import { createSignal } from './create-signal';
import type { Signal } from './model';
import { requireSignal } from './require';

const updateSignal: MutationResolvers['updateSignal'] = async (_root, { input }, context) => {
  const orgId = organisationOf(context.viewer, input.orgId);
  const given = givenMembers(input.changes, ['sourceType']) as Partial<Signal>;
  const signal = await context.write(async (work) => {
    const before = await requireSignal(work, input.number);
    const changes = { ...(await newCluster(work, orgId, { ...before, ...given }, given)), ...given };
    const after = await work.data.signals.update({ _id: before.id }, { $set: changes });
    if (!after) throw notFound('SIGNAL_NOT_FOUND', 'signal', String(input.number));
    await scoreCandidatesOf(work, after.id, context.clock.now());
    work.record(eventOf('signal.updated', after));
    return after;
  });
  return { signal };
};

/** Another client or contact leads to another cluster. */
async function newCluster(
  work: WorkstreamWork,
  orgId: number,
  after: Signal,
  given: Partial<Signal>,
): Promise<Pick<Signal, 'clusterNumber'> | undefined> {
  if (given.clientNumber === undefined && given.contactNumber === undefined) return undefined;
  if (given.clusterNumber !== undefined) return undefined;
  return { clusterNumber: await clusterOf(work, orgId, after) };
}

const deleteSignal: MutationResolvers['deleteSignal'] = async (_root, { input }, context) => {
  organisationOf(context.viewer, input.orgId);
  return context.write(async (work) => {
    const signal = await requireSignal(work, input.number);
    const now = context.clock.now();
    const deletedCount = await work.data.signals.remove({ _id: signal.id }, now);
    await scoreCandidatesOf(work, signal.id, now);
    await work.data.candidates.updateMany({ signalIds: signal.id }, { $pull: { signalIds: signal.id } });
    work.record(eventOf('signal.deleted', signal));
    return { deletedId: signal.id, deletedCount };
  });
};

const NEWEST_FIRST = { createdAt: -1 } as const;

function signalFilter({ sourceType, isResolved }: SignalFilter): Filter<Signal> {
  const known = { $ne: null };
  return {
    ...(sourceType === null || sourceType === undefined ? {} : { sourceType }),
    ...(isResolved === true ? { $or: [{ contactNumber: known }, { clientNumber: known }] } : {}),
    ...(isResolved === false ? { contactNumber: null, clientNumber: null } : {}),
  };
}

export const signalResolvers = {
  Query: {
    signal: async (_root, { orgId, number }, context) => {
      organisationOf(context.viewer, orgId);
      return context.data.signals.findOne({ number });
    },
    signals: async (_root, { orgId, filter, ...page }, context) => {
      organisationOf(context.viewer, orgId);
      return readPage(context.data.signals, signalFilter(filter ?? {}), NEWEST_FIRST, page);
    },
  },
  Mutation: { createSignal, updateSignal, deleteSignal },
  Signal: {
    __resolveReference: ({ id }, context) => context.data.signals.load(id),
    owner: ({ ownerNumber }) =>
      ownerNumber === null ? null : { __typename: 'User' as const, number: ownerNumber },
    candidates: ({ id }, _args, context) =>
      context.data.candidates.find({ signalIds: id }, { sort: { number: 1 } }),
  },
} satisfies Resolvers;
