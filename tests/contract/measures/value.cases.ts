import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { newGoal } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import {
  type EntryJson,
  MALFORMED,
  type MeasureJson,
  momentOf,
  newActual,
  newLink,
  newMeasure,
  NO_ID,
  readMeasure,
  withMember,
} from '../harness/measures';

const setValue = async (kit: Kit, tenant: Tenant, id: string, body: object): Promise<MeasureJson> =>
  expectSuccess(await kit.as(tenant, 'updateMeasureValue', { params: { id }, body }), 'updateMeasureValue');

contract('measures/value', (kit) => {
  rowsOfEveryEndpoint(kit, 'updateMeasureValue');

  kit.it(
    ['updateMeasureValue.200', 'updateMeasureValue.rules.2'],
    'a value counts from the moment that is named, or from now',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant);
      kit.clock.advance(1);
      const recordedAt = momentOf(kit, 60);
      const body = { value: 47_500, recordedAt, notes: 'End of the quarter' };
      expect(await setValue(kit, tenant, id, body)).toEqual({
        id,
        currentValue: 47_500,
        currentValueDate: recordedAt,
        updatedAt: momentOf(kit),
      });
      kit.clock.advance(90);
      expect((await setValue(kit, tenant, id, { value: 1 })).currentValueDate).toBe(momentOf(kit));
    },
  );

  kit.it(
    ['updateMeasureValue.rules.1', 'measures.open.backDated'],
    'it takes the place of the present one, also when it is older, which stays in the history',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant, { currentValue: 10 });
      const recordedAt = '2020-05-01T00:00:00Z';
      await setValue(kit, tenant, id, { value: 20, recordedAt });
      const { currentValue, currentValueDate, historicalValues } = await readMeasure(kit, tenant, id);
      expect({ currentValue, currentValueDate }).toEqual({ currentValue: 20, currentValueDate: recordedAt });
      expect(historicalValues.map(({ value }) => value)).toEqual([20, 10]);
    },
  );

  kit.it('measures.open.oneSeries', 'it is an entry of the series, measured by hand', async () => {
    const tenant = await kit.tenant();
    const { id: measureId } = await newMeasure(kit, tenant, { currentValue: 1 });
    kit.clock.advance(1);
    await setValue(kit, tenant, measureId, { value: 2, notes: 'Counted' });
    kit.clock.advance(1);
    await newActual(kit, tenant, measureId, { actualValue: 3 });
    const answer = await kit.as(tenant, 'listMeasureActuals', { params: { measureId } });
    const { actuals } = expectSuccess<{ actuals: EntryJson[] }>(answer, 'listMeasureActuals');
    expect(actuals).toMatchObject([
      { postValue: 3, dataSource: null },
      { postValue: 2, dataSource: 'Manual', rationale: 'Counted', actualSubtype: 'Measured' },
      { postValue: 1, dataSource: 'Manual' },
    ]);
    const { currentValue, historicalValues } = await readMeasure(kit, tenant, measureId);
    expect([currentValue, historicalValues.map(({ value }) => value)]).toEqual([3, [1, 2, 3]]);
  });

  kit.it('updateMeasureValue.rules.3', 'it is told on the stream of each linked goal', async () => {
    const tenant = await kit.tenant();
    const { id: goalId } = await newGoal(kit, tenant);
    const { id } = await newMeasure(kit, tenant);
    await newLink(kit, tenant, id, { goalId });
    await setValue(kit, tenant, id, { value: 2 });
    const { data } = await kit.inside('traction', tenant);
    const told = await data.changes.find({ goalId, kind: 'value_recorded' });
    expect(told).toMatchObject([{ visibleIn: ['stream'] }]);
  });

  describe('refusing', () => {
    kit.it(
      ['updateMeasureValue.400.2', 'updateMeasureValue.400.3'],
      'is 400 for no value, and for what is no number',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newMeasure(kit, tenant);
        const refused = withMember(kit, tenant, 'updateMeasureValue', { params: { id } });
        for (const value of [undefined, null]) {
          expectNullData(await refused('value', value), 400, 'Value is required');
        }
        for (const value of ['1', {}, true, 1.234_567_890_123_456_7]) {
          expectNullData(await refused('value', value), 400, 'Value must be a valid decimal number');
        }
      },
    );

    kit.it(
      ['updateMeasureValue.422.1', 'updateMeasureValue.422.2'],
      'is 422 for a moment that is still to come, and for long notes',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newMeasure(kit, tenant);
        const good = { params: { id }, body: { value: 1 } };
        const refused = withMember(kit, tenant, 'updateMeasureValue', good);
        const future = await refused('recordedAt', momentOf(kit, 61));
        expectNullData(future, 422, 'Recorded at cannot be in the future');
        const notes = 'Notes must be 500 characters or less';
        expectNullData(await refused('notes', 'x'.repeat(501)), 422, notes);
        expect((await refused('notes', 'x'.repeat(500))).status).toBe(200);
      },
    );

    kit.it(
      ['updateMeasureValue.400.1', 'updateMeasureValue.404.1'],
      'is 400 for a malformed id and 404 for an unknown one',
      async () => {
        const tenant = await kit.tenant();
        const ask = (id: string) =>
          kit.as(tenant, 'updateMeasureValue', { params: { id }, body: { value: 1 } });
        for (const id of MALFORMED) expectNullData(await ask(id), 400, 'Invalid Measure ID format');
        expectNullData(await ask(NO_ID), 404, 'Measure not found');
      },
    );
  });
});
