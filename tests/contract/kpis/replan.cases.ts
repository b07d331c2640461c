import { expectError, expectInvalid, expectSuccess } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { contract, type Tenant } from '../harness/kit';
import { newKpi, recordActual, setMilestones, setRule, targetsOf } from '../harness/kpis';

/** The plan expects 50,000 from January on. */
const EXPECTED = 50_000;
const DEFAULTS = {
  varianceThresholdPercentage: 10,
  consecutiveMissesRequired: 1,
  autoAdjustEnabled: false,
  adjustmentStrategy: 'maintain_final_goal',
  requireUserApproval: true,
  notifyOnTrigger: true,
  notificationRecipients: [],
};

contract('kpis/replan', (kit) => {
  rowsOfEveryEndpoint(kit, 'getReplanRule', 'updateReplanRule');

  const planned = async (tenant: Tenant): Promise<string> => {
    const { id } = await newKpi(kit, tenant, { currentValue: EXPECTED, currentValueDate: '2025-12-31' });
    const targets = { '2026-03-31': EXPECTED, '2026-06-30': EXPECTED };
    await setMilestones(kit, tenant, id, targetsOf(targets));
    return id;
  };

  describe('the rule of a KPI', () => {
    kit.it(
      ['getReplanRule.200', 'updateReplanRule.200', 'updateReplanRule.rules.1', 'updateReplanRule.rules.2'],
      'has defaults when it is new, and changes by what is sent',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const read = async (): Promise<object> =>
          expectSuccess(
            await kit.as(tenant, 'getReplanRule', { params: { sharedKpiId: id } }),
            'getReplanRule',
          );
        const created = await setRule(kit, tenant, id, { varianceThresholdPercentage: 12.5 });
        expect(created).toMatchObject({ ...DEFAULTS, kpiId: id, varianceThresholdPercentage: 12.5 });
        expect(await read()).toEqual(created);
        const changes = { consecutiveMissesRequired: 2, notificationRecipients: [tenant.userId] };
        const changed = await setRule(kit, tenant, id, { ...changes, autoAdjustEnabled: null });
        expect(changed).toMatchObject({ ...DEFAULTS, ...changes, varianceThresholdPercentage: 12.5 });
        expect(changed).toMatchObject({ id: (created as { id: string }).id });
      },
    );

    kit.it(
      Object.keys(DEFAULTS).map((name) => `updateReplanRule.twin.${name}`),
      'takes its members in either spelling',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const rule = await setRule(kit, tenant, id, {
          variance_threshold_percentage: 0,
          consecutive_misses_required: 3,
          auto_adjust_enabled: true,
          adjustment_strategy: 'proportional_shift',
          require_user_approval: false,
          notify_on_trigger: false,
          notification_recipients: ['someone'],
        });
        expect(rule).toMatchObject({
          varianceThresholdPercentage: 0,
          consecutiveMissesRequired: 3,
          autoAdjustEnabled: true,
          adjustmentStrategy: 'proportional_shift',
          requireUserApproval: false,
          notifyOnTrigger: false,
          notificationRecipients: ['someone'],
        });
      },
    );

    kit.it(
      [
        'getReplanRule.404.KPI_NOT_FOUND',
        'getReplanRule.404.REPLAN_RULE_NOT_FOUND',
        'updateReplanRule.404.KPI_NOT_FOUND',
      ],
      'is missing where the KPI is, or where none was made',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const ask = (sharedKpiId: string, endpointId = 'getReplanRule') =>
          kit.as(tenant, endpointId, { params: { sharedKpiId } });
        expectError(await ask('x'), 404, 'KPI_NOT_FOUND');
        expectError(await ask('x', 'updateReplanRule'), 404, 'KPI_NOT_FOUND');
        const { error } = expectError(await ask(id), 404, 'REPLAN_RULE_NOT_FOUND');
        expect(error).toBe('The KPI has no replan rule');
      },
    );

    kit.it(
      'updateReplanRule.422.VALIDATION_ERROR',
      'has shares from 0 to 100 and counts from 1',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newKpi(kit, tenant);
        const refused = async (body: object, ...members: string[]): Promise<void> => {
          const answer = await kit.as(tenant, 'updateReplanRule', { params: { sharedKpiId: id }, body });
          expectInvalid(answer, ...members);
        };
        await refused({ varianceThresholdPercentage: -1 }, 'varianceThresholdPercentage');
        await refused({ variance_threshold_percentage: 100.1 }, 'variance_threshold_percentage');
        await refused({ consecutiveMissesRequired: 0 }, 'consecutiveMissesRequired');
        await refused(
          { adjustmentStrategy: 'hope', autoAdjustEnabled: 1 },
          'adjustmentStrategy',
          'autoAdjustEnabled',
        );
        const answer = await kit.as(tenant, 'getReplanRule', { params: { sharedKpiId: id } });
        expectError(answer, 404, 'REPLAN_RULE_NOT_FOUND');
      },
    );
  });

  describe('a value beside its rule', () => {
    /** What is told of values between the two milestones, where the plan does not depend on them. */
    const flags = async (tenant: Tenant, id: string, ...values: number[]): Promise<unknown[]> => {
      const told: unknown[] = [];
      for (const [index, value] of values.entries()) {
        const day = `2026-04-${String(index + 1).padStart(2, '0')}`;
        const { actual } = await recordActual(kit, tenant, id, [day, value]);
        told.push([actual.replanThresholdExceeded, actual.triggersReplan]);
      }
      return told;
    };

    kit.it(
      'traction.formulas.replan.thresholdExceeded',
      'is a miss beyond the share to either side, and never without a rule',
      async () => {
        const tenant = await kit.tenant();
        const unruled = await planned(tenant);
        expect(await flags(tenant, unruled, 1)).toEqual([[false, false]]);
        for (const [value, isMiss] of [
          [45_000, false],
          [44_990, true],
          [55_000, false],
          [55_010, true],
        ] as const) {
          const id = await planned(tenant);
          await setRule(kit, tenant, id, {});
          expect(await flags(tenant, id, value)).toEqual([[isMiss, isMiss]]);
        }
      },
    );

    kit.it(
      'traction.formulas.replan.triggersReplan',
      'meets the rule when it is the last of as many misses in a row',
      async () => {
        const tenant = await kit.tenant();
        const id = await planned(tenant);
        await setRule(kit, tenant, id, { consecutiveMissesRequired: 2 });
        expect(await flags(tenant, id, 1, EXPECTED, 1, 1, 1, EXPECTED, 1)).toEqual([
          [true, false],
          [false, false],
          [true, false],
          [true, true],
          [true, true],
          [false, false],
          [true, false],
        ]);
      },
    );
  });
});
