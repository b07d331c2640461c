/** Actions as tests write and read them, in the graph. */
import type { Caller } from '../../testing/start-traction';

const ACTION = `id title description dateEntered startDate dueDate priority status progress assigneeId
  assignee { id } goals { id } strategies { id }`;

export const CREATE = `mutation ($input: CreateActionInput!) { createAction(input: $input) { action { ${ACTION} } } }`;
export const UPDATE = `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { ${ACTION} } } }`;
export const DELETE = `mutation ($id: ID!) { deleteAction(input: { id: $id }) { deletedId } }`;
export const READ = `query ($id: ID!) { action(id: $id) { ${ACTION} } }`;

export const GOOD = {
  title: 'Start the campaign',
  startDate: '2026-01-05T00:00:00Z',
  dueDate: '2026-01-30T00:00:00Z',
  priority: 'HIGH',
};

export interface Made {
  readonly id: string;
  readonly [member: string]: unknown;
}

export const createAction = async (caller: Caller, members: object = {}): Promise<Made> =>
  (await caller.read<{ createAction: { action: Made } }>(CREATE, { input: { ...GOOD, ...members } }))
    .createAction.action;

export const newGoal = async (caller: Caller): Promise<string> => {
  const made = await caller.read<{ createGoal: { goal: { id: string } } }>(
    'mutation { createGoal(input: { title: "Grow" }) { goal { id } } }',
  );
  return made.createGoal.goal.id;
};

export const newStrategy = async (caller: Caller, goalId: string): Promise<string> => {
  const made = await caller.read<{ createStrategy: { strategy: { id: string } } }>(
    `mutation ($goalId: ID!) { createStrategy(input: { goalId: $goalId, description: "Run ads" }) { strategy { id } } }`,
    { goalId },
  );
  return made.createStrategy.strategy.id;
};
