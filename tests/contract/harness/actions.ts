/** Actions as the tests make them: in the graph, for what REST has for them comes with issues. */
import { graphql } from '../../support/graphql';
import type { Kit, Tenant } from './kit';

const CREATE = `mutation ($input: CreateActionInput!) { createAction(input: $input) { action { id } } }`;

const NEW_ACTION = {
  title: 'Start the campaign',
  startDate: '2026-01-05T00:00:00Z',
  dueDate: '2026-01-30T00:00:00Z',
  priority: 'HIGH',
};

/** The id of a new action. */
export async function newAction(kit: Kit, tenant: Tenant, input: object = {}): Promise<string> {
  const variables = { input: { ...NEW_ACTION, ...input } };
  const answer = await graphql<{ createAction: { action: { id: string } } }>(
    kit.house.url,
    CREATE,
    variables,
    tenant.token,
  );
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.createAction.action.id;
}
