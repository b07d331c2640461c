import { codeOf } from '../../common/testing/start-subgraph';
import { type Caller, startTraction, type TestTraction } from '../testing/start-traction';
import { questionsOf } from '../testing/questions';

let house: TestTraction;
let ada: Caller;

beforeAll(async () => {
  house = await startTraction();
});
afterAll(() => house.stop());
beforeEach(() => {
  ada = house.caller();
});

const ACTION = `id title description dateEntered startDate dueDate priority status progress assigneeId
  assignee { id } goals { id } strategies { id }`;
const CREATE = `mutation ($input: CreateActionInput!) { createAction(input: $input) { action { ${ACTION} } } }`;
const UPDATE = `mutation ($input: UpdateActionInput!) { updateAction(input: $input) { action { ${ACTION} } } }`;
const DELETE = `mutation ($id: ID!) { deleteAction(input: { id: $id }) { deletedId } }`;
const READ = `query ($id: ID!) { action(id: $id) { ${ACTION} } }`;
const LIST = `query ($filter: ActionFilter, $first: Int, $after: String) {
  actions(filter: $filter, first: $first, after: $after) { nodes { title } totalCount pageInfo { endCursor } }
}`;

const GOOD = {
  title: 'Start the campaign',
  startDate: '2026-01-05T00:00:00Z',
  dueDate: '2026-01-30T00:00:00Z',
  priority: 'HIGH',
};

interface Made {
  readonly id: string;
  readonly [member: string]: unknown;
}

const create = async (members: object = {}, caller = ada): Promise<Made> =>
  (await caller.read<{ createAction: { action: Made } }>(CREATE, { input: { ...GOOD, ...members } }))
    .createAction.action;

const update = async (members: object): Promise<Made> =>
  (await ada.read<{ updateAction: { action: Made } }>(UPDATE, { input: members })).updateAction.action;

const newGoal = async (caller = ada): Promise<string> => {
  const made = await caller.read<{ createGoal: { goal: { id: string } } }>(
    'mutation { createGoal(input: { title: "Grow" }) { goal { id } } }',
  );
  return made.createGoal.goal.id;
};

const newStrategy = async (goalId: string): Promise<string> => {
  const made = await ada.read<{ createStrategy: { strategy: { id: string } } }>(
    `mutation ($goalId: ID!) { createStrategy(input: { goalId: $goalId, description: "Run ads" }) { strategy { id } } }`,
    { goalId },
  );
  return made.createStrategy.strategy.id;
};

const titles = async (filter?: object): Promise<string[]> => {
  const { actions } = await ada.read<{ actions: { nodes: { title: string }[] } }>(LIST, { filter });
  return actions.nodes.map(({ title }) => title);
};

/** What the log tells of actions: kind and goal. */
const told = async (): Promise<(readonly [string, string | undefined])[]> => {
  const { data } = await ada.context();
  const changes = await data.changes.find({ kind: /^action_/ }, { sort: { seq: 1 } });
  return changes.map(({ kind, goalId }) => [kind, goalId ?? undefined]);
};

