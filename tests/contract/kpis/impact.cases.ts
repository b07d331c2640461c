import { expectError, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal, readGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { linkedKpi, linkKpi, newKpi, setMilestones, targetsOf } from '../harness/kpis';

interface ImpactJson {
  readonly kpiId: string;
  readonly kpiName: string;
  readonly affectedGoals: readonly {
    readonly goalId: string;
    readonly goalTitle: string;
    readonly impactLevel: string;
    readonly threshold: number | null;
    readonly currentAlignment: number;
  }[];
  readonly totalGoalsAffected: number;
}

contract('kpis/impact', (kit) => {
  rowsOfEveryEndpoint(kit, 'getCrossGoalImpact');

  const impactOf = async (tenant: Tenant, kpiId: string): Promise<ImpactJson> =>
    expectSuccess(await kit.as(tenant, 'getCrossGoalImpact', { params: { kpiId } }), 'getCrossGoalImpact');

  kit.it(
    ['getCrossGoalImpact.200', 'getCrossGoalImpact.rules.1'],
    'names each goal of the KPI with the threshold and how far it is',
    async () => {
      const tenant = await kit.tenant();
      const alone = await newKpi(kit, tenant);
      expect(await impactOf(tenant, alone.id)).toMatchObject({
        kpiId: alone.id,
        kpiName: 'Monthly Recurring Revenue',
        affectedGoals: [],
        totalGoalsAffected: 0,
      });
      const { kpi, goal } = await linkedKpi(kit, tenant, { currentValue: 85 });
      const other = await newGoal(kit, tenant, { title: 'Keep customers' });
      await linkKpi(kit, tenant, other.id, kpi.id, { thresholdPct: 60 });
      await setMilestones(kit, tenant, kpi.id, targetsOf({ '2026-03-31': 100 }));
      const { affectedGoals, totalGoalsAffected } = await impactOf(tenant, kpi.id);
      expect(affectedGoals).toMatchObject([
        { goalId: goal.id, goalTitle: 'Grow revenue', threshold: 80, currentAlignment: 85 },
        { goalId: other.id, goalTitle: 'Keep customers', threshold: 60, currentAlignment: 85 },
      ]);
      expect(totalGoalsAffected).toBe(2);
    },
  );

  kit.it(
    ['getCrossGoalImpact.rules.2', 'traction.formulas.impact.level'],
    'is high for the primary or only KPI of a goal, else medium where the link has a threshold, else low',
    async () => {
      const tenant = await kit.tenant();
      const { goal, kpi } = await linkedKpi(kit, tenant);
      const second = await newKpi(kit, tenant);
      await linkKpi(kit, tenant, goal.id, second.id);
      const levelOf = async (kpiId: string): Promise<unknown> =>
        (await impactOf(tenant, kpiId)).affectedGoals[0]?.impactLevel;
      expect(await levelOf(kpi.id)).toBe('high');
      expect(await levelOf(second.id)).toBe('medium');
      const params = { goalId: goal.id, kpiId: second.id };
      await kit.as(tenant, 'setKpiThreshold', { params, body: { thresholdPct: 0 } });
      expect(await levelOf(second.id)).toBe('low');
      await kit.as(tenant, 'unlinkKpi', { params: { goalId: goal.id }, body: { kpiId: kpi.id } });
      expect(await levelOf(second.id)).toBe('high');
    },
  );

  kit.it('getCrossGoalImpact.404.KPI_NOT_FOUND', 'is that of a KPI that is there', async () => {
    const answer = await kit.as(await kit.tenant(), 'getCrossGoalImpact', { params: { kpiId: 'x' } });
    expectError(answer, 404, 'KPI_NOT_FOUND');
  });

  kit.it(
    'traction.formulas.kpi.progress',
    'the progress of a KPI is its value beside the next milestone, else the last; of a goal at most 100',
    async () => {
      const tenant = await kit.tenant();
      const progress = async (body: object, targets: Record<string, number>): Promise<unknown[]> => {
        const { kpi, goal } = await linkedKpi(kit, tenant, body);
        await setMilestones(kit, tenant, kpi.id, targetsOf(targets), true);
        const { kpis, progress: ofGoal } = await readGoal(kit, tenant, goal.id);
        return [kpis[0]?.['progress'], ofGoal];
      };
      const up = { currentValue: 30, direction: 'up' };
      expect(await progress(up, { '2026-01-14': 10, '2026-01-15': 40, '2026-06-30': 90 })).toEqual([75, 75]);
      expect(await progress(up, { '2025-06-30': 10, '2025-12-31': 20 })).toEqual([150, 100]);
      const down = { currentValue: 80, direction: 'down' };
      expect(await progress(down, { '2026-03-31': 20 })).toEqual([25, 25]);
      expect(await progress(up, {}).then(([own]) => own)).toBeNull();
      expect(await progress({}, { '2026-03-31': 20 }).then(([own]) => own)).toBeNull();
    },
  );
});
