import { codeOf } from '../../common/testing/start-subgraph';
import { questionsOf } from '../testing/questions';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';
import { CREATE, createAction, DELETE, GOOD, newGoal, newStrategy, READ, UPDATE } from './testing/desk';

let house: TestTraction;
let ada: Caller;

beforeAll(async () => {
  house = await enterTraction();
});
beforeEach(() => {
  ada = house.caller();
});

const LIST = `query ($filter: ActionFilter, $first: Int, $after: String) {
  actions(filter: $filter, first: $first, after: $after) { nodes { title } totalCount pageInfo { endCursor } }
}`;

const titles = async (filter?: object): Promise<string[]> => {
  const { actions } = await ada.read<{ actions: { nodes: { title: string }[] } }>(LIST, { filter });
  return actions.nodes.map(({ title }) => title);
};

describe('actions', () => {
  const day = (date: number): string => `2026-01-${String(date).padStart(2, '0')}T00:00:00Z`;

  it('come by due date, page by page', async () => {
    for (const date of [30, 10, 20]) await createAction(ada, { title: `due ${date}`, dueDate: day(date) });
    expect(await titles()).toEqual(['due 10', 'due 20', 'due 30']);
    const page = await ada.read<{ actions: { pageInfo: { endCursor: string } } }>(LIST, { first: 2 });
    expect(page).toMatchObject({ actions: { totalCount: 3, nodes: [{}, {}] } });
    const after = page.actions.pageInfo.endCursor;
    expect(await ada.read(LIST, { first: 2, after })).toMatchObject({
      actions: { nodes: [{ title: 'due 30' }] },
    });
  });

  it('match all parts of a filter, of a list any value', async () => {
    const goal = await newGoal(ada);
    const strategy = await newStrategy(ada, goal);
    await createAction(ada, { title: 'a', assigneeId: 'bob', goalIds: [goal], priority: 'LOW' });
    await createAction(ada, { title: 'b', status: 'BLOCKED', strategyIds: [strategy], startDate: day(20) });
    await createAction(ada, { title: 'c', assigneeId: 'bob', status: 'COMPLETED', dueDate: day(10) });
    expect(await titles({ assigneeId: 'bob' })).toEqual(['c', 'a']);
    expect(await titles({ goalIds: ['x', goal] })).toEqual(['a']);
    expect(await titles({ strategyIds: [strategy] })).toEqual(['b']);
    expect(await titles({ status: ['BLOCKED', 'COMPLETED'], priority: ['HIGH'] })).toEqual(['c', 'b']);
    expect(await titles({ status: ['BLOCKED'], assigneeId: 'bob' })).toEqual([]);
    expect(await titles({ startingFrom: day(20) })).toEqual(['b']);
    expect(await titles({ dueUntil: day(10) })).toEqual(['c']);
  });

  it('of many goals and strategies are read together', async () => {
    const goals = [await newGoal(ada), await newGoal(ada), await newGoal(ada)];
    const strategies = await Promise.all(goals.map((goal) => newStrategy(ada, goal)));
    await createAction(ada, { title: 'all', goalIds: goals, strategyIds: strategies, dueDate: day(20) });
    await createAction(ada, { title: 'one', goalIds: goals.slice(1, 2), dueDate: day(10) });
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
    const { id } = await createAction(ada);
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
    const { id } = await createAction(ada);
    const variables = { id, input: document === UPDATE ? { id } : GOOD };
    const given = (names: string[]): object =>
      Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)));
    const own = given([...document.matchAll(/\$(\w+):/g)].map(([, name = '']) => name));
    expect(codeOf(await house.askAsStranger(document, { ...own }))).toBe('UNAUTHORIZED');
    const poor = house.caller({ tenantId: ada.viewer.tenantId, features: ['goals', 'kpis'] });
    expect(codeOf(await poor.ask(document, { ...own }))).toBe('FORBIDDEN');
  });
});
