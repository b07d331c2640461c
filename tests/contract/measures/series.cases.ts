import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { contract, type Kit, type Tenant } from '../harness/kit';
import { MALFORMED, momentOf, newActual, newLink, newMeasure, newTarget, NO_ID } from '../harness/measures';

const seriesOf = async (kit: Kit, tenant: Tenant, measureId: string): Promise<unknown> =>
  expectSuccess(
    await kit.as(tenant, 'getMeasureAllSeries', { params: { measureId } }),
    'getMeasureAllSeries',
  );

contract('measures/series', (kit) => {
  rowsOfEveryEndpoint(kit, 'getMeasureAllSeries');

  kit.it(
    ['getMeasureAllSeries.200', 'getMeasureAllSeries.rules.1', 'getMeasureAllSeries.rules.2'],
    'targets and values come in one answer, whole, with the latest value',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const none = { targets: [], actuals: [], latestActual: null, totalTargets: 0, totalActuals: 0 };
      expect(await seriesOf(kit, tenant, measureId)).toEqual({ measureId, ...none });
      const target = await newTarget(kit, tenant, measureId);
      const late = await newActual(kit, tenant, measureId);
      const early = await newActual(kit, tenant, measureId, { measurementDate: momentOf(kit, -60) });
      expect(await seriesOf(kit, tenant, measureId)).toEqual({
        measureId,
        targets: [target],
        actuals: [late, early],
        latestActual: late,
        totalTargets: 1,
        totalActuals: 2,
      });
    },
  );

  kit.it('measures.open.dataPath', 'every link of a measure shows the series of the measure', async () => {
    const tenant = await kit.tenant();
    const { id: measureId } = await newMeasure(kit, tenant);
    const { id: linkId } = await newLink(kit, tenant, measureId);
    const body = {
      actualSubtype: 'Measured',
      actualValue: 7,
      measurementDate: momentOf(kit),
      measureId: NO_ID,
    };
    const path = '/measure-links/{linkId}/actuals';
    const recorded = await kit.as(tenant, 'recordMeasureActual', { params: { linkId }, path, body });
    expect(expectSuccess(recorded, 'recordMeasureActual')).toMatchObject({ measureId, postValue: 7 });
    const series = await kit.as(tenant, 'getMeasureAllSeries', {
      params: { linkId },
      path: '/measure-links/{linkId}/all-series',
    });
    expect(expectSuccess(series, 'getMeasureAllSeries')).toEqual(await seriesOf(kit, tenant, measureId));
  });

  kit.it(
    ['getMeasureAllSeries.400.1', 'getMeasureAllSeries.404.1'],
    'is 400 for a malformed id and 404 for an unknown one',
    async () => {
      const tenant = await kit.tenant();
      const ask = (measureId: string) => kit.as(tenant, 'getMeasureAllSeries', { params: { measureId } });
      for (const bad of MALFORMED) expectNullData(await ask(bad), 400, 'Invalid Measure ID format');
      expectNullData(await ask(NO_ID), 404, 'Measure not found');
    },
  );
});
