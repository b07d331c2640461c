/** What measures need to know of others first, asked over the whole graph. */
import { graphql, type GraphQLAnswer } from '../support/graphql';
import type { TestHouse, TestTenant } from '../support/house';
import { enterTestHouse } from '../support/houses';

let house: TestHouse;
let ada: TestTenant;
let eve: TestTenant;

beforeAll(async () => {
  house = await enterTestHouse();
  ada = await house.newTenant();
  eve = await house.newTenant();
});

interface Made {
  readonly measure: { readonly id: string; readonly owner: { readonly id: string } | null };
}

const ask = <T>(query: string, variables: object, { token }: TestTenant): Promise<GraphQLAnswer<T>> =>
  graphql<T>(house.url, query, { ...variables }, token);

const create = (input: object, as = ada): Promise<GraphQLAnswer<{ createMeasure: Made }>> =>
  ask(
    `mutation ($input: CreateMeasureInput!) { createMeasure(input: $input) { measure { id owner { id } } } }`,
    { input: { name: 'Revenue', ...input } },
    as,
  );

const update = (input: object, as = ada): Promise<GraphQLAnswer<{ updateMeasure: Made }>> =>
  ask(
    `mutation ($input: UpdateMeasureInput!) { updateMeasure(input: $input) { measure { id owner { id } } } }`,
    { input },
    as,
  );

const codeOf = ({ errors }: GraphQLAnswer<unknown>): string | undefined => errors?.[0]?.extensions?.code;

const countOf = async (tenant: TestTenant): Promise<number | undefined> =>
  (await ask<{ measures: { totalCount: number } }>('{ measures { totalCount } }', {}, tenant)).data?.measures
    .totalCount;

/** A goal with a strategy. */
async function goalAndStrategy(as: TestTenant): Promise<{ goalId: string; strategyId: string }> {
  const goal = await ask<{ createGoal: { goal: { id: string } } }>(
    'mutation { createGoal(input: { title: "Grow" }) { goal { id } } }',
    {},
    as,
  );
  const goalId = goal.data?.createGoal.goal.id ?? '';
  const strategy = await ask<{ createStrategy: { strategy: { id: string } } }>(
    `mutation ($goalId: ID!) {
      createStrategy(input: { goalId: $goalId, description: "Run a campaign" }) { strategy { id } }
    }`,
    { goalId },
    as,
  );
  return { goalId, strategyId: strategy.data?.createStrategy.strategy.id ?? '' };
}

describe('a measure is created', () => {
  it('for an owner, a goal and a strategy of the tenant', async () => {
    const said = { ownerId: ada.userId, ...(await goalAndStrategy(ada)) };
    const { data, errors } = await create(said);
    expect(errors).toBeUndefined();
    expect(data?.createMeasure.measure.owner).toEqual({ id: ada.userId });
  });

  it.each([
    ['ownerId', 'OWNER_NOT_FOUND'],
    ['strategyId', 'STRATEGY_NOT_FOUND'],
    ['goalId', 'GOAL_NOT_FOUND'],
    ['catalogEntryId', 'MEASURE_NOT_FOUND'],
  ])('for no %s that nobody knows', async (member, code) => {
    const before = await countOf(ada);
    expect(codeOf(await create({ [member]: 'unknown' }))).toBe(code);
    expect(await countOf(ada)).toBe(before);
  });

  it.each([
    ['ownerId', 'OWNER_NOT_FOUND'],
    ['strategyId', 'STRATEGY_NOT_FOUND'],
    ['goalId', 'GOAL_NOT_FOUND'],
  ] as const)('for no %s of another tenant', async (member, code) => {
    const theirs = { ownerId: ada.userId, ...(await goalAndStrategy(ada)) };
    expect(codeOf(await create({ [member]: theirs[member] }, eve))).toBe(code);
    expect(await countOf(eve)).toBe(0);
  });
});

describe('a measure is given', () => {
  it('to nobody whom the tenant does not know', async () => {
    const { data } = await create({});
    const id = data?.createMeasure.measure.id;
    for (const ownerId of ['unknown', eve.userId])
      expect(codeOf(await update({ id, ownerId }))).toBe('OWNER_NOT_FOUND');
    const kept = await update({ id, name: 'Kept' });
    expect(kept.data?.updateMeasure.measure.owner).toEqual({ id: ada.userId });
  });

  it('to nobody by another tenant, which is told that there is no such measure', async () => {
    const { data } = await create({});
    const id = data?.createMeasure.measure.id;
    expect(codeOf(await update({ id, ownerId: 'unknown' }, eve))).toBe('MEASURE_NOT_FOUND');
  });
});

it('what a user answers for is part of the user', async () => {
  const tenant = await house.newTenant();
  for (const name of ['B', 'A']) await create({ name }, tenant);
  const answer = await ask('{ viewer { measures { name owner { email } } } }', {}, tenant);
  const owner = { email: tenant.email };
  expect(answer).toEqual({
    data: {
      viewer: {
        measures: [
          { name: 'A', owner },
          { name: 'B', owner },
        ],
      },
    },
  });
});
