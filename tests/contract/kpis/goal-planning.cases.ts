import { expectError, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { linkKpi, newKpi, recordActual, setMilestones, sharedKpi, targetsOf } from '../harness/kpis';

interface PlanningJson {
  readonly goal: { readonly id: string; readonly name: string; readonly intent: string };
  readonly kpis: readonly Readonly<Record<string, unknown>>[];
}

contract('kpis/goal-planning', (kit) => {
  rowsOfEveryEndpoint(kit, 'getGoalKpiPlanning');

  const planningOf = async (tenant: Tenant, goalId: string): Promise<PlanningJson> =>
    expectSuccess(await kit.as(tenant, 'getGoalKpiPlanning', { params: { goalId } }), 'getGoalKpiPlanning');

  kit.it(
    ['getGoalKpiPlanning.200', 'getGoalKpiPlanning.rules.1'],
    'shows each KPI of the goal in its order, with the next milestone and the newest value',
    async () => {
      const tenant = await kit.tenant();
      const goal = await newGoal(kit, tenant, { title: 'Grow', intent: 'Half as much again' });
      const kpi = await newKpi(kit, tenant);
      const second = await newKpi(kit, tenant, { name: 'Churn' });
      await linkKpi(kit, tenant, goal.id, kpi.id);
      await linkKpi(kit, tenant, goal.id, second.id);
      const targets = { '2026-01-14': 1, '2026-01-15': 2, '2026-06-30': 3 };
      const { milestones } = await setMilestones(kit, tenant, kpi.id, targetsOf(targets));
      await recordActual(kit, tenant, kpi.id, ['2026-01-12', 42_000]);
      await recordActual(kit, tenant, kpi.id, ['2026-01-10', 41_000]);
      const { goal: brief, kpis } = await planningOf(tenant, goal.id);
      expect(brief).toEqual({ id: goal.id, name: 'Grow', intent: 'Half as much again' });
      expect(kpis).toMatchObject([
        {
          kpiId: kpi.id,
          unit: 'USD',
          isPrimary: true,
          currentValue: 42_000,
          currentDate: '2026-01-12',
          milestoneCount: 3,
          latestActual: { measurementDate: '2026-01-12', actualValue: 42_000 },
        },
        { kpiId: second.id, name: 'Churn', isPrimary: false, currentValue: null, milestoneCount: 0 },
      ]);
      expect(kpis[0]?.['nextMilestone']).toEqual(milestones[1]);
      expect(kpis[1]).toMatchObject({ nextMilestone: null, latestActual: null });
    },
  );

  kit.it('getGoalKpiPlanning.rules.2', 'names all goals of a KPI, this one included', async () => {
    const tenant = await kit.tenant();
    const { goalIds } = await sharedKpi(kit, tenant);
    const { kpis } = await planningOf(tenant, goalIds[1]);
    const [shared] = kpis;
    expect(shared).toMatchObject({ isShared: true });
    expect(shared?.['sharedGoals']).toEqual(
      expect.arrayContaining([
        { id: goalIds[0], name: 'Grow revenue' },
        { id: goalIds[1], name: 'Keep customers' },
      ]),
    );
  });

  kit.it('getGoalKpiPlanning.404.GOAL_NOT_FOUND', 'is that of a goal that is there', async () => {
    const answer = await kit.as(await kit.tenant(), 'getGoalKpiPlanning', { params: { goalId: 'x' } });
    expectError(answer, 404, 'GOAL_NOT_FOUND');
  });
});
