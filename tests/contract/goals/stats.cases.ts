import { linkOf, measureOf } from '../../../subgraphs/traction/testing/rows';
import { expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { goalIn, type GoalStatus, newGoal } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';

const stats = async (kit: Kit, tenant: Tenant): Promise<Record<string, unknown>> =>
  expectSuccess(await kit.as(tenant, 'getGoalStats'), 'getGoalStats');

const goalsIn = async (kit: Kit, tenant: Tenant, ...statuses: GoalStatus[]): Promise<void> => {
  for (const status of statuses) await goalIn(kit, tenant, status);
};

/** Links a goal with measures of these values, each with the target 100; no endpoint does yet. */
async function measure(kit: Kit, tenant: Tenant, goalId: string, ...values: number[]): Promise<void> {
  const context = await kit.inside('traction', tenant);
  await context.write(async ({ data }) => {
    for (const [index, currentValue] of values.entries()) {
      const { id } = await data.measures.insert(measureOf({ currentValue, targetValue: 100 }));
      await data.measureLinks.insert(linkOf({ goalId, measureId: id, order: index + 1 }));
    }
  });
}

contract('goals/stats', (kit) => {
  rowsOfEveryEndpoint(kit, 'getGoalStats');

  kit.it(
    ['getGoalStats.200', 'getGoalStats.rules.2'],
    'a tenant without goals has zeros everywhere',
    async () => {
      expect(await stats(kit, await kit.tenant())).toMatchObject({
        totalGoals: 0,
        activeGoals: 0,
        completedGoals: 0,
        goalsByStatus: { draft: 0, active: 0, completed: 0, paused: 0, cancelled: 0, archived: 0 },
        goalsByHorizon: { year: 0, quarter: 0, month: 0 },
        averageProgress: 0,
      });
    },
  );

  kit.it(
    'getGoalStats.rules.1',
    "every goal of the tenant counts in its status and its horizon, another tenant's and a deleted one nowhere",
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      await goalsIn(kit, other, 'active');
      await goalsIn(kit, tenant, 'active', 'active', 'completed', 'paused', 'cancelled', 'archived');
      for (const horizon of ['year', 'quarter', 'quarter', 'month']) await newGoal(kit, tenant, { horizon });
      const { id } = await newGoal(kit, tenant, { horizon: 'month', status: 'active' });
      await kit.as(tenant, 'deleteGoal', { params: { id } });
      expect(await stats(kit, tenant)).toMatchObject({
        totalGoals: 10,
        activeGoals: 2,
        completedGoals: 1,
        goalsByStatus: { draft: 4, active: 2, completed: 1, paused: 1, cancelled: 1, archived: 1 },
        goalsByHorizon: { year: 1, quarter: 2, month: 1 },
      });
    },
  );

  kit.it(
    'traction.formulas.stats.averageProgress',
    'the average is that of all goals but the cancelled and the archived, to one decimal',
    async () => {
      const tenant = await kit.tenant();
      await goalsIn(kit, tenant, 'completed', 'draft', 'cancelled', 'archived');
      expect(await stats(kit, tenant)).toMatchObject({ averageProgress: 50 });
      const { id } = await newGoal(kit, tenant);
      await measure(kit, tenant, id, 20, 60);
      expect(await stats(kit, tenant)).toMatchObject({ averageProgress: 46.7 });
    },
  );
});
