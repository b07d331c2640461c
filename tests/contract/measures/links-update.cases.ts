import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData, expectSuccess } from '../harness/expect';
import { newGoal, newStrategy } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import {
  colleague,
  type LinkJson,
  linksOf,
  MALFORMED,
  newLink,
  newMeasure,
  NO_ID,
  readMeasure,
} from '../harness/measures';

const change = (kit: Kit, tenant: Tenant, linkId: string, body: object) =>
  kit.as(tenant, 'updateMeasureLink', { params: { linkId }, body });

const changed = async (kit: Kit, tenant: Tenant, linkId: string, body: object): Promise<LinkJson> =>
  expectSuccess(await change(kit, tenant, linkId, body), 'updateMeasureLink');

/** A link with a strategy of a goal. */
async function prepared(kit: Kit, tenant: Tenant) {
  const { id: measureId } = await newMeasure(kit, tenant);
  const { id: goalId } = await newGoal(kit, tenant);
  const { id: strategyId } = await newStrategy(kit, tenant, goalId);
  return {
    measureId,
    goalId,
    strategyId,
    link: await newLink(kit, tenant, measureId, { goalId, strategyId }),
  };
}

contract('measures/links-update', (kit) => {
  rowsOfEveryEndpoint(kit, 'updateMeasureLink');

  kit.it(
    ['updateMeasureLink.200', 'updateMeasureLink.rules.1', 'updateMeasureLink.rules.3'],
    'what is sent changes, the rest stays; the measure and the kind cannot be sent',
    async () => {
      const tenant = await kit.tenant();
      const { link } = await prepared(kit, tenant);
      const numbers = { thresholdPct: 70, riskThresholdPct: 60, weight: 0.5, displayOrder: 3 };
      const fixed = { id: NO_ID, measureId: NO_ID, linkType: 'personal', weight: null, personId: null };
      expect(await changed(kit, tenant, link.id, numbers)).toEqual({ ...link, ...numbers });
      expect(await changed(kit, tenant, link.id, fixed)).toEqual({ ...link, ...numbers });
      expect(await changed(kit, tenant, link.id, {})).toEqual({ ...link, ...numbers });
    },
  );

  kit.it(
    'updateMeasureLink.rules.2',
    'null removes goal and strategy, and the strategy goes with the goal',
    async () => {
      const tenant = await kit.tenant();
      const { link, goalId, strategyId } = await prepared(kit, tenant);
      const without = await changed(kit, tenant, link.id, { strategyId: null });
      expect(without).toMatchObject({ goalId, strategyId: null, linkType: 'goal' });
      expect(await changed(kit, tenant, link.id, { strategyId })).toMatchObject({ goalId, strategyId });
      const personal = { goalId: null, strategyId: null, linkType: 'personal' };
      expect(await changed(kit, tenant, link.id, { goalId: null })).toMatchObject(personal);
    },
  );

  kit.it(
    'updateMeasureLink.rules.4',
    'another person also becomes the owner of the measure, and of its other links',
    async () => {
      const tenant = await kit.tenant();
      const { link, measureId } = await prepared(kit, tenant);
      await newLink(kit, tenant, measureId);
      const personId = await colleague(kit, tenant);
      expect((await changed(kit, tenant, link.id, { personId })).personId).toBe(personId);
      expect((await readMeasure(kit, tenant, measureId)).ownerId).toBe(personId);
      const persons = (await linksOf(kit, tenant, { measureId })).map((other) => other.personId);
      expect(persons).toEqual([personId, personId]);
    },
  );

  kit.it('updateMeasureLink.rules.5', 'a new primary link takes the flag off the former one', async () => {
    const tenant = await kit.tenant();
    const { goalId, link } = await prepared(kit, tenant);
    const { id } = await newMeasure(kit, tenant);
    const former = await newLink(kit, tenant, id, { goalId, isPrimary: true });
    expect((await changed(kit, tenant, link.id, { isPrimary: true })).isPrimary).toBe(true);
    expect(await linksOf(kit, tenant, { measureId: id })).toMatchObject([
      { id: former.id, isPrimary: false },
    ]);
  });

  describe('refusing', () => {
    kit.it(
      ['updateMeasureLink.400.1', 'updateMeasureLink.400.2', 'updateMeasureLink.400.3'],
      'is 400 for malformed ids, and for a strategy without its goal',
      async () => {
        const tenant = await kit.tenant();
        const { link, strategyId, measureId } = await prepared(kit, tenant);
        for (const bad of MALFORMED) {
          expectNullData(await change(kit, tenant, bad, {}), 400, 'Invalid link ID format');
          const goal = await change(kit, tenant, link.id, { goalId: bad });
          expectNullData(goal, 400, 'Invalid goal ID format');
        }
        const personal = await newLink(kit, tenant, measureId);
        const alone = await change(kit, tenant, personal.id, { strategyId });
        expectNullData(alone, 400, 'Strategy requires a Goal to be set', 'STRATEGY_REQUIRES_GOAL');
        const { id: goalId } = await newGoal(kit, tenant);
        const mismatch = `Strategy ${strategyId} does not belong to Goal ${goalId}`;
        const elsewhere = await change(kit, tenant, link.id, { goalId });
        expectNullData(elsewhere, 400, mismatch, 'STRATEGY_GOAL_MISMATCH');
      },
    );

    kit.it(
      ['updateMeasureLink.404.1', 'updateMeasureLink.404.2', 'updateMeasureLink.404.3'],
      'is 404 for what the tenant does not have; only the link itself has a code',
      async () => {
        const tenant = await kit.tenant();
        const { link } = await prepared(kit, tenant);
        const none = await change(kit, tenant, NO_ID, {});
        expectNullData(none, 404, 'Measure link not found', 'MEASURE_LINK_NOT_FOUND');
        for (const kind of ['Person', 'Goal', 'Strategy']) {
          const answer = await change(kit, tenant, link.id, { [`${kind.toLowerCase()}Id`]: NO_ID });
          expectNullData(answer, 404, `${kind} not found`);
        }
      },
    );

    kit.it('updateMeasureLink.422.1', 'is 422 for numbers out of their bounds', async () => {
      const tenant = await kit.tenant();
      const { link } = await prepared(kit, tenant);
      const refused = async (body: object, text: string) =>
        expectNullData(await change(kit, tenant, link.id, body), 422, text);
      await refused({ thresholdPct: 101 }, 'Threshold percentage must be between 0 and 100');
      const risk =
        'Risk threshold percentage must be between 0 and 100 and not above the threshold percentage';
      for (const body of [{ riskThresholdPct: 81 }, { riskThresholdPct: -1 }, { thresholdPct: 40 }]) {
        await refused(body, risk);
      }
      await refused({ weight: 2 }, 'Weight must be between 0 and 1');
      await refused({ displayOrder: 0 }, 'displayOrder must be at least 1');
    });
  });
});
