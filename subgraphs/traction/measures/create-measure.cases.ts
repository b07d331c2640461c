import { CATALOG } from '../catalog/entries';
import { codeOf } from '../../common/testing/start-subgraph';
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

const CREATE = `mutation ($input: CreateMeasureInput!) { createMeasure(input: $input) { measure {
  id name description category unit direction type inputKind measurementFrequency dataSource catalogId ownerId
  strategyId aggregationType aggregationPeriod valueType calculationMethod interpolation targetValue
  currentValue currentValueDate linkedGoalCount
} } }`;

type Made = Readonly<Record<string, unknown>> & { readonly id: string };

const create = async (input: object, caller = ada): Promise<Made> =>
  (await caller.read<{ createMeasure: { measure: Made } }>(CREATE, { input })).createMeasure.measure;

const ask = (input: object, caller = ada): ReturnType<Caller['ask']> => caller.ask(CREATE, { input });

const kinds = async (): Promise<string[]> => {
  const { data } = await ada.context();
  return (await data.changes.find({}, { sort: { seq: 1 } })).map(({ kind }) => kind);
};

/** A goal with a strategy. */
async function goalAndStrategy(): Promise<{ readonly goalId: string; readonly strategyId: string }> {
  const { createGoal } = await ada.read<{ createGoal: { goal: { id: string } } }>(
    `mutation { createGoal(input: { title: "Grow" }) { goal { id } } }`,
  );
  const goalId = createGoal.goal.id;
  const { createStrategy } = await ada.read<{ createStrategy: { strategy: { id: string } } }>(
    `mutation ($goalId: ID!) {
      createStrategy(input: { goalId: $goalId, description: "Run a campaign" }) { strategy { id } }
    }`,
    { goalId },
  );
  return { goalId, strategyId: createStrategy.strategy.id };
}

describe('a new measure', () => {
  it('with a name alone is the caller’s, monthly and without a value', async () => {
    const measure = await create({ name: 'Revenue' });
    expect(measure).toEqual({
      ...Object.fromEntries(Object.keys(measure).map((member) => [member, null])),
      id: measure.id,
      name: 'Revenue',
      ownerId: ada.viewer.userId,
      inputKind: 'QUANTITATIVE',
      measurementFrequency: 'Monthly',
      interpolation: 'LINEAR',
      linkedGoalCount: 0,
    });
    expect(await kinds()).toEqual(['measure_created']);
  });

  it('keeps all that is said of it, also a catalog that nobody here knows', async () => {
    const { strategyId } = await goalAndStrategy();
    const said = {
      name: 'Retention',
      description: 'Customers kept',
      category: 'Customer Success',
      unit: '%',
      direction: 'DECREASE',
      type: 'LAGGING',
      inputKind: 'BINARY',
      measurementFrequency: 'Weekly',
      dataSource: 'CRM',
      catalogId: 'measure-catalog-002',
      ownerId: 'grace',
      strategyId,
      aggregationType: 'Average',
      aggregationPeriod: 'Month',
      valueType: 'Percentage',
      calculationMethod: 'kept / all',
      interpolation: 'STEP',
      targetValue: 90.5,
    };
    expect(await create(said)).toMatchObject(said);
  });

  it('takes null for what is not said', async () => {
    const nothing = { measurementFrequency: null, inputKind: null, interpolation: null, ownerId: null };
    expect(await create({ name: 'Revenue', ...nothing })).toMatchObject({
      measurementFrequency: 'Monthly',
      inputKind: 'QUANTITATIVE',
      interpolation: 'LINEAR',
      ownerId: ada.viewer.userId,
    });
  });

  it.each([{}, { name: null }, { name: '' }, { name: ' \t ' }, { name: ' ', catalogId: 'a catalog' }])(
    'needs a name: %j',
    async (input) => {
      const { errors } = await ask(input);
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'VALIDATION_ERROR',
        fields: { name: 'name is required' },
        kinds: { name: 'MISSING' },
      });
    },
  );

  it.each([
    ['name', 'x'.repeat(201)],
    ['description', 'x'.repeat(1001)],
    ['targetValue', 0],
    ['targetValue', -1],
  ])('has a %s within bounds', async (member, value) => {
    const answer = await ask({ name: 'Revenue', [member]: value });
    expect(codeOf(answer)).toBe('VALIDATION_ERROR');
    expect(Object.keys(answer.errors?.[0]?.extensions?.['fields'] as object)).toEqual([member]);
  });
});

