import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { changesOf } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import {
  actualsOf,
  asTargets,
  milestonesOf,
  newKpi,
  readKpi,
  type RecordedJson,
  recordActual,
  setMilestones,
  setRule,
  sharedKpi,
  targetsOf,
} from '../harness/kpis';

const BASELINE = { currentValue: 45_000, currentValueDate: '2025-12-31' };
/** What the plan expects in the tests of the replan rule. */
const EXPECTED = 50_000;
const BY_ITSELF = { autoAdjustEnabled: true, requireUserApproval: false };

contract('kpis/actuals', (kit) => {
  rowsOfEveryEndpoint(kit, 'recordActual');

  describe('a recorded value', () => {
    kit.it(
      'recordActual.201',
      'is answered with what the plan expected, and nothing else is done',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const body = { source: 'manual', sourceId: null, adjustmentStrategy: 'auto' };
        const recorded = await recordActual(kit, tenant, id, ['2026-01-10', 45_000.5], body);
        expect(recorded).toMatchObject({ adjustment: null, suggestions: [] });
        expect(recorded.actual).toMatchObject({
          kpiId: id,
          tenantId: tenant.tenantId,
          measurementDate: '2026-01-10',
          actualValue: 45_000.5,
          isManualOverride: false,
          overrideComment: null,
          autoAdjustmentApplied: false,
          recordedBy: tenant.userId,
        });
      },
    );

    kit.it(
      [
        'recordActual.rules.1',
        ...['measurementDate', 'actualValue', 'sourceId', 'adjustmentStrategy'].map(
          (name) => `recordActual.twin.${name}`,
        ),
      ],
      'names its source, which is manual unless another is sent',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const { actual } = await recordActual(kit, tenant, id, ['2026-01-10', 1]);
        expect(actual).toMatchObject({ dataSource: 'manual', sourceReferenceId: null });
        for (const source of ['manual', 'action', 'integration']) {
          const body = {
            measurement_date: '2026-01-11',
            actual_value: 2,
            source,
            source_id: 'a-1',
            adjustment_strategy: 'none',
          };
          const answer = await kit.as(tenant, 'recordActual', { params: { sharedKpiId: id }, body });
          const told = { dataSource: source, sourceReferenceId: 'a-1', actualValue: 2 };
          expect(answer.body).toMatchObject({ data: { actual: told } });
        }
      },
    );

    kit.it(
      [
        'recordActual.rules.2',
        'traction.formulas.actual.variance',
        'traction.formulas.actual.variancePercentage',
        'traction.formulas.actual.expectedValue',
      ],
      'is compared with the plan at its date',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant, BASELINE);
        const unplanned = (await recordActual(kit, tenant, id, ['2025-12-01', 44_000])).actual;
        expect(unplanned).toMatchObject({ expectedValue: null, variance: null, variancePercentage: null });
        await setMilestones(kit, tenant, id, targetsOf({ '2026-03-31': 54_000, '2026-06-30': 54_000 }));
        const between = (await recordActual(kit, tenant, id, ['2026-04-10', 55_080])).actual;
        expect(between).toMatchObject({ expectedValue: 54_000, variance: 1080, variancePercentage: 2 });
        const before = (await recordActual(kit, tenant, id, ['2026-01-30', 47_520])).actual;
        expect(before).toMatchObject({ expectedValue: 48_000, variance: -480, variancePercentage: -1 });
        const after = (await recordActual(kit, tenant, id, ['2027-01-01', 27_000])).actual;
        expect(after).toMatchObject({ expectedValue: 54_000, variance: -27_000, variancePercentage: -50 });
        const flags = { triggersReplan: false, replanThresholdExceeded: false };
        expect(after).toMatchObject(flags);
      },
    );

    it('has no share of an expectation of 0', async () => {
      const tenant = await kit.tenant();
      const { id } = await newKpi(kit, tenant);
      await setMilestones(kit, tenant, id, targetsOf({ '2025-12-01': 0 }));
      const { actual } = await recordActual(kit, tenant, id, ['2026-01-10', 5]);
      expect(actual).toMatchObject({ expectedValue: 0, variance: 5, variancePercentage: null });
    });

    kit.it(
      ['recordActual.rules.4', 'recordActual.rules.5'],
      'counts now unless the present one is of a later date; of one date the later recorded one does',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant, { currentValue: 10, currentValueDate: '2026-01-05' });
        const steps: readonly [string, number, number][] = [
          ['2026-01-04', 11, 10],
          ['2026-01-05', 12, 12],
          ['2026-01-07', 13, 13],
          ['2026-01-06', 14, 13],
          ['2026-01-07', 15, 15],
        ];
        for (const [date, value, current] of steps) {
          await recordActual(kit, tenant, id, [date, value]);
          expect(await readKpi(kit, tenant, id)).toMatchObject({ currentValue: current });
        }
        const sameDay = (await actualsOf(kit, tenant, id)).filter(
          ({ measurementDate }) => measurementDate === '2026-01-07',
        );
        expect(sameDay.map(({ actualValue }) => actualValue)).toEqual([15, 13]);
      },
    );

    kit.it(
      'recordActual.rules.6',
      'is told to the stream of every goal of the KPI, and once in the recent activity',
      async () => {
        const tenant = await kit.tenant();
        const { kpi, goalIds } = await sharedKpi(kit, tenant);
        await recordActual(kit, tenant, kpi.id, ['2026-01-10', 45_000]);
        for (const goalId of goalIds) {
          const told = (await changesOf(kit, tenant, goalId)).filter(({ kind }) => kind === 'value_recorded');
          expect(told.map(({ visibleIn }) => visibleIn)).toEqual([['stream']]);
        }
        const { body } = await kit.as(tenant, 'listRecentActivity');
        const items = (body as { data: { type: string; entityId: string; entityType: string }[] }).data;
        expect(items.filter(({ type }) => type === 'kpi_updated')).toMatchObject([
          { entityId: kpi.id, entityType: 'kpi', entityTitle: kpi.name },
        ]);
      },
    );

    kit.it(
      ['recordActual.404.KPI_NOT_FOUND', 'recordActual.422.VALIDATION_ERROR'],
      'needs a KPI, a day and a number',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const post = (sharedKpiId: string, body: object) =>
          kit.as(tenant, 'recordActual', { params: { sharedKpiId }, body });
        const refused = async (body: object, ...members: string[]): Promise<void> =>
          expectInvalid(await post(id, body), ...members);
        const good = { measurementDate: '2026-01-10', actualValue: 1 };
        expectError(await post('x', good), 404, 'KPI_NOT_FOUND');
        await refused({}, 'measurementDate', 'actualValue');
        await refused(
          { measurement_date: '10.01.2026', actual_value: '1' },
          'measurement_date',
          'actual_value',
        );
        await refused(
          { ...good, source: 'Automated', adjustmentStrategy: 'later' },
          'source',
          'adjustmentStrategy',
        );
        expect(await actualsOf(kit, tenant, id)).toEqual([]);
      },
    );
  });

  describe('a value that meets the rule', () => {
    const miss = (tenant: Tenant, id: string, adjustmentStrategy?: string): Promise<RecordedJson> =>
      recordActual(kit, tenant, id, ['2026-01-15', 40_000], adjustmentStrategy ? { adjustmentStrategy } : {});

    const planned = async (tenant: Tenant): Promise<string> => {
      const { id } = await newKpi(kit, tenant, { currentValue: EXPECTED, currentValueDate: '2025-12-31' });
      const targets = { '2026-03-31': EXPECTED, '2026-06-30': EXPECTED };
      await setMilestones(kit, tenant, id, targetsOf(targets));
      return id;
    };

    kit.it(
      'recordActual.rules.3',
      'adjusts the plan where it was told to, the rule does so by itself, and nobody must agree',
      async () => {
        const tenant = await kit.tenant();
        const id = await planned(tenant);
        await setRule(kit, tenant, id, BY_ITSELF);
        const { actual, adjustment, suggestions } = await miss(tenant, id, 'auto');
        expect(actual).toMatchObject({ triggersReplan: true, autoAdjustmentApplied: true });
        expect(adjustment).toMatchObject({
          adjustmentType: 'milestone_updated',
          triggerReason: 'actual_variance',
          basedOnActualId: actual.id,
          triggerVariancePercentage: -20,
          adjustmentStrategy: 'maintain_final_goal',
        });
        expect(suggestions).toEqual([]);
        const newMilestones = asTargets(adjustment?.newMilestones ?? []);
        expect(asTargets(await milestonesOf(kit, tenant, id))).toEqual(newMilestones);
        expect(newMilestones['2026-06-30']).toBe(EXPECTED);
        expect(newMilestones['2026-03-31']).toBeLessThan(EXPECTED);
      },
    );

    it.each([
      ['auto', { autoAdjustEnabled: false, requireUserApproval: false }],
      ['auto', { autoAdjustEnabled: true, requireUserApproval: true }],
      ['none', BY_ITSELF],
      [undefined, BY_ITSELF],
    ])('does nothing when it was told %s with %j', async (mode, rule) => {
      const tenant = await kit.tenant();
      const id = await planned(tenant);
      await setRule(kit, tenant, id, rule);
      const recorded = await miss(tenant, id, mode);
      expect(recorded).toMatchObject({ adjustment: null, suggestions: [] });
      expect(recorded.actual).toMatchObject({ triggersReplan: true, autoAdjustmentApplied: false });
    });

    it('suggests adjustments when it was told to do so, and leaves the plan', async () => {
      const tenant = await kit.tenant();
      const id = await planned(tenant);
      await setRule(kit, tenant, id, BY_ITSELF);
      const { adjustment, suggestions } = await miss(tenant, id, 'manual');
      expect(adjustment).toBeNull();
      expect(suggestions.map(({ adjustmentStrategy }) => adjustmentStrategy)).toEqual([
        'maintain_final_goal',
        'proportional_shift',
      ]);
      expect(suggestions[1]?.newMilestones).toMatchObject(
        targetsOf({ '2026-03-31': 40_000, '2026-06-30': 40_000 }),
      );
      const kept = { '2026-03-31': EXPECTED, '2026-06-30': EXPECTED };
      expect(asTargets(await milestonesOf(kit, tenant, id))).toEqual(kept);
    });
  });
});
