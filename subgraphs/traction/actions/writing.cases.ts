import { codeOf } from '../../common/testing/start-subgraph';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';
import {
  CREATE,
  createAction,
  DELETE,
  GOOD,
  type Made,
  newGoal,
  newStrategy,
  READ,
  UPDATE,
} from './testing/desk';

let house: TestTraction;
let ada: Caller;

beforeAll(async () => {
  house = await enterTraction();
});
beforeEach(() => {
  ada = house.caller();
});

const update = async (members: object): Promise<Made> =>
  (await ada.read<{ updateAction: { action: Made } }>(UPDATE, { input: members })).updateAction.action;

/** What the log tells of actions: kind and goal. */
const told = async (): Promise<(readonly [string, string | undefined])[]> => {
  const { data } = await ada.context();
  const changes = await data.changes.find({ kind: /^action_/ }, { sort: { seq: 1 } });
  return changes.map(({ kind, goalId }) => [kind, goalId ?? undefined]);
};

describe('a new action', () => {
  it('is not started, nobody’s, and entered now where nothing else is said', async () => {
    expect(await createAction(ada)).toEqual({
      id: expect.any(String) as string,
      title: 'Start the campaign',
      description: null,
      dateEntered: house.clock.now().toISOString(),
      startDate: '2026-01-05T00:00:00.000Z',
      dueDate: '2026-01-30T00:00:00.000Z',
      priority: 'HIGH',
      status: 'NOT_STARTED',
      progress: 0,
      assigneeId: null,
      assignee: null,
      goals: [],
      strategies: [],
    });
    expect(await told()).toEqual([['action_created', undefined]]);
  });

  it('names what there is in the tenant, each once, and passes over the rest', async () => {
    const [first, second] = [await newGoal(ada), await newGoal(ada)];
    const strategy = await newStrategy(ada, first);
    const foreign = await newGoal(house.caller());
    const { id } = await createAction(ada, {
      assigneeId: 'bob',
      goalIds: [second, 'x', first, second, foreign],
      strategyIds: [strategy, first],
    });
    const { action } = await ada.read<{ action: Made }>(READ, { id });
    expect(action).toMatchObject({
      assignee: { id: 'bob' },
      goals: [{ id: second }, { id: first }],
      strategies: [{ id: strategy }],
    });
    expect(await told()).toEqual([
      ['action_created', second],
      ['action_created', first],
    ]);
  });

  it('that is completed has a progress of 100', async () => {
    expect(await createAction(ada, { status: 'COMPLETED', progress: 20 })).toMatchObject({ progress: 100 });
  });

  it('may be due when it starts, and not before', async () => {
    await createAction(ada, { dueDate: GOOD.startDate });
    const answer = await ada.ask(CREATE, { input: { ...GOOD, dueDate: '2026-01-04T23:59:59Z' } });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_ERROR',
      fields: { dueDate: 'must not be before startDate' },
    });
    const { data } = await ada.context();
    expect(await data.actions.count({})).toBe(1);
  });

  it('is refused past the limit of the subscription, in which deleted ones do not count', async () => {
    ada = house.caller({ limits: { actions: 1 } });
    const { id } = await createAction(ada);
    expect(codeOf(await ada.ask(CREATE, { input: GOOD }))).toBe('SUBSCRIPTION_LIMIT_REACHED');
    await ada.read(DELETE, { id });
    await createAction(ada);
  });
});

describe('an update', () => {
  it('changes what is given; null removes what may be absent, and leaves the rest', async () => {
    const goal = await newGoal(ada);
    const { id } = await createAction(ada, {
      description: 'Posters',
      assigneeId: 'bob',
      goalIds: [goal],
      progress: 10,
    });
    const after = await update({ id, title: 'Go on', status: 'IN_PROGRESS', priority: null, progress: 40 });
    expect(after).toMatchObject({
      title: 'Go on',
      description: 'Posters',
      status: 'IN_PROGRESS',
      priority: 'HIGH',
      progress: 40,
      assigneeId: 'bob',
      goals: [{ id: goal }],
    });
    const emptied = await update({ id, description: null, assigneeId: null, goalIds: [], strategyIds: null });
    expect(emptied).toMatchObject({ description: null, assigneeId: null, goals: [], progress: 40 });
  });

  it('is told to the goals that it is taken from as well', async () => {
    const [old, fresh] = [await newGoal(ada), await newGoal(ada)];
    const { id } = await createAction(ada, { goalIds: [old] });
    await update({ id, goalIds: [fresh] });
    expect((await told()).slice(1)).toEqual([
      ['action_updated', fresh],
      ['action_updated', old],
    ]);
  });

  it('that completes it is told once in the recent activity, and sets its progress', async () => {
    const { id } = await createAction(ada);
    expect(await update({ id, status: 'COMPLETED', progress: 30 })).toMatchObject({ progress: 100 });
    expect(await update({ id, title: 'Done', progress: 30 })).toMatchObject({ progress: 100 });
    expect((await told()).map(([kind]) => kind)).toEqual([
      'action_created',
      'action_updated',
      'action_completed',
      'action_updated',
    ]);
    const { recentActivity } = await ada.read<{ recentActivity: object }>(
      '{ recentActivity { nodes { type entityType entityId } } }',
    );
    expect(recentActivity).toEqual({
      nodes: [{ type: 'ACTION_COMPLETED', entityType: 'ACTION', entityId: id }],
    });
  });

  it('is judged by the dates that come out of it', async () => {
    const { id } = await createAction(ada);
    const late = { id, startDate: '2026-02-01T00:00:00Z' };
    expect(codeOf(await ada.ask(UPDATE, { input: late }))).toBe('VALIDATION_ERROR');
    await update({ ...late, dueDate: '2026-02-01T00:00:00Z' });
  });
});

describe('deleting', () => {
  it('takes the action out of sight, and tells the goals that it was done for', async () => {
    const goalId = await newGoal(ada);
    const { id } = await createAction(ada, { goalIds: [goalId] });
    await ada.read(DELETE, { id });
    expect(await ada.read(READ, { id })).toEqual({ action: null });
    expect(
      await ada.read('query ($goalId: ID!) { goal(id: $goalId) { actions { id } } }', { goalId }),
    ).toEqual({
      goal: { actions: [] },
    });
    expect((await told()).at(-1)).toEqual(['action_deleted', goalId]);
    expect(codeOf(await ada.ask(DELETE, { id }))).toBe('ACTION_NOT_FOUND');
  });

  it('a goal or a strategy leaves the actions, which no longer name it', async () => {
    const [gone, kept] = [await newGoal(ada), await newGoal(ada)];
    const [ofGone, second, third] = [
      await newStrategy(ada, gone),
      await newStrategy(ada, kept),
      await newStrategy(ada, kept),
    ];
    const { id } = await createAction(ada, { goalIds: [gone, kept], strategyIds: [ofGone, second, third] });
    await ada.read('mutation ($id: ID!) { deleteGoal(input: { id: $id }) { deletedId } }', { id: gone });
    await ada.read(
      'mutation ($goalId: ID!, $id: ID!) { deleteStrategy(input: { goalId: $goalId, id: $id }) { deletedId } }',
      { goalId: kept, id: second },
    );
    expect(await ada.read(READ, { id })).toMatchObject({
      action: { goals: [{ id: kept }], strategies: [{ id: third }] },
    });
    const { data } = await ada.context();
    expect(await data.actions.load(id)).toMatchObject({ goalIds: [kept], strategyIds: [third] });
  });
});
