import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal, newStrategy, readGoal, type StrategyJson } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';

const STATUSES = ['draft', 'validated', 'adopted'];

contract('strategies/update', (kit) => {
  rowsOfEveryEndpoint(kit, 'updateStrategy');

  const update = async (
    tenant: Tenant,
    { goalId, id }: StrategyJson,
    body: unknown,
  ): Promise<StrategyJson> => {
    const params = { goalId, strategyId: id };
    return expectSuccess(await kit.as(tenant, 'updateStrategy', { params, body }), 'updateStrategy');
  };

  const strategyOfNewGoal = async (tenant: Tenant): Promise<StrategyJson> =>
    newStrategy(kit, tenant, (await newGoal(kit, tenant)).id);

  kit.it(
    ['updateStrategy.200', 'updateStrategy.rules.1'],
    'an update changes what is sent and nothing else',
    async () => {
      const tenant = await kit.tenant();
      const before = await strategyOfNewGoal(tenant);
      kit.clock.advance(60);
      const described = await update(tenant, before, { description: 'Run two campaigns' });
      expect(described).toMatchObject({ ...withoutMoment(before), description: 'Run two campaigns' });
      expect(Date.parse(described.updatedAt) - Date.parse(before.updatedAt)).toBe(60_000);
      const adopted = await update(tenant, before, { status: 'adopted' });
      expect(withoutMoment(adopted)).toEqual(withoutMoment({ ...described, status: 'adopted' }));
      expect((await readGoal(kit, tenant, before.goalId)).strategies).toEqual([adopted]);
      expect(withoutMoment(await update(tenant, before, {}))).toEqual(withoutMoment(adopted));
    },
  );

  it('a strategy can be sent back as it was read; the path says which one is meant', async () => {
    const tenant = await kit.tenant();
    const [strategy, other] = [await strategyOfNewGoal(tenant), await strategyOfNewGoal(tenant)];
    const { validationScore: _score, validationFeedback: _feedback, ...rest } = strategy;
    expect(withoutMoment(await update(tenant, strategy, strategy))).toEqual(withoutMoment(strategy));
    const body = { ...rest, id: other.id, strategyId: other.id, description: 'Run two campaigns' };
    const after = await update(tenant, strategy, body);
    expect(after).toMatchObject({
      id: strategy.id,
      goalId: strategy.goalId,
      description: 'Run two campaigns',
    });
    expect((await readGoal(kit, tenant, other.goalId)).strategies).toEqual([other]);
  });

  kit.it('traction.stateMachines.strategy.rule', 'any status may follow any other', async () => {
    const tenant = await kit.tenant();
    const strategy = await strategyOfNewGoal(tenant);
    for (const from of STATUSES) {
      for (const to of STATUSES) {
        await update(tenant, strategy, { status: from });
        expect((await update(tenant, strategy, { status: to })).status).toBe(to);
      }
    }
  });

  kit.it('traction.stateMachines.strategy.initial', 'a strategy begins as a draft', async () => {
    expect((await strategyOfNewGoal(await kit.tenant())).status).toBe('draft');
  });

  kit.it('updateStrategy.rules.2', 'whoever stands at the new place or later moves up by one', async () => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const strategies = [];
    for (const description of ['A', 'B', 'C', 'D']) {
      strategies.push(await newStrategy(kit, tenant, goalId, { description }));
    }
    const [first, , , last] = strategies as [StrategyJson, StrategyJson, StrategyJson, StrategyJson];
    const order = async (): Promise<Record<string, number>> => {
      const goal = await readGoal(kit, tenant, goalId);
      return Object.fromEntries(goal.strategies.map(({ description, order: place }) => [description, place]));
    };
    expect((await update(tenant, last, { order: 2 })).order).toBe(2);
    expect(await order()).toEqual({ A: 1, D: 2, B: 3, C: 4 });
    await update(tenant, first, { order: 9 });
    expect(await order()).toEqual({ D: 2, B: 3, C: 4, A: 9 });
    await update(tenant, first, { order: 9 });
    expect(await order()).toEqual({ D: 2, B: 3, C: 4, A: 9 });
    await update(tenant, last, { order: 4 });
    expect(await order()).toMatchObject({ B: 3, D: 4, C: 5 });
  });

  kit.it(
    'updateStrategy.rules.3',
    'the verdict of Coaching can be stored, its score from 0 to 100',
    async () => {
      const tenant = await kit.tenant();
      const strategy = await strategyOfNewGoal(tenant);
      const verdict = { validationScore: 87.5, validationFeedback: 'Fits the vision' };
      expect(await update(tenant, strategy, verdict)).toMatchObject(verdict);
      const snake = { validation_score: 0, validation_feedback: 'Does not' };
      expect(await update(tenant, strategy, snake)).toMatchObject({
        validationScore: 0,
        validationFeedback: 'Does not',
      });
      expect(await update(tenant, strategy, { validationScore: 100 })).toMatchObject({
        validationScore: 100,
      });
      for (const validationScore of [-0.1, 100.1, 'high']) {
        const params = { goalId: strategy.goalId, strategyId: strategy.id };
        const answer = await kit.as(tenant, 'updateStrategy', { params, body: { validationScore } });
        expectInvalid(answer, 'validationScore');
      }
    },
  );

  kit.it('updateStrategy.404.STRATEGY_NOT_FOUND', 'a strategy is found in its own goal only', async () => {
    const tenant = await kit.tenant();
    const [one, two] = [await strategyOfNewGoal(tenant), await strategyOfNewGoal(tenant)];
    const body = { description: 'D' };
    for (const strategyId of [two.id, 'x', one.goalId]) {
      const params = { goalId: one.goalId, strategyId };
      expectError(await kit.as(tenant, 'updateStrategy', { params, body }), 404, 'STRATEGY_NOT_FOUND');
    }
  });

  kit.it('updateStrategy.404.GOAL_NOT_FOUND', 'the goal is looked for before the strategy', async () => {
    const tenant = await kit.tenant();
    const strategy = await strategyOfNewGoal(tenant);
    const params = { goalId: 'x', strategyId: strategy.id };
    const answer = await kit.as(tenant, 'updateStrategy', { params, body: { description: 'D' } });
    expectError(answer, 404, 'GOAL_NOT_FOUND');
  });

  kit.it('updateStrategy.422.VALIDATION_ERROR', 'members that are not acceptable are named', async () => {
    const tenant = await kit.tenant();
    const strategy = await strategyOfNewGoal(tenant);
    const params = { goalId: strategy.goalId, strategyId: strategy.id };
    const refused = async (body: object, ...members: string[]): Promise<void> =>
      expectInvalid(await kit.as(tenant, 'updateStrategy', { params, body }), ...members);
    await refused({ description: '' }, 'description');
    await refused({ description: 'x'.repeat(5001) }, 'description');
    await refused({ order: 0, status: 'done' }, 'order', 'status');
    await refused({ validation_score: 101 }, 'validation_score');
    const [kept] = (await readGoal(kit, tenant, strategy.goalId)).strategies;
    expect(kept).toEqual(strategy);
    const longest = 'x'.repeat(5000);
    expect((await update(tenant, strategy, { description: longest })).description).toBe(longest);
  });
});

const withoutMoment = ({ updatedAt: _at, ...rest }: StrategyJson & { updated_at?: string }): object => {
  const { updated_at: _, ...kept } = rest;
  return kept;
};