describe('a new action', () => {
  it('is not started, nobody’s, and entered now where nothing else is said', async () => {
    expect(await create()).toEqual({
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
    const [first, second] = [await newGoal(), await newGoal()];
    const strategy = await newStrategy(first);
    const foreign = await newGoal(house.caller());
    const { id } = await create({
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
    expect(await create({ status: 'COMPLETED', progress: 20 })).toMatchObject({ progress: 100 });
  });

  it('may be due when it starts, and not before', async () => {
    await create({ dueDate: GOOD.startDate });
    const answer = await ada.ask(CREATE, { input: { ...GOOD, dueDate: '2026-01-04T23:59:59Z' } });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_ERROR',
      fields: { dueDate: 'must not be before startDate' },
    });
    expect(await titles()).toHaveLength(1);
  });

  it('is refused past the limit of the subscription, in which deleted ones do not count', async () => {
    ada = house.caller({ limits: { actions: 1 } });
    const { id } = await create();
    expect(codeOf(await ada.ask(CREATE, { input: GOOD }))).toBe('SUBSCRIPTION_LIMIT_REACHED');
    await ada.read(DELETE, { id });
    await create();
  });
});

describe('an update', () => {
  it('changes what is given; null removes what may be absent, and leaves the rest', async () => {
    const goal = await newGoal();
    const { id } = await create({ description: 'Posters', assigneeId: 'bob', goalIds: [goal], progress: 10 });
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

  it('that completes it is told once in the recent activity, and sets its progress', async () => {
    const { id } = await create();
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
    const { id } = await create();
    const late = { id, startDate: '2026-02-01T00:00:00Z' };
    expect(codeOf(await ada.ask(UPDATE, { input: late }))).toBe('VALIDATION_ERROR');
    await update({ ...late, dueDate: '2026-02-01T00:00:00Z' });
  });
});

describe('deleting', () => {
  it('takes the action out of sight, and tells the goals that it was done for', async () => {
    const goalId = await newGoal();
    const { id } = await create({ goalIds: [goalId] });
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

  it('a goal leaves its actions, which no longer name it', async () => {
    const [gone, kept] = [await newGoal(), await newGoal()];
    const { id } = await create({ goalIds: [gone, kept] });
    await ada.read('mutation ($id: ID!) { deleteGoal(input: { id: $id }) { deletedId } }', { id: gone });
    expect(await ada.read(READ, { id })).toMatchObject({ action: { goals: [{ id: kept }] } });
  });
});

describe('actions', () => {
  const day = (date: number): string => `2026-01-${String(date).padStart(2, '0')}T00:00:00Z`;

  it('come by due date, page by page', async () => {
    for (const date of [30, 10, 20]) await create({ title: `due ${date}`, dueDate: day(date) });
    expect(await titles()).toEqual(['due 10', 'due 20', 'due 30']);
    const page = await ada.read<{ actions: { pageInfo: { endCursor: string } } }>(LIST, { first: 2 });
    expect(page).toMatchObject({ actions: { totalCount: 3, nodes: [{}, {}] } });
    const after = page.actions.pageInfo.endCursor;
    expect(await ada.read(LIST, { first: 2, after })).toMatchObject({
      actions: { nodes: [{ title: 'due 30' }] },
    });
  });

  it('match all parts of a filter, of a list any value', async () => {
    const goal = await newGoal();
    const strategy = await newStrategy(goal);
    await create({ title: 'a', assigneeId: 'bob', goalIds: [goal], priority: 'LOW' });
    await create({ title: 'b', status: 'BLOCKED', strategyIds: [strategy], startDate: day(20) });
    await create({ title: 'c', assigneeId: 'bob', status: 'COMPLETED', dueDate: day(10) });
    expect(await titles({ assigneeId: 'bob' })).toEqual(['c', 'a']);
    expect(await titles({ goalIds: ['x', goal] })).toEqual(['a']);
    expect(await titles({ strategyIds: [strategy] })).toEqual(['b']);
    expect(await titles({ status: ['BLOCKED', 'COMPLETED'], priority: ['HIGH'] })).toEqual(['c', 'b']);
    expect(await titles({ status: ['BLOCKED'], assigneeId: 'bob' })).toEqual([]);
    expect(await titles({ startingFrom: day(20) })).toEqual(['b']);
    expect(await titles({ dueUntil: day(10) })).toEqual(['c']);
  });

  it('of many goals and strategies are read together', async () => {
    const goals = [await newGoal(), await newGoal(), await newGoal()];
    const strategies = await Promise.all(goals.map((goal) => newStrategy(goal)));
    await create({ title: 'all', goalIds: goals, strategyIds: strategies, dueDate: day(20) });
    await create({ title: 'one', goalIds: goals.slice(1, 2), dueDate: day(10) });
    const ask = () =>
      ada.read<{ goals: { nodes: { actions: object[]; strategies: { actions: object[] }[] }[] } }>(
        '{ goals(sort: { by: CREATED_AT }) { nodes { actions { title } strategies { actions { title } } } } }',
      );
    const strategiesOf = [{ actions: [{ title: 'all' }] }];
    expect(await ask()).toEqual({
      goals: {
        nodes: [
          { actions: [{ title: 'all' }], strategies: strategiesOf },
          { actions: [{ title: 'one' }, { title: 'all' }], strategies: strategiesOf },
          { actions: [{ title: 'all' }], strategies: strategiesOf },
        ],
      },
    });
    // Goals, actions of goals, strategies of goals, actions of strategies.
    expect(await questionsOf(ask)).toBe(4);
  });
});

describe('access', () => {
  const VALUES = `mutation ($id: ID!) {
    recordActionValues(input: { actionId: $id, values: [{ measureId: "x", value: 1 }] }) { action { id } }
  }`;

  it('ends at the tenant', async () => {
    const { id } = await create();
    const eve = house.caller();
    expect(await eve.read(READ, { id })).toEqual({ action: null });
    expect(await eve.read(LIST)).toMatchObject({ actions: { totalCount: 0 } });
    expect(codeOf(await eve.ask(UPDATE, { input: { id, title: 'Mine' } }))).toBe('ACTION_NOT_FOUND');
    expect(codeOf(await eve.ask(DELETE, { id }))).toBe('ACTION_NOT_FOUND');
    expect(codeOf(await eve.ask(VALUES, { id }))).toBe('ACTION_NOT_FOUND');
    expect(await ada.read(READ, { id })).toMatchObject({ action: { title: GOOD.title } });
  });

  it.each([
    ['reading', READ],
    ['listing', LIST],
    ['creating', CREATE],
    ['updating', UPDATE],
    ['deleting', DELETE],
    ['recording values', VALUES],
  ])('%s needs a token, and the feature "operations"', async (_name, document) => {
    const { id } = await create();
    const variables = { id, input: document === UPDATE ? { id } : GOOD };
    const given = (names: string[]): object =>
      Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)));
    const own = given([...document.matchAll(/\$(\w+):/g)].map(([, name = '']) => name));
    expect(codeOf(await house.askAsStranger(document, { ...own }))).toBe('UNAUTHORIZED');
    const poor = house.caller({ tenantId: ada.viewer.tenantId, features: ['goals', 'kpis'] });
    expect(codeOf(await poor.ask(document, { ...own }))).toBe('FORBIDDEN');
  });
});
