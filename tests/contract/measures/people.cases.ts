import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { newGoal, newStrategy } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import { type LinkJson, linksOf, newLink, newMeasure, NO_ID } from '../harness/measures';

const onPerson = (kit: Kit, tenant: Tenant, verb: 'link' | 'unlink', personId: string, body: object) =>
  kit.as(tenant, `${verb}PersonMeasure`, { params: { personId }, body });

contract('measures/people', (kit) => {
  rowsOfEveryEndpoint(
    kit,
    'listPersonMeasures',
    'linkPersonMeasure',
    'unlinkPersonMeasure',
    'listStrategyMeasures',
  );

  kit.it(
    [
      'listPersonMeasures.200',
      'listPersonMeasures.query.includeAll',
      'listPersonMeasures.rules.1',
      'listPersonMeasures.404.1',
    ],
    'the measures of a person are the links of that person',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant);
      const { id: goalId } = await newGoal(kit, tenant);
      await newLink(kit, tenant, id);
      await newLink(kit, tenant, id, { goalId });
      const { userId: personId } = tenant;
      const list = async (query: Record<string, string>): Promise<LinkJson[]> => {
        const answer = await kit.as(tenant, 'listPersonMeasures', { params: { personId }, query });
        return expectSuccess(answer, 'listPersonMeasures');
      };
      expect(await list({})).toEqual(await linksOf(kit, tenant, { personId }));
      expect(await list({})).toHaveLength(1);
      const includeAll = 'true';
      expect(await list({ includeAll })).toEqual(await linksOf(kit, tenant, { personId, includeAll }));
      for (const nobody of [NO_ID, 'nobody']) {
        const answer = await kit.as(tenant, 'listPersonMeasures', { params: { personId: nobody } });
        expectNullData(answer, 404, 'Person not found');
      }
    },
  );

  kit.it(
    ['linkPersonMeasure.201', 'linkPersonMeasure.rules.1', 'linkPersonMeasure.400.1'],
    'linking with a person makes a link without goal and strategy, once',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const body = { measureId, thresholdPct: 60, weight: 0.5, displayOrder: 2, goalId: NO_ID };
      const answer = await onPerson(kit, tenant, 'link', tenant.userId, body);
      expect(expectSuccess(answer, 'linkPersonMeasure')).toMatchObject({
        measureId,
        personId: tenant.userId,
        linkType: 'personal',
        thresholdPct: 60,
        weight: 0.5,
        displayOrder: 2,
      });
      const again = await onPerson(kit, tenant, 'link', tenant.userId, { measureId });
      expectNullData(again, 400, 'Measure link already exists');
    },
  );

  kit.it(
    ['linkPersonMeasure.404.1', 'linkPersonMeasure.404.2'],
    'linking what is not there is 404, and without a measure it is 400',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const link = (personId: string, body: object) => onPerson(kit, tenant, 'link', personId, body);
      expectNullData(await link(tenant.userId, { measureId: NO_ID }), 404, 'Measure not found');
      expectNullData(await link('nobody', { measureId }), 404, 'Person not found');
      expectNullData(await link(tenant.userId, {}), 400, 'MeasureId is required');
      expectNullData(await link(tenant.userId, { measureId: 'm-1' }), 400, 'Invalid Measure ID format');
    },
  );

  kit.it(
    ['unlinkPersonMeasure.200', 'unlinkPersonMeasure.rules.1', 'unlinkPersonMeasure.404.1'],
    'unlinking takes the personal link alone',
    async () => {
      const tenant = await kit.tenant();
      const { id: measureId } = await newMeasure(kit, tenant);
      const { id: goalId } = await newGoal(kit, tenant);
      await newLink(kit, tenant, measureId);
      const { id } = await newLink(kit, tenant, measureId, { goalId });
      const unlink = () => onPerson(kit, tenant, 'unlink', tenant.userId, { measureId });
      expect(expectSuccess(await unlink(), 'unlinkPersonMeasure')).toEqual({
        message: 'Measure link deleted successfully',
        warning: null,
      });
      expect(await linksOf(kit, tenant, { measureId })).toMatchObject([{ id }]);
      expectNullData(await unlink(), 404, 'Measure link not found');
    },
  );

  kit.it(
    ['listStrategyMeasures.200', 'listStrategyMeasures.rules.1', 'listStrategyMeasures.404.1'],
    'the measures of a strategy are the links with it',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newMeasure(kit, tenant);
      const { id: goalId } = await newGoal(kit, tenant);
      const { id: strategyId } = await newStrategy(kit, tenant, goalId);
      await newLink(kit, tenant, id, { goalId });
      await newLink(kit, tenant, id, { goalId, strategyId });
      const answer = await kit.as(tenant, 'listStrategyMeasures', { params: { strategyId } });
      const links = expectSuccess(answer, 'listStrategyMeasures');
      expect(links).toEqual(await linksOf(kit, tenant, { strategyId }));
      expect(links).toHaveLength(1);
      for (const none of [NO_ID, 'none']) {
        const missing = await kit.as(tenant, 'listStrategyMeasures', { params: { strategyId: none } });
        expectNullData(missing, 404, 'Strategy not found');
      }
    },
  );
});
