import { questionsOf } from '../testing/questions';
import { linkOf, measureOf } from '../testing/rows';
import { type Caller, enterTraction, type TestTraction } from '../testing/start-traction';

let house: TestTraction;
let ada: Caller;

beforeAll(async () => {
  house = await enterTraction();
});
beforeEach(() => {
  ada = house.caller();
});

const READ = `query ($id: ID!) { measure(id: $id) {
  tenant { id } owner { id } isDeleted isShared linkedGoalCount links { id } linkedGoals { id goalId }
} }`;

describe('a measure', () => {
  it('knows its tenant, its owner and its links, one of them for each goal', async () => {
    const { data } = await ada.context();
    const { id } = await data.measures.insert(measureOf({ ownerId: 'grace' }));
    const insert = (members: object) =>
      data.measureLinks.insert(linkOf({ measureId: id, goalId: 'a', ...members }));
    const older = await insert({});
    const byStrategy = await insert({ strategyId: 's' });
    const primary = await insert({ goalId: 'b', isPrimary: true });
    const personal = await insert({ goalId: null });
    expect((await ada.read<{ measure: object }>(READ, { id })).measure).toEqual({
      tenant: { id: ada.viewer.tenantId },
      owner: { id: 'grace' },
      isDeleted: false,
      isShared: true,
      linkedGoalCount: 2,
      links: [older, byStrategy, primary, personal].map((link) => ({ id: link.id })),
      linkedGoals: [
        { id: primary.id, goalId: 'b' },
        { id: older.id, goalId: 'a' },
      ],
    });
  });

  it('that is linked with one goal in several ways is not shared', async () => {
    const { data } = await ada.context();
    const { id } = await data.measures.insert(measureOf());
    for (const strategyId of [null, 's'])
      await data.measureLinks.insert(linkOf({ measureId: id, goalId: 'a', strategyId }));
    const { measure } = await ada.read<{ measure: object }>(READ, { id });
    expect(measure).toMatchObject({ isShared: false, linkedGoalCount: 1 });
  });

  it('of another tenant is nowhere to be seen', async () => {
    const { data } = await ada.context();
    const { id } = await data.measures.insert(measureOf());
    expect(await house.caller().read(READ, { id })).toEqual({ measure: null });
  });
});

it('a user has the measures that the user answers for, by name', async () => {
  const { data } = await ada.context();
  for (const name of ['B', 'A']) await data.measures.insert(measureOf({ name, ownerId: 'grace' }));
  await data.measures.insert(measureOf({ name: 'C', ownerId: 'somebody else' }));
  const answer = await ada.read(
    `{ _entities(representations: [{ __typename: "User", id: "grace" }]) { ... on User { measures { name } } } }`,
  );
  expect(answer).toEqual({ _entities: [{ measures: [{ name: 'A' }, { name: 'B' }] }] });
});

it('a strategy has its links with measures, in their order', async () => {
  const { data } = await ada.context();
  const { id: goalId } = await data.goals.insert({
    title: 'Grow',
    intent: '',
    description: '',
    status: 'ACTIVE',
    ownerId: 'owner',
    horizon: null,
    valueTags: [],
    metadata: null,
    completedAt: null,
  });
  const strategy = await data.strategies.insert({
    goalId,
    description: 'Run a campaign',
    order: 1,
    aiGenerated: false,
    status: 'DRAFT',
    validationScore: null,
    validationFeedback: null,
  });
  for (const [name, order] of [
    ['B', 2],
    ['A', 1],
  ] as const) {
    const { id: measureId } = await data.measures.insert(measureOf({ name }));
    await data.measureLinks.insert(linkOf({ measureId, goalId, strategyId: strategy.id, order }));
    await data.measureLinks.insert(linkOf({ measureId, goalId, order }));
  }
  const answer = await ada.read(
    `query ($id: ID!) { strategy(id: $id) { measures { measure { name } order } } }`,
    { id: strategy.id },
  );
  const measures = [
    { measure: { name: 'A' }, order: 1 },
    { measure: { name: 'B' }, order: 2 },
  ];
  expect(answer).toEqual({ strategy: { measures } });
});

/** To write them all takes its time where others work as well. */
const A_MINUTE_MS = 60_000;

it(
  '200 measures with all that belongs to them are as few questions as one',
  async () => {
    const SIZES = `{ measures { totalCount nodes {
    owner { id } tenant { id } progress isShared isDeleted linkedGoalCount links { measure { name } }
    linkedGoals { goal { title } }
  } } }`;
    const { data } = await ada.context();
    const add = async (count: number): Promise<void> => {
      const rows = Array.from({ length: count }, () => data.measures.insert(measureOf({ currentValue: 1 })));
      const measures = await Promise.all(rows);
      await Promise.all(
        measures.map((row, index) =>
          data.measureLinks.insert(linkOf({ measureId: row.id, goalId: `goal ${index}` })),
        ),
      );
    };
    await add(1);
    const forOne = await questionsOf(() => ada.read(SIZES));
    await add(199);
    expect(await questionsOf(() => ada.read(SIZES))).toBe(forOne);
    expect(forOne).toBeGreaterThan(0);
  },
  A_MINUTE_MS,
);
