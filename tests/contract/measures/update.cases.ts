import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { contract, type Kit, type Tenant } from '../harness/kit';
import {
  colleague,
  linksOf,
  MALFORMED,
  momentOf,
  newLink,
  newMeasure,
  NO_ID,
  readMeasure,
  withMember,
} from '../harness/measures';

const update = async (
  kit: Kit,
  tenant: Tenant,
  id: string,
  body: object,
): Promise<Readonly<Record<string, unknown>>> =>
  expectSuccess(await kit.as(tenant, 'updateMeasure', { params: { id }, body }), 'updateMeasure');

const refusing = async (kit: Kit, tenant: Tenant) => {
  const { id } = await newMeasure(kit, tenant);
  return withMember(kit, tenant, 'updateMeasure', { params: { id } });
};

contract('measures/update', (kit) => {
  rowsOfEveryEndpoint(kit, 'updateMeasure');

  kit.it('updateMeasure.200', 'a change is answered with the fourteen members that show it', async () => {
    const tenant = await kit.tenant();
    const measure = await newMeasure(kit, tenant, { currentValue: 45_000 });
    kit.clock.advance(1);
    const changes = {
      name: 'Revenue (updated)',
      description: 'New counting method',
      targetValue: 55_000,
      unit: 'USD',
      direction: 'Increase',
      type: 'Leading',
      category: 'Finance',
      measurementFrequency: 'Daily',
      dataSource: 'Stripe API v2',
      ownerId: await colleague(kit, tenant),
    };
    expect(await update(kit, tenant, measure.id, changes)).toEqual({
      id: measure.id,
      tenantId: tenant.tenantId,
      currentValue: 45_000,
      updatedAt: momentOf(kit),
      ...changes,
    });
    expect(await readMeasure(kit, tenant, measure.id)).toMatchObject(changes);
  });

  kit.it(
    ['updateMeasure.rules.1', 'updateMeasure.rules.2', 'updateMeasure.rules.3', 'measures.open.fixedFields'],
    'it leaves what is absent, null, or fixed as it was',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant, { unit: 'USD', currentValue: 1, catalogId: 'c' });
      const before = await readMeasure(kit, tenant, id);
      const fixed = {
        id: NO_ID,
        tenantId: 'another',
        catalogId: 'another',
        strategyId: NO_ID,
        currentValue: 99,
        currentValueDate: '2020-01-01T00:00:00Z',
        calculationMethod: 'x',
      };
      await update(kit, tenant, id, { ...fixed, unit: null, name: null });
      await update(kit, tenant, id, {});
      expect(await readMeasure(kit, tenant, id)).toEqual({
        ...before,
        updatedAt: expect.any(String) as string,
      });
    },
  );

  kit.it('measures.open.changingOwner', 'a new owner also holds the links of the measure', async () => {
    const tenant = await kit.tenant();
    const { id } = await newMeasure(kit, tenant);
    await newLink(kit, tenant, id);
    const ownerId = await colleague(kit, tenant);
    await update(kit, tenant, id, { ownerId });
    expect(await linksOf(kit, tenant, { measureId: id })).toMatchObject([{ personId: ownerId }]);
  });

  describe('refusing', () => {
    kit.it(
      ['updateMeasure.400.2', 'updateMeasure.400.3', 'updateMeasure.400.4', 'updateMeasure.400.5'],
      'is 400 for a blank name, and for what has no such form',
      async () => {
        const tenant = await kit.tenant();
        const refused = await refusing(kit, tenant);
        for (const name of ['', '  ']) expectNullData(await refused('name', name), 400, 'Name is required');
        const direction = "Direction must be 'Increase' or 'Decrease'";
        expectNullData(await refused('direction', 'up'), 400, direction);
        expectNullData(await refused('type', 'leading'), 400, "Type must be 'Leading' or 'Lagging'");
        for (const malformed of MALFORMED) {
          expectNullData(await refused('ownerId', malformed), 400, 'Invalid owner ID format');
        }
      },
    );

    kit.it(
      ['updateMeasure.422.1', 'updateMeasure.422.2', 'updateMeasure.422.3', 'updateMeasure.422.4'],
      'is 422 for what is out of its bounds, or not there',
      async () => {
        const tenant = await kit.tenant();
        const refused = await refusing(kit, tenant);
        expectNullData(await refused('targetValue', 0), 422, 'Target value must be greater than 0');
        expectNullData(await refused('name', 'x'.repeat(201)), 422, 'Name must be 200 characters or less');
        for (const [member, words] of Object.entries({
          description: 'Description',
          unit: 'Unit',
          category: 'Category',
          measurementFrequency: 'Measurement frequency',
          dataSource: 'Data source',
        })) {
          const text = `${words} must be 1000 characters or less`;
          expectNullData(await refused(member, 'x'.repeat(1001)), 422, text);
        }
        expectNullData(await refused('ownerId', NO_ID), 422, 'Owner not found');
      },
    );

    kit.it(
      ['updateMeasure.400.1', 'updateMeasure.404.1'],
      'is 400 for a malformed id and 404 for an unknown one, which goes before an unknown owner',
      async () => {
        const tenant = await kit.tenant();
        const ask = (id: string, body: object) => kit.as(tenant, 'updateMeasure', { params: { id }, body });
        for (const id of MALFORMED) expectNullData(await ask(id, {}), 400, 'Invalid Measure ID format');
        expectNullData(await ask(NO_ID, { ownerId: NO_ID }), 404, 'Measure not found');
      },
    );
  });
});
