import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData } from '../harness/expect';
import { newGoal, newStrategy } from '../harness/goals';
import { contract } from '../harness/kit';
import { MALFORMED, momentOf, newActual, newLink, newMeasure, NO_ID, readMeasure } from '../harness/measures';

const GONE =
  'This endpoint is being migrated to the new MeasureLink design. Please use the new MeasureLink endpoints.';

contract('measures/read', (kit) => {
  rowsOfEveryEndpoint(kit, 'getMeasure', 'getMeasureLinkedGoals');

  kit.it(
    ['getMeasure.200', 'getMeasure.rules.1', 'getMeasure.rules.2'],
    'a measure is read with its goals and its values',
    async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant, { title: 'Grow revenue' });
      const { id } = await newMeasure(kit, tenant, { currentValue: 5 });
      const link = await newLink(kit, tenant, id, { goalId, isPrimary: true });
      expect(await readMeasure(kit, tenant, id)).toMatchObject({
        id,
        tenantId: tenant.tenantId,
        linkedGoals: [
          { goalId, goalName: 'Grow revenue', linkId: link.id, isPrimary: true, linkedAt: momentOf(kit) },
        ],
        historicalValues: [{ value: 5, recordedAt: momentOf(kit) }],
      });
    },
  );

  kit.it(
    'getMeasure.rules.3',
    'shows one link for each goal, the primary one or else the oldest; primary ones first',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant);
      const [one, two] = [await newGoal(kit, tenant), await newGoal(kit, tenant)];
      const { id: strategyId } = await newStrategy(kit, tenant, one.id);
      const oldest = await newLink(kit, tenant, id, { goalId: one.id, strategyId });
      kit.clock.advance(1);
      await newLink(kit, tenant, id, { goalId: one.id });
      await newLink(kit, tenant, id, {
        goalId: two.id,
        strategyId: (await newStrategy(kit, tenant, two.id)).id,
      });
      kit.clock.advance(1);
      const primary = await newLink(kit, tenant, id, { goalId: two.id, isPrimary: true });
      const { linkedGoals } = await readMeasure(kit, tenant, id);
      expect(linkedGoals).toMatchObject([
        { goalId: two.id, linkId: primary.id, isPrimary: true },
        { goalId: one.id, linkId: oldest.id, isPrimary: false },
      ]);
    },
  );

  kit.it(
    ['getMeasure.rules.4', 'measures.open.historicalValues'],
    'shows the twelve values recorded last, with the present one, the oldest first',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant, {
        currentValue: 0,
        currentValueDate: '2024-01-01T00:00:00Z',
      });
      for (let month = 1; month <= 12; month += 1) {
        const measurementDate = new Date(Date.UTC(2024, month, 1)).toISOString();
        await newActual(kit, tenant, id, { actualValue: month, measurementDate });
      }
      const { historicalValues, currentValue } = await readMeasure(kit, tenant, id);
      expect(historicalValues.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect(historicalValues[0]).toEqual({ value: 1, recordedAt: '2024-02-01T00:00:00Z' });
      expect(currentValue).toBe(12);
    },
  );

  kit.it(
    ['getMeasure.400.1', 'measures.open.leftOut'],
    'is 400 for what is no UUID, summary among it',
    async () => {
      const tenant = await kit.tenant();
      for (const id of [...MALFORMED, 'summary']) {
        const answer = await kit.as(tenant, 'getMeasure', { params: { id } });
        expectNullData(answer, 400, 'Invalid Measure ID format');
      }
    },
  );

  kit.it('getMeasure.404.1', 'is 404 where there is none, or no longer', async () => {
    const tenant = await kit.tenant();
    const { id } = await newMeasure(kit, tenant);
    await kit.as(tenant, 'deleteMeasure', { params: { id } });
    for (const gone of [id, NO_ID]) {
      expectNullData(await kit.as(tenant, 'getMeasure', { params: { id: gone } }), 404, 'Measure not found');
    }
  });

  kit.it(
    [
      'getMeasureLinkedGoals.501',
      'getMeasureLinkedGoals.501.1',
      'getMeasureLinkedGoals.rules.1',
      'getMeasureLinkedGoals.rules.2',
      'measures.open.linkedGoals',
    ],
    'its old list of goals says that it has moved, whatever the id',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant);
      for (const any of [id, NO_ID, ...MALFORMED]) {
        const answer = await kit.as(tenant, 'getMeasureLinkedGoals', { params: { id: any } });
        expectNullData(answer, 501, GONE);
      }
    },
  );
});
