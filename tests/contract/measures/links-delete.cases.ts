import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { newGoal } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import { linksOf, MALFORMED, newLink, newMeasure, newTarget, NO_ID, readMeasure } from '../harness/measures';

const remove = (kit: Kit, tenant: Tenant, linkId: string) =>
  kit.as(tenant, 'deleteMeasureLink', { params: { linkId } });

contract('measures/links-delete', (kit) => {
  rowsOfEveryEndpoint(kit, 'deleteMeasureLink');

  kit.it(
    ['deleteMeasureLink.200', 'deleteMeasureLink.rules.1', 'deleteMeasureLink.rules.2'],
    'a link goes alone; the last one warns that the measure has none left',
    async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant);
      const { id } = await newMeasure(kit, tenant, { name: 'Bookings', currentValue: 1 });
      await newTarget(kit, tenant, id);
      const [first, last] = [await newLink(kit, tenant, id, { goalId }), await newLink(kit, tenant, id)];
      const message = 'Measure link deleted successfully';
      const one = expectSuccess(await remove(kit, tenant, first.id), 'deleteMeasureLink');
      expect(one).toEqual({ message, warning: null });
      const two = expectSuccess(await remove(kit, tenant, last.id), 'deleteMeasureLink');
      expect(two).toEqual({ message, warning: expect.stringMatching(/Bookings.*delet/) as string });
      expect((await readMeasure(kit, tenant, id)).currentValue).toBe(1);
      expect((await kit.as(tenant, 'getGoal', { params: { id: goalId } })).status).toBe(200);
    },
  );

  kit.it(
    'deleteMeasureLink.rules.3',
    'the goal has no primary measure then, until one is marked',
    async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant);
      const [one, two] = [await newMeasure(kit, tenant), await newMeasure(kit, tenant)];
      const primary = await newLink(kit, tenant, one.id, { goalId, isPrimary: true });
      await newLink(kit, tenant, two.id, { goalId });
      await remove(kit, tenant, primary.id);
      expect(await linksOf(kit, tenant, { goalId })).toMatchObject([{ measureId: two.id, isPrimary: false }]);
    },
  );

  kit.it(
    ['deleteMeasureLink.400.1', 'deleteMeasureLink.404.1'],
    'is 400 for a malformed id and 404 for an unknown one, or one that is gone',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newLink(kit, tenant, (await newMeasure(kit, tenant)).id);
      await remove(kit, tenant, id);
      for (const gone of [id, NO_ID])
        expectNullData(await remove(kit, tenant, gone), 404, 'Measure link not found');
      for (const bad of MALFORMED)
        expectNullData(await remove(kit, tenant, bad), 400, 'Invalid link ID format');
    },
  );
});
