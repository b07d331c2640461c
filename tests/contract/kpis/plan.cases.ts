import { measureOf } from '../../../subgraphs/traction/testing/rows';
import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { contract, type Tenant } from '../harness/kit';
import { newKpi, type PeriodJson, planOf, recordActual, setMilestones, targetsOf } from '../harness/kpis';

const BASELINE = { currentValue: 45_000, currentValueDate: '2025-12-31' };

contract('kpis/plan', (kit) => {
  rowsOfEveryEndpoint(kit, 'getKpiPlan');

  /** A KPI that stood at 100 at the end of 2025, with a plan that no endpoint can ask for. */
  const plannedBy = async (
    tenant: Tenant,
    interpolation: 'EXPONENTIAL' | 'STEP',
    targets: Readonly<Record<string, number>>,
    currentValue = 100,
  ): Promise<string> => {
    const { data } = await kit.inside('traction', tenant);
    const currentValueDate = new Date('2025-12-31T00:00:00Z');
    const { id } = await data.measures.insert(measureOf({ interpolation, currentValue, currentValueDate }));
    await setMilestones(kit, tenant, id, targetsOf(targets));
    return id;
  };

  const ends = (periods: readonly PeriodJson[]): number[] => periods.map(({ endValue }) => endValue);

  kit.it(
    ['getKpiPlan.200', 'getKpiPlan.rules.1', 'traction.formulas.plan.linear'],
    'a plan runs evenly from the baseline to the last milestone',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant, BASELINE);
      const targets = targetsOf({ '2026-03-31': 50_000, '2026-04-30': 51_000 });
      const { milestones } = await setMilestones(kit, tenant, id, targets);
      const plan = await planOf(kit, tenant, id);
      expect(plan.kpi).toMatchObject({
        id,
        name: 'Monthly Recurring Revenue',
        unit: 'USD',
        direction: 'up',
        currentValue: 45_000,
        currentDate: '2025-12-31',
        interpolationMethod: 'linear',
      });
      expect(plan.milestones).toEqual(milestones);
      const [first, second] = milestones;
      expect(plan.periods).toMatchObject([
        { periodType: 'monthly', periodStart: '2026-01-01', periodEnd: '2026-01-31', startValue: 45_000 },
        { periodStart: '2026-02-01', periodEnd: '2026-02-28', startValue: 46_666.67, endValue: 48_333.33 },
        { endValue: 50_000, interpolatedFromMilestones: [first?.id] },
        { periodEnd: '2026-04-30', endValue: 51_000, interpolatedFromMilestones: [first?.id, second?.id] },
      ]);
    },
  );

  it('is empty without milestones', async () => {
    const tenant = await kit.tenant();
    const { id } = await newKpi(kit, tenant, BASELINE);
    expect(await planOf(kit, tenant, id)).toMatchObject({
      milestones: [],
      periods: [],
      trajectory: { method: 'linear', totalChange: 0, averageMonthlyGrowth: 0 },
    });
  });

  kit.it('getKpiPlan.query.granularity', 'comes in periods of any length, months by default', async () => {
    const tenant = await kit.tenant();
    const { id } = await newKpi(kit, tenant, BASELINE);
    await setMilestones(kit, tenant, id, targetsOf({ '2026-03-31': 54_000 }));
    const counts = { daily: 90, weekly: 14, monthly: 3, quarterly: 1, yearly: 1 };
    for (const [granularity, count] of Object.entries(counts)) {
      const { periods } = await planOf(kit, tenant, id, granularity);
      expect({ granularity, count: periods.length }).toEqual({ granularity, count });
      expect(new Set(periods.map(({ periodType }) => periodType))).toEqual(new Set([granularity]));
      expect(periods.at(-1)?.endValue).toBe(54_000);
    }
    expect((await planOf(kit, tenant, id, 'daily')).periods[0]).toMatchObject({
      periodStart: '2026-01-01',
      periodEnd: '2026-01-01',
      endValue: 45_100,
    });
  });

  kit.it(
    [
      'getKpiPlan.rules.2',
      'traction.formulas.period.delta',
      'traction.formulas.period.growthRate',
      'traction.formulas.trajectory.totalChange',
      'traction.formulas.trajectory.averageMonthlyGrowth',
    ],
    'tells growth in percent with two decimals, as the documented example does',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant, BASELINE);
      await setMilestones(kit, tenant, id, targetsOf({ '2026-03-31': 50_000 }));
      const { periods, trajectory } = await planOf(kit, tenant, id);
      expect(periods.map(({ delta, growthRate }) => [delta, growthRate])).toEqual([
        [1666.67, 3.7],
        [1666.66, 3.57],
        [1666.67, 3.45],
      ]);
      expect(trajectory).toMatchObject({ method: 'linear', totalChange: 5000, averageMonthlyGrowth: 3.7 });
      const fromNothing = await newKpi(kit, tenant, { ...BASELINE, currentValue: 0 });
      await setMilestones(kit, tenant, fromNothing.id, targetsOf({ '2026-01-31': 10 }));
      const grown = await planOf(kit, tenant, fromNothing.id);
      expect(grown.periods).toMatchObject([{ delta: 10, growthRate: 0 }]);
      expect(grown.trajectory).toMatchObject({ totalChange: 10, averageMonthlyGrowth: 0 });
    },
  );

  kit.it(
    'traction.formulas.plan.baseline',
    'begins at the value measured nearest before the first milestone, else now, else at 0',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      await setMilestones(kit, tenant, id, targetsOf({ '2026-02-28': 200 }));
      const [created] = (await planOf(kit, tenant, id)).periods;
      expect(created).toMatchObject({ periodStart: '2026-01-01', startValue: 0 });
      await recordActual(kit, tenant, id, ['2026-03-10', 170]);
      expect((await planOf(kit, tenant, id)).periods).toEqual([]);
      await recordActual(kit, tenant, id, ['2025-10-31', 80]);
      await recordActual(kit, tenant, id, ['2025-12-31', 100]);
      const { periods } = await planOf(kit, tenant, id);
      expect(periods[0]).toMatchObject({ periodStart: '2026-01-01', startValue: 100 });
      expect(ends(periods)).toEqual([150, 200]);
    },
  );

  kit.it(
    'traction.formulas.plan.exponential',
    'grows by the same factor where it is exponential, and evenly where a value is not above 0',
    async () => {
      const tenant = await kit.tenant();
      const id = await plannedBy(tenant, 'EXPONENTIAL', { '2026-02-28': 400 });
      const plan = await planOf(kit, tenant, id);
      expect(plan.kpi).toMatchObject({ interpolationMethod: 'exponential' });
      expect(plan.trajectory).toMatchObject({ method: 'exponential' });
      expect(ends(plan.periods)).toEqual([200, 400]);
      const flat = await plannedBy(tenant, 'EXPONENTIAL', { '2026-02-28': 400 }, 0);
      expect(ends((await planOf(kit, tenant, flat)).periods)).toEqual([200, 400]);
    },
  );

  kit.it('traction.formulas.plan.step', 'holds until the milestone where it goes in steps', async () => {
    const tenant = await kit.tenant();
    const id = await plannedBy(tenant, 'STEP', { '2026-02-28': 400, '2026-04-30': 500 });
    expect(ends((await planOf(kit, tenant, id)).periods)).toEqual([100, 400, 400, 500]);
  });

  kit.it(
    ['getKpiPlan.404.KPI_NOT_FOUND', 'getKpiPlan.422.VALIDATION_ERROR'],
    'needs a granularity that is known, and a KPI that is there',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      for (const granularity of ['hourly', 'MONTHLY']) {
        const request = { params: { sharedKpiId: id }, query: { granularity } };
        expectInvalid(await kit.as(tenant, 'getKpiPlan', request), 'granularity');
      }
      const answer = await kit.as(tenant, 'getKpiPlan', { params: { sharedKpiId: 'x' } });
      expectError(answer, 404, 'KPI_NOT_FOUND');
    },
  );
});
