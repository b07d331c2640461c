import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { contract, type Tenant } from '../harness/kit';
import {
  type AdjustmentJson,
  alertsOf,
  asTargets,
  type MilestoneJson,
  milestonesOf,
  newKpi,
  type PeriodJson,
  planOf,
  recordActual,
  setMilestones,
  sharedKpi,
  targetsOf,
} from '../harness/kpis';

interface AdjustedJson {
  readonly adjustment: AdjustmentJson;
  readonly updatedMilestones: readonly MilestoneJson[];
  readonly recalculatedPeriods: readonly PeriodJson[];
}

const BASELINE = { currentValue: 45_000, currentValueDate: '2025-12-31' };
const TARGETS = { '2026-03-31': 50_000, '2026-06-30': 60_000 };
const MAINTAIN = { strategy: 'maintain_final_goal', rationale: 'A slow start' };

contract('kpis/adjust', (kit) => {
  rowsOfEveryEndpoint(kit, 'adjustKpiPlan');

  const adjust = async (tenant: Tenant, sharedKpiId: string, body: object): Promise<AdjustedJson> =>
    expectSuccess(await kit.as(tenant, 'adjustKpiPlan', { params: { sharedKpiId }, body }), 'adjustKpiPlan');

  /** A planned KPI that stood at 40,000 at the end of January, where 46,722.22 were expected. */
  const late = async (tenant: Tenant, id?: string): Promise<{ id: string; actualId: string }> => {
    const kpiId = id ?? (await newKpi(kit, tenant, BASELINE)).id;
    await setMilestones(kit, tenant, kpiId, targetsOf(TARGETS));
    const { actual } = await recordActual(kit, tenant, kpiId, ['2026-01-31', 40_000]);
    return { id: kpiId, actualId: actual.id };
  };

  kit.it(
    ['adjustKpiPlan.200', 'traction.formulas.adjust.maintain_final_goal'],
    'the last milestone stays, and those before it lie on the line from the value to it',
    async () => {
      const tenant = await kit.tenant();
      const { id, actualId } = await late(tenant);
      const before = await milestonesOf(kit, tenant, id);
      const { adjustment, updatedMilestones, recalculatedPeriods } = await adjust(tenant, id, {
        ...MAINTAIN,
        basedOnActualId: actualId,
      });
      const adjusted = { '2026-03-31': 47_866.67, '2026-06-30': 60_000 };
      expect(asTargets(updatedMilestones)).toEqual(adjusted);
      expect(updatedMilestones).toEqual(await milestonesOf(kit, tenant, id));
      expect(adjustment).toMatchObject({
        kpiId: id,
        effectiveDate: '2026-01-15',
        adjustmentType: 'milestone_updated',
        triggerReason: 'actual_variance',
        basedOnActualId: actualId,
        triggerVariancePercentage: -14.39,
        affectedMilestoneIds: [before[0]?.id],
        affectedGoalIds: [],
        adjustmentStrategy: 'maintain_final_goal',
        adjustmentNotes: 'A slow start',
        createdBy: tenant.userId,
        recalculatedPeriodCount: recalculatedPeriods.length,
      });
      expect(asTargets(adjustment.previousMilestones)).toEqual(TARGETS);
      expect(asTargets(adjustment.newMilestones)).toEqual(adjusted);
      const { periods } = await planOf(kit, tenant, id);
      expect(periods).toEqual(expect.arrayContaining([...recalculatedPeriods]));
      expect(recalculatedPeriods.length).toBeGreaterThan(0);
    },
  );

  kit.it(
    ['traction.formulas.adjust.proportional_shift', 'adjustKpiPlan.rules.1'],
    'all later milestones change as the value differs from the expected one',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await late(tenant);
      const body = { adjustmentType: 'proportional_shift', rationale: 'A smaller market' };
      const { updatedMilestones, adjustment } = await adjust(tenant, id, body);
      expect(asTargets(updatedMilestones)).toEqual({ '2026-03-31': 42_806.19, '2026-06-30': 51_367.42 });
      expect(adjustment).toMatchObject({ adjustmentStrategy: 'proportional_shift' });
    },
  );

  kit.it(
    'traction.formulas.adjust.custom',
    'later milestones give way to those that are sent; earlier ones stay',
    async () => {
      const tenant = await kit.tenant();
      const { id, actualId } = await late(tenant);
      await setMilestones(kit, tenant, id, targetsOf({ '2026-01-10': 45_500 }));
      const customMilestones = [{ milestoneDate: '2026-09-30', targetValue: 55_000, description: 'Autumn' }];
      const body = { strategy: 'custom', rationale: 'R', basedOnActualId: actualId, customMilestones };
      const { updatedMilestones } = await adjust(tenant, id, body);
      expect(asTargets(updatedMilestones)).toEqual({ '2026-01-10': 45_500, '2026-09-30': 55_000 });
      expect(updatedMilestones[1]).toMatchObject({ label: 'Autumn' });
    },
  );

  kit.it(
    ['adjustKpiPlan.rules.2', 'adjustKpiPlan.twin.basedOnActualId', 'adjustKpiPlan.twin.customMilestones'],
    'the newest value is the basis unless another one is named',
    async () => {
      const tenant = await kit.tenant();
      const { id, actualId } = await late(tenant);
      const newest = await recordActual(kit, tenant, id, ['2026-02-10', 41_000]);
      expect((await adjust(tenant, id, MAINTAIN)).adjustment).toMatchObject({
        basedOnActualId: newest.actual.id,
      });
      const named = await adjust(tenant, id, { ...MAINTAIN, based_on_actual_id: actualId });
      expect(named.adjustment).toMatchObject({ basedOnActualId: actualId });
      const custom_milestones = [{ milestone_date: '2026-12-31', target_value: 1 }];
      const custom = await adjust(tenant, id, { strategy: 'custom', rationale: 'R', custom_milestones });
      expect(asTargets(custom.updatedMilestones)).toEqual({ '2026-12-31': 1 });
    },
  );

  kit.it('adjustKpiPlan.rules.3', 'the goals of the KPI are named, and several are alerted', async () => {
    const tenant = await kit.tenant();
    const { kpi, goalIds } = await sharedKpi(kit, tenant, BASELINE);
    await late(tenant, kpi.id);
    const { adjustment } = await adjust(tenant, kpi.id, MAINTAIN);
    expect([...adjustment.affectedGoalIds].sort()).toEqual([...goalIds].sort());
    const [alert] = await alertsOf(kit, tenant);
    expect(alert).toMatchObject({ kpiId: kpi.id, adjustmentId: adjustment.id, status: 'pending' });
  });

  kit.it(
    ['adjustKpiPlan.404.KPI_NOT_FOUND', 'adjustKpiPlan.404.ACTUAL_NOT_FOUND'],
    'the KPI and the value must be there, and belong together',
    async () => {
      const tenant = await kit.tenant();
      const [one, other] = [await late(tenant), await late(tenant)];
      const post = (sharedKpiId: string, basedOnActualId: string) =>
        kit.as(tenant, 'adjustKpiPlan', { params: { sharedKpiId }, body: { ...MAINTAIN, basedOnActualId } });
      expectError(await post('x', one.actualId), 404, 'KPI_NOT_FOUND');
      expectError(await post(one.id, other.actualId), 404, 'ACTUAL_NOT_FOUND');
      expectError(await post(one.id, 'x'), 404, 'ACTUAL_NOT_FOUND');
      expect(asTargets(await milestonesOf(kit, tenant, one.id))).toEqual(TARGETS);
    },
  );

  it('a KPI that was never measured has nothing to begin from, in words of KPIs', async () => {
    const tenant = await kit.tenant();
    const { id: sharedKpiId } = await newKpi(kit, tenant);
    const answer = await kit.as(tenant, 'adjustKpiPlan', { params: { sharedKpiId }, body: MAINTAIN });
    expect(expectError(answer, 404, 'ACTUAL_NOT_FOUND').error).toBe('There is no value to begin from');
  });

  kit.it('adjustKpiPlan.422.VALIDATION_ERROR', 'members that are not acceptable are named', async () => {
    const tenant = await kit.tenant();
    const { id } = await late(tenant);
    const refused = async (body: object, ...members: string[]): Promise<void> => {
      const answer = await kit.as(tenant, 'adjustKpiPlan', { params: { sharedKpiId: id }, body });
      expectInvalid(answer, ...members);
    };
    await refused({}, 'strategy', 'rationale');
    await refused({ ...MAINTAIN, strategy: 'hope' }, 'strategy');
    await refused({ ...MAINTAIN, rationale: 'x'.repeat(1001) }, 'rationale');
    await refused({ strategy: 'custom', rationale: 'R' }, 'customMilestones');
    await refused({ strategy: 'custom', rationale: 'R', custom_milestones: [] }, 'custom_milestones');
    const customMilestones = [{ targetValue: 'high' }];
    const places = ['customMilestones.0.milestoneDate', 'customMilestones.0.targetValue'];
    await refused({ strategy: 'custom', rationale: 'R', customMilestones }, ...places);
  });
});
