import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { contract } from '../harness/kit';
import { asTargets, milestonesOf, newKpi, setMilestones, sharedKpi, targetsOf } from '../harness/kpis';

const FULL = {
  milestoneDate: '2026-03-31',
  targetValue: 50_000,
  label: 'Q1 Target',
  confidenceLevel: 4,
  rationale: 'Follows the earlier trend',
};

contract('kpis/milestones', (kit) => {
  rowsOfEveryEndpoint(kit, 'getMilestones', 'setMilestones');

  describe('milestones', () => {
    kit.it(
      ['getMilestones.200', 'getMilestones.rules.1'],
      'are read by date, with what was said of them',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        expect(await milestonesOf(kit, tenant, id)).toEqual([]);
        await setMilestones(kit, tenant, id, [{ milestoneDate: '2026-06-30', targetValue: 60_000.5 }, FULL]);
        const [first, second] = await milestonesOf(kit, tenant, id);
        expect(first).toMatchObject({ ...FULL, kpiId: id, createdBy: tenant.userId });
        expect(second).toMatchObject({ targetValue: 60_000.5, label: null, confidenceLevel: null });
      },
    );

    kit.it(
      ['getMilestones.404.KPI_NOT_FOUND', 'setMilestones.404.KPI_NOT_FOUND'],
      'belong to a KPI that is there',
      async () => {
        const tenant = await kit.tenant();
        const params = { sharedKpiId: 'x' };
        expectError(await kit.as(tenant, 'getMilestones', { params }), 404, 'KPI_NOT_FOUND');
        const answer = await kit.as(tenant, 'setMilestones', { params, body: { milestones: [FULL] } });
        expectError(answer, 404, 'KPI_NOT_FOUND');
      },
    );
  });

  describe('setting milestones', () => {
    kit.it(
      ['setMilestones.200', 'setMilestones.rules.4'],
      'answers the milestones, the plan in three granularities, and what has changed',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant, { currentValue: 45_000, currentValueDate: '2025-12-31' });
        const set = await setMilestones(kit, tenant, id, [FULL]);
        expect(set.milestones).toEqual(await milestonesOf(kit, tenant, id));
        const { monthly, quarterly, yearly } = set.interpolatedPeriods;
        expect(monthly.map(({ endValue }) => endValue)).toEqual([46_666.67, 48_333.33, 50_000]);
        expect(quarterly).toMatchObject([
          { periodType: 'quarterly', periodEnd: '2026-03-31', endValue: 50_000 },
        ]);
        expect(yearly).toMatchObject([{ periodType: 'yearly', periodEnd: '2026-12-31', endValue: 50_000 }]);
        expect(set.impactAnalysis).toMatchObject({
          changedMilestones: 1,
          affectedPeriods: 3,
          crossGoalAlert: null,
        });
        const three = targetsOf({ '2026-03-31': 51_000, '2026-06-30': 60_000 });
        const merged = await setMilestones(kit, tenant, id, three);
        expect(merged.impactAnalysis).toMatchObject({ changedMilestones: 2, affectedPeriods: 6 });
        const cleared = await setMilestones(kit, tenant, id, targetsOf({ '2026-03-31': 51_000 }), true);
        expect(cleared.impactAnalysis).toMatchObject({ changedMilestones: 1, affectedPeriods: 3 });
        const same = await setMilestones(kit, tenant, id, targetsOf({ '2026-03-31': 51_000 }));
        expect(same.impactAnalysis).toMatchObject({ changedMilestones: 0, affectedPeriods: 0 });
      },
    );

    kit.it(
      ['setMilestones.rules.1', 'setMilestones.twin.replaceAll'],
      'merges by date, or leaves nothing but what is sent',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        await setMilestones(kit, tenant, id, targetsOf({ '2026-03-31': 1, '2026-06-30': 2 }));
        const [kept] = await milestonesOf(kit, tenant, id);
        await setMilestones(kit, tenant, id, targetsOf({ '2026-03-31': 3, '2026-09-30': 4 }), false);
        const merged = await milestonesOf(kit, tenant, id);
        expect(asTargets(merged)).toEqual({ '2026-03-31': 3, '2026-06-30': 2, '2026-09-30': 4 });
        expect(merged[0]?.id).toBe(kept?.id);
        await setMilestones(kit, tenant, id, targetsOf({ '2026-06-30': 5 }), true);
        expect(asTargets(await milestonesOf(kit, tenant, id))).toEqual({ '2026-06-30': 5 });
        const params = { sharedKpiId: id };
        const body = { milestones: [], replace_all: true };
        expect((await kit.as(tenant, 'setMilestones', { params, body })).status).toBe(200);
        expect(await milestonesOf(kit, tenant, id)).toEqual([]);
      },
    );

    kit.it('setMilestones.rules.2', 'takes the label as description too', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      const { label: _label, ...rest } = FULL;
      const { milestones } = await setMilestones(kit, tenant, id, [{ ...rest, description: 'Spring' }]);
      expect(milestones).toMatchObject([{ label: 'Spring' }]);
    });

    kit.it(
      ['setMilestones.rules.3', 'traction.formulas.milestone.confidenceLevel'],
      'takes confidence as a fraction, a level or a percentage, and answers a level',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const { data } = await kit.inside('traction', tenant);
        const cases = [
          [0.85, 85, 4],
          [1, 20, 1],
          [4, 80, 4],
          [2.5, 50, 3],
          [6, 6, 1],
          [55, 55, 3],
          [100, 100, 5],
        ] as const;
        for (const [confidenceLevel, stored, shown] of cases) {
          const { milestones } = await setMilestones(kit, tenant, id, [{ ...FULL, confidenceLevel }], true);
          expect(milestones).toMatchObject([{ confidenceLevel: shown }]);
          expect(await data.targets.find({ measureId: id })).toMatchObject([{ confidence: stored }]);
        }
      },
    );

    kit.it('setMilestones.rules.5', 'raises an alert where two goals depend on the KPI', async () => {
      const tenant = await kit.tenant();
      const { kpi, goalIds } = await sharedKpi(kit, tenant);
      const { impactAnalysis } = await setMilestones(kit, tenant, kpi.id, [FULL]);
      expect(impactAnalysis.crossGoalAlert).toMatchObject({
        kpiId: kpi.id,
        status: 'pending',
        adjustmentId: null,
        affectedGoals: goalIds.map((goalId) => ({ goalId, threshold: 80 })),
      });
    });

    kit.it('setMilestones.422.VALIDATION_ERROR', 'names what is not acceptable', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      const params = { sharedKpiId: id };
      const refused = async (body: object, ...members: string[]): Promise<void> =>
        expectInvalid(await kit.as(tenant, 'setMilestones', { params, body }), ...members);
      const item = (more: object): object => ({ milestones: [{ ...FULL, ...more }] });
      await refused({}, 'milestones');
      await refused({ milestones: [] }, 'milestones');
      await refused({ milestones: [{}] }, 'milestones.0.milestoneDate', 'milestones.0.targetValue');
      await refused(item({ milestoneDate: '31.03.2026' }), 'milestones.0.milestoneDate');
      await refused({ milestones: [FULL, FULL] }, 'milestones.1.milestoneDate');
      await refused(item({ label: 'x'.repeat(201) }), 'milestones.0.label');
      await refused(item({ rationale: 'x'.repeat(1001) }), 'milestones.0.rationale');
      await refused(item({ confidenceLevel: -0.1 }), 'milestones.0.confidenceLevel');
      await refused(
        { milestones: [{ ...FULL, confidenceLevel: undefined, confidence_level: 101 }] },
        'milestones.0.confidence_level',
      );
      expect(await milestonesOf(kit, tenant, id)).toEqual([]);
    });
  });
});
