import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { newGoal, newStrategy } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import {
  colleague,
  type LinkJson,
  linksOf,
  MALFORMED,
  momentOf,
  newLink,
  newMeasure,
  newTarget,
  NO_ID,
} from '../harness/measures';

const readLink = async (kit: Kit, tenant: Tenant, linkId: string): Promise<LinkJson> =>
  expectSuccess(await kit.as(tenant, 'getMeasureLink', { params: { linkId } }), 'getMeasureLink');

/** One measure with a link of each kind. */
async function linkedMeasure(kit: Kit, tenant: Tenant) {
  const { id: measureId } = await newMeasure(kit, tenant, { unit: 'USD', currentValue: 40 });
  const { id: goalId } = await newGoal(kit, tenant, { title: 'Grow' });
  const { id: strategyId } = await newStrategy(kit, tenant, goalId);
  const personal = await newLink(kit, tenant, measureId);
  const goal = await newLink(kit, tenant, measureId, { goalId });
  const strategy = await newLink(kit, tenant, measureId, { goalId, strategyId });
  return { measureId, goalId, strategyId, personal: personal.id, goal: goal.id, strategy: strategy.id };
}

contract('measures/links-list', (kit) => {
  rowsOfEveryEndpoint(kit, 'listMeasureLinks', 'getMeasureLink');

  const ids = async (tenant: Tenant, query: Record<string, string>): Promise<string[]> =>
    (await linksOf(kit, tenant, query)).map(({ id }) => id).sort();

  kit.it(
    [
      'listMeasureLinks.200',
      'listMeasureLinks.query.measureId',
      'listMeasureLinks.rules.2',
      'listMeasureLinks.rules.8',
    ],
    'all links of a measure are shown in one list, with the names of what they link',
    async () => {
      const tenant = await kit.tenant();
      const { measureId, goalId, strategyId, ...links } = await linkedMeasure(kit, tenant);
      const shown = await linksOf(kit, tenant, { measureId });
      expect(shown.map(({ id }) => id).sort()).toEqual(Object.values(links).sort());
      expect(shown.find(({ id }) => id === links.strategy)).toMatchObject({
        measureId,
        goalId,
        strategyId,
        personId: tenant.userId,
        linkType: 'strategy',
        measureName: 'Revenue',
        unit: 'USD',
        personName: 'Ada Lovelace',
        goalTitle: 'Grow',
        strategyTitle: 'Run a campaign',
        currentValue: 40,
        currentValueDate: momentOf(kit),
      });
      expect(shown.find(({ id }) => id === links.personal)).toMatchObject({
        linkType: 'personal',
        goalTitle: null,
        strategyTitle: null,
      });
      expect(shown[0]).not.toHaveProperty('measure');
    },
  );

  kit.it(
    [
      ...['personId', 'goalId', 'strategyId', 'includeAll'].map((name) => `listMeasureLinks.query.${name}`),
      ...[1, 3, 4, 5, 6].map((rule) => `listMeasureLinks.rules.${rule}`),
      'measures.open.personAndGoal',
    ],
    'ids combine, and what they leave out comes with includeAll',
    async () => {
      const tenant = await kit.tenant();
      const { goalId, strategyId, measureId, ...links } = await linkedMeasure(kit, tenant);
      const { userId: personId } = tenant;
      const all = Object.values(links).sort();
      const includeAll = 'true';
      expect(await ids(tenant, { personId })).toEqual([links.personal]);
      expect(await ids(tenant, { personId, includeAll })).toEqual(all);
      expect(await ids(tenant, { goalId })).toEqual([links.goal]);
      expect(await ids(tenant, { goalId, includeAll })).toEqual([links.goal, links.strategy].sort());
      expect(await ids(tenant, { strategyId })).toEqual([links.strategy]);
      expect(await ids(tenant, { personId, goalId })).toEqual([links.goal]);
      expect(await ids(tenant, { personId: await colleague(kit, tenant), goalId })).toEqual([]);
      expect(await ids(tenant, { measureId, strategyId })).toEqual([links.strategy]);
      expect(await ids(tenant, { measureId: NO_ID, goalId })).toEqual([]);
    },
  );

  kit.it(
    ['listMeasureLinks.query.measureInfo', 'listMeasureLinks.rules.7'],
    'measureInfo adds what the measure is',
    async () => {
      const tenant = await kit.tenant();
      const body = { currentValue: 7, aggregationPeriod: 'Quarter' };
      const { id: measureId } = await newMeasure(kit, tenant, body);
      await newLink(kit, tenant, measureId);
      const moment = momentOf(kit);
      expect(await linksOf(kit, tenant, { measureId, measureInfo: 'true' })).toMatchObject([
        {
          measure: {
            measurementConfig: { aggregationPeriod: 'quarterly' },
            ownerId: tenant.userId,
            ownerName: 'Ada Lovelace',
            ownerEmail: tenant.email,
            trendData: [{ date: moment.slice(0, 10), value: 7, isTarget: false }],
            metadata: { createdAt: moment, updatedAt: moment },
          },
        },
      ]);
    },
  );

  it.each([
    [undefined, 'monthly'],
    ['Month', 'monthly'],
    ['by the moon', 'monthly'],
    ['Week', 'weekly'],
    ['weekly', 'weekly'],
    ['Yearly', 'yearly'],
  ])('a measure that is put together by %s says %s', async (aggregationPeriod, said) => {
    const tenant = await kit.tenant();
    const { id: measureId } = await newMeasure(kit, tenant, { aggregationPeriod });
    await newLink(kit, tenant, measureId);
    expect(await linksOf(kit, tenant, { measureId, measureInfo: 'true' })).toMatchObject([
      { measure: { measurementConfig: { aggregationPeriod: said } } },
    ]);
  });

  kit.it(
    ['listMeasureLinks.400.1', 'listMeasureLinks.400.2'],
    'a list is of something: no id at all, or a malformed one, is 400',
    async () => {
      const tenant = await kit.tenant();
      const ask = (query: Record<string, string>) => kit.as(tenant, 'listMeasureLinks', { query });
      for (const query of [{}, { includeAll: 'true' }]) {
        expectNullData(await ask(query), 400, 'At least one filter parameter is required');
      }
      for (const malformed of MALFORMED) {
        for (const [member, kind] of [
          ['measureId', 'Measure'],
          ['personId', 'person'],
          ['goalId', 'goal'],
          ['strategyId', 'strategy'],
        ] as const) {
          expectNullData(await ask({ [member]: malformed }), 400, `Invalid ${kind} ID format`);
        }
      }
    },
  );

  kit.it('getMeasureLink.200', 'one link is read by its id', async () => {
    const tenant = await kit.tenant();
    const { personal, measureId } = await linkedMeasure(kit, tenant);
    expect(await readLink(kit, tenant, personal)).toEqual({
      id: personal,
      measureId,
      personId: tenant.userId,
      goalId: null,
      strategyId: null,
      thresholdPct: 80,
      riskThresholdPct: 50,
      linkType: 'personal',
      weight: 1,
      displayOrder: 1,
      isPrimary: false,
      linkedAt: momentOf(kit),
      progress: null,
    });
  });

  kit.it(
    ['getMeasureLink.rules.1', 'measures.open.progress'],
    'its progress compares the value with the next target, in the way the measure should move',
    async () => {
      const tenant = await kit.tenant();
      const progressOf = async (body: object): Promise<unknown> => {
        const { id } = await newMeasure(kit, tenant, body);
        await newTarget(kit, tenant, id, { targetValue: 120, targetDate: momentOf(kit, 10 * 86_400) });
        return (await readLink(kit, tenant, (await newLink(kit, tenant, id)).id)).progress;
      };
      expect(await progressOf({})).toBeNull();
      expect(await progressOf({ currentValue: 100 })).toEqual({
        progressPercentage: 83.33,
        status: 'on_track',
        variance: -20,
        variancePercentage: -16.67,
        daysUntilTarget: 10,
        isOverdue: false,
      });
      expect(await progressOf({ currentValue: 150, direction: 'Decrease' })).toMatchObject({
        progressPercentage: 80,
        variance: -30,
        variancePercentage: -25,
        status: 'behind',
      });
      expect(await progressOf({ currentValue: 10 })).toMatchObject({ status: 'at_risk' });
    },
  );

  kit.it(
    ['getMeasureLink.400.1', 'getMeasureLink.404.1'],
    'is 400 for a malformed id and 404 for an unknown one',
    async () => {
      const tenant = await kit.tenant();
      const ask = (linkId: string) => kit.as(tenant, 'getMeasureLink', { params: { linkId } });
      for (const id of MALFORMED) expectNullData(await ask(id), 400, 'Invalid link ID format');
      expectNullData(await ask(NO_ID), 404, 'Measure link not found');
    },
  );
});
