import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { contract, type Kit, type Tenant } from '../harness/kit';
import {
  type EntryJson,
  MALFORMED,
  momentOf,
  newActual,
  newMeasure,
  newTarget,
  NO_ID,
  readMeasure,
  withMember,
} from '../harness/measures';

const DAY_SECONDS = 86_400;

const actualsOf = async (
  kit: Kit,
  tenant: Tenant,
  measureId: string,
  query?: Record<string, string>,
): Promise<{ actuals: EntryJson[]; totalCount: number }> => {
  const answer = await kit.as(tenant, 'listMeasureActuals', { params: { measureId }, query });
  return expectSuccess(answer, 'listMeasureActuals');
};

contract('measures/actuals', (kit) => {
  rowsOfEveryEndpoint(
    kit,
    'listMeasureActuals',
    'recordMeasureActual',
    'overrideMeasureActual',
    'deleteMeasureActual',
  );

  kit.it(
    ['recordMeasureActual.201', 'recordMeasureActual.rules.4'],
    'a value says where it came from',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const told = { dataSource: 'Automated', sourceReferenceId: 'stripe-mrr', rationale: 'Synced' };
      const dates = { measurementDate: '2025-01-15T00:00:00Z', periodStartDate: '2025-01-01T00:00:00Z' };
      const actual = await newActual(kit, tenant, measureId, { actualValue: 48_500.25, ...told, ...dates });
      const moment = momentOf(kit);
      expect(actual).toEqual({
        id: actual.id,
        measureId,
        dataCategory: 'Actual',
        actualSubtype: 'Measured',
        postValue: 48_500.25,
        optimalValue: null,
        minimalValue: null,
        postDate: dates.measurementDate,
        measuredPeriodStartDate: dates.periodStartDate,
        label: null,
        confidenceLevel: null,
        originalValue: null,
        isManualOverride: false,
        overrideComment: null,
        ...told,
        createdAt: moment,
        updatedAt: moment,
      });
      const { actuals } = await actualsOf(kit, tenant, measureId);
      expect(actuals).toEqual([actual]);
      expect(await newActual(kit, tenant, measureId, { dataSource: 'Stripe' })).toMatchObject({
        dataSource: 'Stripe',
      });
    },
  );

  kit.it(
    [
      'recordMeasureActual.rules.1',
      'recordMeasureActual.rules.2',
      'recordMeasureActual.rules.3',
      'measures.open.futureDates',
    ],
    'every value is kept; what was measured counts unless the present value is later, an estimate never',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant);
      const present = async () => (await readMeasure(kit, tenant, id)).currentValue;
      await newActual(kit, tenant, id, { actualValue: 1, measurementDate: momentOf(kit, -DAY_SECONDS) });
      expect(await present()).toBe(1);
      await newActual(kit, tenant, id, { actualValue: 2, measurementDate: momentOf(kit, -2 * DAY_SECONDS) });
      expect(await present()).toBe(1);
      await newActual(kit, tenant, id, { actualValue: 3, measurementDate: momentOf(kit, -DAY_SECONDS) });
      expect(await present()).toBe(3);
      const estimate = { actualSubtype: 'Estimate', measurementDate: momentOf(kit, DAY_SECONDS) };
      await newActual(kit, tenant, id, { actualValue: 4, ...estimate });
      expect(await present()).toBe(3);
      expect((await actualsOf(kit, tenant, id)).totalCount).toBe(4);
    },
  );

  kit.it(
    [
      'listMeasureActuals.200',
      'listMeasureActuals.query.actualSubtype',
      'listMeasureActuals.rules.1',
      'listMeasureActuals.400.2',
    ],
    'values are shown of both kinds, or of one',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const measured = await newActual(kit, tenant, measureId);
      const estimate = await newActual(kit, tenant, measureId, {
        actualSubtype: 'Estimate',
        measurementDate: momentOf(kit, DAY_SECONDS),
      });
      const both = { measureId, actuals: [estimate, measured], totalCount: 2 };
      expect(await actualsOf(kit, tenant, measureId)).toEqual(both);
      for (const [actualSubtype, one] of Object.entries({ Measured: measured, Estimate: estimate })) {
        const list = await actualsOf(kit, tenant, measureId, { actualSubtype });
        expect(list).toEqual({ measureId, actuals: [one], totalCount: 1 });
      }
      const query = { actualSubtype: 'measured' };
      const answer = await kit.as(tenant, 'listMeasureActuals', { params: { measureId }, query });
      expectNullData(answer, 400, "ActualSubtype must be 'Measured' or 'Estimate'");
    },
  );

  kit.it(
    ['overrideMeasureActual.200', 'overrideMeasureActual.rules.1', 'overrideMeasureActual.rules.2'],
    'an override keeps the entry with its date, and the value that was recorded first',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const actual = await newActual(kit, tenant, measureId, { actualValue: 10 });
      const override = async (newValue: number, overrideComment: string): Promise<unknown> => {
        const params = { measureId, actualId: actual.id };
        const body = { newValue, overrideComment };
        const answer = await kit.as(tenant, 'overrideMeasureActual', { params, body });
        return expectSuccess(answer, 'overrideMeasureActual');
      };
      kit.clock.advance(1);
      await override(11, 'Refunds');
      expect(await override(12, 'More refunds')).toEqual({
        ...actual,
        postValue: 12,
        originalValue: 10,
        isManualOverride: true,
        overrideComment: 'More refunds',
        updatedAt: momentOf(kit),
      });
      expect((await readMeasure(kit, tenant, measureId)).currentValue).toBe(12);
    },
  );

  kit.it(
    ['deleteMeasureActual.200', 'deleteMeasureActual.rules.1', 'deleteMeasureActual.rules.2'],
    'a deleted value is out of sight and in the log; the present value follows from the rest',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      await newTarget(kit, tenant, measureId);
      const [first, second] = [
        await newActual(kit, tenant, measureId, { actualValue: 1, measurementDate: momentOf(kit, -1) }),
        await newActual(kit, tenant, measureId, { actualValue: 2 }),
      ];
      const remove = async (actualId: string) => {
        const answer = await kit.as(tenant, 'deleteMeasureActual', { params: { measureId, actualId } });
        const message = 'Actual deleted successfully';
        expect(expectSuccess(answer, 'deleteMeasureActual')).toEqual({ message });
        return (await readMeasure(kit, tenant, measureId)).currentValue;
      };
      expect(await remove(second.id)).toBe(1);
      expect(await remove(first.id)).toBeNull();
      expect((await actualsOf(kit, tenant, measureId)).totalCount).toBe(0);
      const { data } = await kit.inside('traction', tenant);
      expect(await data.targets.count({ measureId })).toBe(1);
      const [last] = await data.changes.find({ 'subject.id': measureId }, { sort: { seq: -1 } });
      expect(last).toMatchObject({ actorId: tenant.userId, createdAt: kit.clock.now() });
    },
  );

  describe('refusing', () => {
    kit.it(
      ['recordMeasureActual.400.1', 'recordMeasureActual.422.1'],
      'is 400 for what is missing or malformed, and 422 for a date that is still to come',
      async () => {
        const tenant = await kit.tenant();
        const { id: measureId } = await newMeasure(kit, tenant);
        const body = { actualSubtype: 'Measured', actualValue: 1, measurementDate: momentOf(kit) };
        const refused = withMember(kit, tenant, 'recordMeasureActual', { params: { measureId }, body });
        for (const member of Object.keys(body)) {
          const name = `${member.charAt(0).toUpperCase()}${member.slice(1)}`;
          expectNullData(await refused(member, undefined), 400, `${name} is required`);
        }
        const subtype = "ActualSubtype must be 'Measured' or 'Estimate'";
        expectNullData(await refused('actualSubtype', 'Target'), 400, subtype);
        const malformed = expect.stringMatching(/^measurementDate must be/) as unknown;
        expectNullData(await refused('measurementDate', 'today'), 400, malformed);
        const future = await refused('measurementDate', momentOf(kit, 61));
        expectNullData(future, 422, 'MeasurementDate cannot be in the future');
        expect((await refused('measurementDate', momentOf(kit, 60))).status).toBe(201);
        const long = await refused('dataSource', 'x'.repeat(1001));
        expectNullData(long, 422, 'Data source must be 1000 characters or less');
      },
    );

    kit.it(
      'overrideMeasureActual.400.1',
      'is 400 for an override without its value or its reason',
      async () => {
        const tenant = await kit.tenant();
        const { id: measureId } = await newMeasure(kit, tenant);
        const { id: actualId } = await newActual(kit, tenant, measureId);
        const good = { params: { measureId, actualId }, body: { newValue: 1, overrideComment: 'Why' } };
        const refused = withMember(kit, tenant, 'overrideMeasureActual', good);
        expectNullData(await refused('newValue', undefined), 400, 'NewValue is required');
        for (const none of [undefined, null, '', ' ']) {
          expectNullData(await refused('overrideComment', none), 400, 'OverrideComment is required');
        }
      },
    );

    kit.it(
      [
        'listMeasureActuals.400.1',
        'listMeasureActuals.404.1',
        'recordMeasureActual.404.1',
        'overrideMeasureActual.404.1',
        'deleteMeasureActual.404.1',
      ],
      'is 400 for a malformed measure, and 404 for what is not there',
      async () => {
        const tenant = await kit.tenant();
        const ask = (measureId: string) => kit.as(tenant, 'listMeasureActuals', { params: { measureId } });
        for (const bad of MALFORMED) expectNullData(await ask(bad), 400, 'Invalid Measure ID format');
        expectNullData(await ask(NO_ID), 404, 'Measure not found');
        const body = { actualSubtype: 'Measured', actualValue: 1, measurementDate: momentOf(kit) };
        const recorded = await kit.as(tenant, 'recordMeasureActual', { params: { measureId: NO_ID }, body });
        expectNullData(recorded, 404, 'Measure not found');
        const [{ id: measureId }, other] = [await newMeasure(kit, tenant), await newMeasure(kit, tenant)];
        const { id } = await newActual(kit, tenant, other.id);
        for (const actualId of [id, NO_ID, 'actual-1']) {
          const params = { measureId, actualId };
          const override = { params, body: { newValue: 1, overrideComment: 'x' } };
          expectNullData(await kit.as(tenant, 'overrideMeasureActual', override), 404, 'Actual not found');
          expectNullData(await kit.as(tenant, 'deleteMeasureActual', { params }), 404, 'Actual not found');
        }
      },
    );
  });
});