describe('a measure from the catalog', () => {
  const [entry] = CATALOG;
  if (!entry) throw new Error('the catalog is empty');
  const { id: catalogEntryId, ...facts } = entry;

  it('is what its entry says', async () => {
    expect(await create({ catalogEntryId })).toMatchObject({ ...facts, catalogId: catalogEntryId });
  });

  it('is what the caller says where the caller says something, but comes from its entry', async () => {
    const said = { unit: 'EUR', direction: 'DECREASE', name: 'MRR', catalogId: 'another' };
    const { name, unit, direction, ...rest } = facts;
    expect(await create({ catalogEntryId, ...said, category: null })).toMatchObject({
      ...rest,
      ...said,
      catalogId: catalogEntryId,
    });
    expect(await create({ catalogEntryId, name: ' ' })).toMatchObject({ name });
  });

  it('needs an entry that there is', async () => {
    expect(codeOf(await ask({ catalogEntryId: 'catalog_of_dreams' }))).toBe('MEASURE_NOT_FOUND');
  });

  it('is found by its id, beside all others', async () => {
    const answer = await ada.read(
      `{ measureCatalog { id } known: catalogMeasure(id: "${catalogEntryId}") { name } unknown: catalogMeasure(id: "x") { name } }`,
    );
    expect(answer).toEqual({
      measureCatalog: CATALOG.map(({ id }) => ({ id })),
      known: { name: facts.name },
      unknown: null,
    });
  });
});

describe('a measure that is created for a goal', () => {
  it('is linked with it for its owner, behind the others', async () => {
    const { goalId } = await goalAndStrategy();
    const { data } = await ada.context();
    await data.measureLinks.insert(linkOf({ measureId: 'another', goalId, order: 7, isPrimary: true }));
    const { id, linkedGoalCount } = await create({ name: 'Revenue', goalId, ownerId: 'grace' });
    expect(linkedGoalCount).toBe(1);
    expect(await data.measureLinks.findOne({ measureId: id })).toMatchObject({
      goalId,
      personId: 'grace',
      strategyId: null,
      thresholdPct: 80,
      riskThresholdPct: 50,
      weight: 1,
      order: 8,
      isPrimary: false,
    });
    expect(await data.changes.findOne({ kind: 'measure_linked' })).toMatchObject({ goalId });
  });

  it.each([
    ['goalId', 'GOAL_NOT_FOUND'],
    ['strategyId', 'STRATEGY_NOT_FOUND'],
  ] as const)('leaves nothing behind where the %s is unknown, or another tenant’s', async (member, code) => {
    const theirs = (await goalAndStrategy())[member];
    const eve = house.caller();
    for (const id of ['unknown', theirs])
      expect(codeOf(await ask({ name: 'Revenue', [member]: id }, eve))).toBe(code);
    expect(await (await eve.context()).data.measures.count({})).toBe(0);
  });
});

describe('a measure that is created with a value', () => {
  it('has it as the first of its series, measured now', async () => {
    const now = house.clock.now();
    const { goalId } = await goalAndStrategy();
    const measure = await create({ name: 'Revenue', currentValue: 45000.1, goalId });
    expect(measure).toMatchObject({ currentValue: 45000.1, currentValueDate: now.toISOString() });
    const { data } = await ada.context();
    expect(await data.actuals.find({})).toMatchObject([
      {
        measureId: measure.id,
        subtype: 'MEASURED',
        value: 45000.1,
        date: now,
        place: 1,
        always: true,
        dataSource: 'MANUAL',
        recordedBy: ada.viewer.userId,
      },
    ]);
    expect(await data.changes.findOne({ kind: 'value_recorded' })).toMatchObject({ goalId });
  });

  it('has the date that is said, up to a minute ahead of the clock here', async () => {
    for (const ahead of [-86_400_000, 60_000]) {
      const currentValueDate = new Date(house.clock.now().getTime() + ahead).toISOString();
      const measure = await create({ name: 'Revenue', currentValue: 0, currentValueDate });
      expect(measure).toMatchObject({ currentValue: 0, currentValueDate });
    }
    const late = new Date(house.clock.now().getTime() + 60_001).toISOString();
    const { errors } = await ask({ name: 'Revenue', currentValue: 1, currentValueDate: late });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'VALIDATION_ERROR',
      fields: { currentValueDate: 'Current value date cannot be in the future' },
    });
    expect(await (await ada.context()).data.measures.count({})).toBe(2);
  });

  it('has no value by a date alone', async () => {
    const measure = await create({ name: 'Revenue', currentValueDate: '2025-12-15T00:00:00Z' });
    expect(measure).toMatchObject({ currentValue: null, currentValueDate: null });
  });
});

describe('the limit of measures', () => {
  const bounded = (): Caller => house.caller({ limits: { kpis: 1 } });

  it('refuses one more, also where many are created at once', async () => {
    const caller = bounded();
    const answers = await Promise.all(['A', 'B', 'C'].map((name) => ask({ name }, caller)));
    const codes = answers.map(codeOf).toSorted();
    expect(codes).toEqual(['SUBSCRIPTION_LIMIT_REACHED', 'SUBSCRIPTION_LIMIT_REACHED', undefined]);
    expect(await (await caller.context()).data.measures.count({})).toBe(1);
  });

  it('does not count deleted ones', async () => {
    const caller = bounded();
    const { data } = await caller.context();
    const { id } = await data.measures.insert(measureOf());
    await data.measures.remove({ _id: id }, house.clock.now());
    expect(await create({ name: 'Revenue' }, caller)).toMatchObject({ name: 'Revenue' });
  });
});
