/** Actions in the graph. Source: traction.yaml, shape Action. */
import { readPage } from '../../common/paging';
import { user } from '../context';
import type { Resolvers } from '../schema.generated';
import { actionMutations } from './mutations';
import { actionFilter, BY_DUE_DATE } from './queries';
import { valueMutations } from './record-values';

/** What is still there of what an action names. */
const present = <T>(rows: readonly (T | null)[]): T[] => rows.filter((row) => row !== null);

export const actionResolvers = {
  Query: {
    action: (_root, { id }, context) => context.data.actions.load(id),
    actions: (_root, { filter, ...page }, context) =>
      readPage(context.data.actions, actionFilter(filter), BY_DUE_DATE, page),
  },
  Mutation: { ...actionMutations, ...valueMutations },
  Goal: {
    actions: ({ id }, _args, context) => context.data.actions.loadAll('goalIds', id, BY_DUE_DATE),
  },
  Strategy: {
    actions: ({ id }, _args, context) => context.data.actions.loadAll('strategyIds', id, BY_DUE_DATE),
  },
  Action: {
    __resolveReference: ({ id }, context) => context.data.actions.load(id),
    tenant: ({ tenantId }) => ({ __typename: 'Tenant', id: tenantId }),
    assignee: ({ assigneeId }) => (assigneeId === null ? null : user(assigneeId)),
    goals: async ({ goalIds }, _args, { data }) =>
      present(await Promise.all(goalIds.map((id) => data.goals.load(id)))),
    strategies: async ({ strategyIds }, _args, { data }) =>
      present(await Promise.all(strategyIds.map((id) => data.strategies.load(id)))),
  },
} satisfies Resolvers;
