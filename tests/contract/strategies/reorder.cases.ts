import type { Answer } from '../harness/call';
import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal, newStrategy, readGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';

/** A goal with strategies of these names. */
interface Prepared {
  readonly tenant: Tenant;
  readonly goalId: string;
  /** The id of a strategy by its name. */
  readonly ids: Readonly<Record<string, string>>;
}

contract('strategies/reorder', (kit) => {
  rowsOfEveryEndpoint(kit, 'reorderStrategies');

  const prepare = async (...names: readonly string[]): Promise<Prepared> => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const ids: Record<string, string> = {};
    for (const name of names) ids[name] = (await newStrategy(kit, tenant, goalId, { description: name })).id;
    return { tenant, goalId, ids };
  };

  const reorder = ({ tenant, goalId }: Prepared, body: unknown): Promise<Answer> =>
    kit.as(tenant, 'reorderStrategies', { params: { goalId }, body });

  /** The names in their order, and the orders themselves. */
  const order = async ({ tenant, goalId }: Prepared): Promise<string> => {
    const { strategies } = await readGoal(kit, tenant, goalId);
    return strategies.map(({ description, order: place }) => `${description}${place}`).join(' ');
  };

  const orders = ({ ids }: Prepared, wanted: Readonly<Record<string, number>>): unknown[] =>
    Object.entries(wanted).map(([name, newOrder]) => ({ strategyId: ids[name], newOrder }));

  kit.it('reorderStrategies.200', 'all strategies of a goal get the places asked for', async () => {
    const goal = await prepare('A', 'B', 'C');
    const body = { goalId: goal.goalId, strategyOrders: orders(goal, { C: 1, A: 2, B: 3 }) };
    const answer = await reorder(goal, body);
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: { success: true } });
    expect(await order(goal)).toBe('C1 A2 B3');
  });

  describe('strategies that are not named', () => {
    for (const [wanted, expected] of [
      [{ D: 1 }, 'D1 A2 B3 C4'],
      [{ A: 3 }, 'B1 C2 A3 D4'],
      [{ D: 1, A: 4 }, 'D1 B2 C3 A4'],
      [{ B: 1, A: 2 }, 'B1 A2 C3 D4'],
      [{ A: 9 }, 'B1 C2 D3 A4'],
    ] as const) {
      kit.it('reorderStrategies.rules.1', `stand behind or between: ${JSON.stringify(wanted)}`, async () => {
        const goal = await prepare('A', 'B', 'C', 'D');
        const strategyOrders = orders(goal, wanted);
        expectSuccess(await reorder(goal, { strategyOrders }), 'reorderStrategies');
        expect(await order(goal)).toBe(expected);
      });
    }

    it('are numbered from 1 again where there was a gap', async () => {
      const goal = await prepare('A', 'B', 'C');
      const params = { goalId: goal.goalId, strategyId: goal.ids['A'] ?? '' };
      await kit.as(goal.tenant, 'deleteStrategy', { params });
      expectSuccess(await reorder(goal, { strategyOrders: orders(goal, { C: 1 }) }), 'reorderStrategies');
      expect(await order(goal)).toBe('C1 B2');
    });
  });

  kit.it('reorderStrategies.rules.2', 'a list of ids is a new order too', async () => {
    for (const member of ['strategyIds', 'strategy_ids']) {
      const goal = await prepare('A', 'B', 'C');
      const { A, B, C } = goal.ids;
      expectSuccess(await reorder(goal, { [member]: [C, A, B] }), 'reorderStrategies');
      expect(await order(goal)).toBe('C1 A2 B3');
    }
  });

  kit.it(
    ['reorderStrategies.twin.goalId', 'reorderStrategies.twin.strategyOrders'],
    'members count in either spelling, at depth too; the documented one wins',
    async () => {
      const goal = await prepare('A', 'B');
      const { A, B } = goal.ids;
      const snake = [
        { strategy_id: B, new_order: 1 },
        { strategy_id: A, new_order: 2 },
      ];
      const answer = await reorder(goal, { goal_id: goal.goalId, strategy_orders: snake });
      expectSuccess(answer, 'reorderStrategies');
      expect(await order(goal)).toBe('B1 A2');
      const both = { strategyOrders: orders(goal, { A: 1, B: 2 }), strategy_orders: snake };
      expectSuccess(await reorder(goal, both), 'reorderStrategies');
      expect(await order(goal)).toBe('A1 B2');
    },
  );

  it('ids may carry the prefix of their kind, in the body as in the path', async () => {
    const goal = await prepare('A', 'B');
    const { A = '', B = '' } = goal.ids;
    const prefixed = [
      { strategyId: `strategy_${B}`, newOrder: 1 },
      { strategyId: `strategy_${A}`, newOrder: 2 },
    ];
    const body = { goalId: `goal_${goal.goalId}`, strategyOrders: prefixed };
    expectSuccess(await reorder(goal, body), 'reorderStrategies');
    expect(await order(goal)).toBe('B1 A2');
    const other = await reorder(goal, { strategyIds: [`strategy_${A}`, B] });
    expectSuccess(other, 'reorderStrategies');
    expect(await order(goal)).toBe('A1 B2');
  });

  kit.it('reorderStrategies.404.STRATEGY_NOT_FOUND', 'an id of another goal changes nothing', async () => {
    const goal = await prepare('A', 'B');
    const other = await newGoal(kit, goal.tenant);
    const stranger = await newStrategy(kit, goal.tenant, other.id);
    for (const strategyId of [stranger.id, 'x']) {
      const strategyOrders = [...orders(goal, { B: 1 }), { strategyId, newOrder: 2 }];
      expectError(await reorder(goal, { strategyOrders }), 404, 'STRATEGY_NOT_FOUND');
      const strategyIds = [goal.ids['B'], strategyId];
      expectError(await reorder(goal, { strategyIds }), 404, 'STRATEGY_NOT_FOUND');
    }
    expect(await order(goal)).toBe('A1 B2');
  });

  kit.it('reorderStrategies.404.GOAL_NOT_FOUND', 'the goal is looked for before the strategies', async () => {
    const goal = await prepare('A');
    await kit.as(goal.tenant, 'deleteGoal', { params: { id: goal.goalId } });
    const strategyOrders = orders(goal, { A: 1 });
    expectError(await reorder(goal, { strategyOrders }), 404, 'GOAL_NOT_FOUND');
  });

  kit.it(
    'reorderStrategies.422.VALIDATION_ERROR',
    'what is not acceptable is named and changes nothing',
    async () => {
      const goal = await prepare('A', 'B');
      const { A, B } = goal.ids;
      const other = await newGoal(kit, goal.tenant);
      const refused = async (body: unknown, ...members: string[]): Promise<void> =>
        expectInvalid(await reorder(goal, body), ...members);
      const [first] = orders(goal, { A: 1 });
      await refused({}, 'strategyOrders');
      await refused(undefined, 'strategyOrders');
      await refused({ strategyOrders: [] }, 'strategyOrders');
      await refused({ strategy_orders: [] }, 'strategy_orders');
      await refused({ strategyIds: [] }, 'strategyIds');
      await refused({ strategyOrders: 'A' }, 'strategyOrders');
      await refused({ strategyOrders: orders(goal, { A: 1, B: 1 }) }, 'strategyOrders');
      await refused({ strategyOrders: [first, { strategyId: B, newOrder: 0 }] }, 'strategyOrders.1.newOrder');
      await refused({ strategyOrders: [{ strategy_id: A, new_order: -1 }] }, 'strategyOrders.0.new_order');
      await refused({ strategyOrders: [{ newOrder: 1 }] }, 'strategyOrders.0.strategyId');
      await refused({ goalId: other.id, strategyOrders: [first] }, 'goalId');
      await refused({ goal_id: other.id, strategyOrders: [first] }, 'goal_id');
      expect(await order(goal)).toBe('A1 B2');
    },
  );
});
