import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { contract, type Kit, type Tenant } from '../harness/kit';
import {
  type EntryJson,
  MALFORMED,
  momentOf,
  newActual,
  newLink,
  newMeasure,
  newTarget,
  NO_ID,
  withMember,
} from '../harness/measures';

const DAY_SECONDS = 86_400;
const OUT_OF_ORDER = 'optimalValue must be >= targetValue and targetValue must be >= minimalValue';
const DATE = '2030-12-31T00:00:00Z';
const LONG = 'x'.repeat(1001);

const targetsOf = async (
  kit: Kit,
  tenant: Tenant,
  measureId: string,
): Promise<{ targets: EntryJson[]; totalCount: number }> =>
  expectSuccess(await kit.as(tenant, 'listMeasureTargets', { params: { measureId } }), 'listMeasureTargets');

contract('measures/targets', (kit) => {
  rowsOfEveryEndpoint(
    kit,
    'listMeasureTargets',
    'createMeasureTarget',
    'updateMeasureTarget',
    'deleteMeasureTarget',
  );

  kit.it(
    [
      'createMeasureTarget.201',
      'createMeasureTarget.rules.1',
      'createMeasureTarget.rules.2',
      'measures.open.singleRecord',
    ],
    'a target is one record of expected value, stretch and floor',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const told = { label: 'Q4 2030', confidenceLevel: 80, rationale: 'Pipeline' };
      const values = { optimalValue: 60_000, minimalValue: 45_000.5 };
      const periodStartDate = '2030-12-01T00:00:00Z';
      const body = { targetValue: 50_000, targetDate: DATE, periodStartDate, ...values, ...told };
      const target = await newTarget(kit, tenant, measureId, body);
      const moment = momentOf(kit);
      expect(target).toEqual({
        id: target.id,
        measureId,
        dataCategory: 'Target',
        actualSubtype: null,
        postValue: 50_000,
        postDate: DATE,
        measuredPeriodStartDate: periodStartDate,
        ...values,
        ...told,
        originalValue: null,
        isManualOverride: false,
        overrideComment: null,
        dataSource: null,
        sourceReferenceId: null,
        createdAt: moment,
        updatedAt: moment,
      });
    },
  );

  kit.it(
    ['listMeasureTargets.200', 'listMeasureTargets.rules.1', 'listMeasureTargets.rules.2'],
    'all targets of a measure are shown, whichever link they are asked by',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const [late, early] = [
        await newTarget(kit, tenant, measureId, { targetDate: '2031-01-01T00:00:00Z' }),
        await newTarget(kit, tenant, measureId, { targetDate: DATE }),
      ];
      const all = await targetsOf(kit, tenant, measureId);
      expect(all).toEqual({ measureId, targets: [early, late], totalCount: 2 });
      const { id: linkId } = await newLink(kit, tenant, measureId);
      const path = '/measure-links/{linkId}/targets';
      const answer = await kit.as(tenant, 'listMeasureTargets', { params: { linkId }, path });
      expect(expectSuccess(answer, 'listMeasureTargets')).toEqual(all);
    },
  );

  kit.it(
    ['updateMeasureTarget.200', 'updateMeasureTarget.rules.1'],
    'a change leaves what is absent or null, and the date',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const target = await newTarget(kit, tenant, measureId, { label: 'First' });
      kit.clock.advance(1);
      const body = { targetValue: 110, optimalValue: 120, label: null, targetDate: DATE };
      const params = { measureId, targetId: target.id };
      const answer = await kit.as(tenant, 'updateMeasureTarget', { params, body });
      const changes = { postValue: 110, optimalValue: 120, updatedAt: momentOf(kit) };
      expect(expectSuccess(answer, 'updateMeasureTarget')).toEqual({ ...target, ...changes });
    },
  );

  kit.it(
    ['deleteMeasureTarget.200', 'deleteMeasureTarget.rules.1'],
    'a deleted target is out of sight; values and links stay',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      await newActual(kit, tenant, measureId);
      const { id: targetId } = await newTarget(kit, tenant, measureId);
      const answer = await kit.as(tenant, 'deleteMeasureTarget', { params: { measureId, targetId } });
      const message = 'Target deleted successfully';
      expect(expectSuccess(answer, 'deleteMeasureTarget')).toEqual({ message });
      expect(await targetsOf(kit, tenant, measureId)).toEqual({ measureId, targets: [], totalCount: 0 });
      const { data } = await kit.inside('traction', tenant);
      expect(await data.actuals.count({ measureId })).toBe(1);
    },
  );

  kit.it(
    'measures.open.targetValue',
    'progress is beside the next target, else the last one, else the target value of the measure',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant, { currentValue: 50, targetValue: 200 });
      const { id: linkId } = await newLink(kit, tenant, id);
      const progress = async (): Promise<unknown> => {
        const answer = await kit.as(tenant, 'getMeasureLink', { params: { linkId } });
        return expectSuccess<{ progress: { progressPercentage: number } }>(answer, 'getMeasureLink').progress
          .progressPercentage;
      };
      expect(await progress()).toBe(25);
      await newTarget(kit, tenant, id, { targetValue: 80, targetDate: momentOf(kit, -DAY_SECONDS) });
      expect(await progress()).toBe(62.5);
      await newTarget(kit, tenant, id, { targetValue: 100, targetDate: momentOf(kit, DAY_SECONDS) });
      expect(await progress()).toBe(50);
    },
  );

  describe('refusing', () => {
    const good = async (tenant: Tenant) => {
      const { id: measureId } = await newMeasure(kit, tenant);
      return { params: { measureId }, body: { targetValue: 50, targetDate: DATE } };
    };

    kit.it(
      ['createMeasureTarget.400.1', 'createMeasureTarget.400.2', 'createMeasureTarget.422.1'],
      'is 400 for what is missing or malformed, and 422 for what is out of bounds',
      async () => {
        const tenant = await kit.tenant();
        const refused = withMember(kit, tenant, 'createMeasureTarget', await good(tenant));
        for (const none of [undefined, null]) {
          expectNullData(await refused('targetValue', none), 400, 'TargetValue is required');
          expectNullData(await refused('targetDate', none), 400, 'TargetDate is required');
        }
        for (const member of ['targetValue', 'targetDate', 'optimalValue', 'confidenceLevel', 'label']) {
          const complaint = expect.stringMatching(new RegExp(`^${member} must be `)) as unknown;
          expectNullData(await refused(member, {}), 400, complaint);
        }
        for (const level of [-1, 101]) {
          const text = 'Confidence level must be between 0 and 100';
          expectNullData(await refused('confidenceLevel', level), 422, text);
        }
        expectNullData(await refused('label', LONG), 422, 'Label must be 1000 characters or less');
        expectNullData(await refused('rationale', LONG), 422, 'Rationale must be 1000 characters or less');
      },
    );

    kit.it(
      ['createMeasureTarget.400.3', 'updateMeasureTarget.400.1', 'measures.open.orderRule'],
      'is 400 for values out of order, each extreme also alone; less is better where it should decrease',
      async () => {
        const tenant = await kit.tenant();
        const request = await good(tenant);
        const refused = withMember(kit, tenant, 'createMeasureTarget', request);
        expectNullData(await refused('optimalValue', 49), 400, OUT_OF_ORDER);
        expectNullData(await refused('minimalValue', 51), 400, OUT_OF_ORDER);
        const { measureId } = request.params;
        const { id: targetId } = await newTarget(kit, tenant, measureId, { optimalValue: 120 });
        const params = { measureId, targetId };
        const above = await kit.as(tenant, 'updateMeasureTarget', { params, body: { targetValue: 121 } });
        expectNullData(above, 400, OUT_OF_ORDER);
        const falling = await newMeasure(kit, tenant, { direction: 'Decrease' });
        const body = { targetValue: 5, optimalValue: 4, minimalValue: 6 };
        await newTarget(kit, tenant, falling.id, body);
        const mirrored = { ...request, params: { measureId: falling.id } };
        const answer = await withMember(kit, tenant, 'createMeasureTarget', mirrored)('optimalValue', 51);
        expectNullData(
          answer,
          400,
          expect.stringContaining('optimalValue must be <= targetValue') as unknown,
        );
      },
    );

    kit.it(
      ['listMeasureTargets.400.1', 'listMeasureTargets.404.1', 'createMeasureTarget.404.1'],
      'is 400 for a malformed id of the measure, and 404 for an unknown one',
      async () => {
        const tenant = await kit.tenant();
        const { body } = await good(tenant);
        for (const id of ['listMeasureTargets', 'createMeasureTarget']) {
          const ask = (measureId: string) =>
            kit.as(tenant, id, { params: { measureId }, body: id.startsWith('c') ? body : undefined });
          for (const malformed of MALFORMED)
            expectNullData(await ask(malformed), 400, 'Invalid Measure ID format');
          expectNullData(await ask(NO_ID), 404, 'Measure not found');
        }
      },
    );

    kit.it(
      ['updateMeasureTarget.404.1', 'deleteMeasureTarget.404.1'],
      'is 404 for a target that the measure does not have',
      async () => {
        const tenant = await kit.tenant();
        const [{ id: measureId }, other] = [await newMeasure(kit, tenant), await newMeasure(kit, tenant)];
        const { id } = await newTarget(kit, tenant, other.id);
        for (const targetId of [id, NO_ID, 'target-1']) {
          const params = { measureId, targetId };
          const changed = await kit.as(tenant, 'updateMeasureTarget', { params, body: {} });
          expectNullData(changed, 404, 'Target not found');
          const deleted = await kit.as(tenant, 'deleteMeasureTarget', { params });
          expectNullData(deleted, 404, 'Target not found');
        }
      },
    );
  });
});
