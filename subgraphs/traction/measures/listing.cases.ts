import { linkOf, measureOf } from '../testing/rows';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';
import type { Measure } from './model';

let house: TestTraction;
let ada: Caller;

beforeAll(async () => {
  house = await enterTraction();
});
beforeEach(() => {
  ada = house.caller();
});

const insert = async (members: Partial<Measure>): Promise<string> => {
  const { data } = await ada.context();
  return (await data.measures.insert(measureOf(members))).id;
};

const link = async (measureId: string, goalId: string, strategyId: string | null = null): Promise<void> => {
  const { data } = await ada.context();
  await data.measureLinks.insert(linkOf({ measureId, goalId, strategyId }));
};

interface Page {
  readonly nodes: readonly { readonly name: string; readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const LIST = `query ($filter: MeasureFilter, $first: Int, $after: String) {
  measures(filter: $filter, first: $first, after: $after) {
    nodes { id name } totalCount pageInfo { hasNextPage endCursor }
  }
}`;

const list = async (variables: object = {}, caller = ada): Promise<Page> =>
  (await caller.read<{ measures: Page }>(LIST, { ...variables })).measures;

const names = ({ nodes }: Page): readonly string[] => nodes.map(({ name }) => name);

describe('the list of measures', () => {
  it('goes by name, and by id among equal names, over all pages', async () => {
    for (const name of ['B', 'C', 'A', 'B']) await insert({ name });
    const whole = await list();
    expect(names(whole)).toEqual(['A', 'B', 'B', 'C']);
    const [, one, other] = whole.nodes.map(({ id }) => id);
    expect([one, other].toSorted()).toEqual([one, other]);
    const begin = await list({ first: 2 });
    const rest = await list({ first: 2, after: begin.pageInfo.endCursor });
    expect([...begin.nodes, ...rest.nodes]).toEqual(whole.nodes);
    expect([begin, rest].map(({ totalCount }) => totalCount)).toEqual([4, 4]);
    expect([begin, rest].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  });

  it('shows what is of the tenant and not deleted', async () => {
    const id = await insert({ name: 'Gone' });
    await insert({ name: 'Here' });
    const { data } = await ada.context();
    await data.measures.remove({ _id: id }, house.clock.now());
    expect(names(await list())).toEqual(['Here']);
    expect(names(await list({}, house.caller()))).toEqual([]);
  });

  it.each([
    ['an owner', { ownerId: 'grace' }, ['Churn']],
    ['a category', { category: 'Sales' }, ['Win (rate)']],
    ['a part of the name, without case', { search: ' CHUR ' }, ['Churn']],
    ['a part of the description', { search: 'offers' }, ['Win (rate)']],
    ['signs that mean something to a search', { search: '(rate)' }, ['Win (rate)']],
    ['a blank search asks for nothing', { search: '  ' }, ['Churn', 'Revenue', 'Win (rate)']],
    ['made from a catalog', { catalogOnly: true }, ['Revenue']],
    ['the tenant’s own', { customOnly: true }, ['Churn', 'Win (rate)']],
    ['both, which none is', { catalogOnly: true, customOnly: true }, []],
    ['linked with one goal or none', { includeShared: false }, ['Revenue', 'Win (rate)']],
    ['all of it at once', { ownerId: 'grace', category: 'Sales' }, []],
  ])('can be cut down to %s', async (_case, filter, expected) => {
    const churn = await insert({ name: 'Churn', ownerId: 'grace' });
    const revenue = await insert({ name: 'Revenue', catalogId: 'somewhere' });
    await insert({ name: 'Win (rate)', category: 'Sales', description: 'Of all Offers' });
    await link(churn, 'one');
    await link(churn, 'two');
    await link(revenue, 'one');
    await link(revenue, 'one', 'a strategy of it');
    expect(names(await list({ filter }))).toEqual(expected);
  });
});

describe('the measures of somebody or something', () => {
  const OF = `query ($ownerId: ID, $goalId: ID, $strategyId: ID) {
    measuresOf(ownerId: $ownerId, goalId: $goalId, strategyId: $strategyId) {
      nodes { id name } totalCount pageInfo { hasNextPage endCursor }
    }
  }`;

  it.each([
    ['a person', { ownerId: 'grace', goalId: 'goal', strategyId: 'strategy' }, ['Of Grace']],
    ['a goal, be it by a strategy', { goalId: 'goal', strategyId: 'strategy' }, ['Linked', 'Of the goal']],
    ['a strategy, served or linked', { strategyId: 'strategy' }, ['Linked', 'Serves']],
    ['the caller, where nothing is said', {}, ['Mine']],
    ['nobody known', { ownerId: 'nobody', goalId: 'goal' }, []],
    ['no goal that is known', { goalId: 'nothing', strategyId: 'strategy' }, []],
    ['no strategy that is known', { strategyId: 'nothing' }, []],
  ])('are those of %s', async (_case, whose, expected) => {
    await insert({ name: 'Of Grace', ownerId: 'grace' });
    await insert({ name: 'Mine', ownerId: ada.viewer.userId });
    await insert({ name: 'Serves', strategyId: 'strategy' });
    await link(await insert({ name: 'Of the goal' }), 'goal');
    const linked = await insert({ name: 'Linked' });
    await link(linked, 'goal', 'strategy');
    await link(linked, 'goal');
    const { measuresOf } = await ada.read<{ measuresOf: Page }>(OF, whose);
    expect(names(measuresOf)).toEqual(expected);
    expect(measuresOf.totalCount).toBe(expected.length);
  });

  it('are not another tenant’s, whoever is named', async () => {
    await link(await insert({ ownerId: 'grace' }), 'goal');
    for (const whose of [{ ownerId: 'grace' }, { goalId: 'goal' }])
      expect((await house.caller().read<{ measuresOf: Page }>(OF, whose)).measuresOf.nodes).toEqual([]);
  });
});
