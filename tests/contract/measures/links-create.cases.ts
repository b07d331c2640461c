import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData } from '../harness/expect';
import { newGoal, newStrategy } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import {
  colleague,
  linksOf,
  MALFORMED,
  momentOf,
  newLink,
  newMeasure,
  NO_ID,
  withMember,
} from '../harness/measures';

/** A good request, and a goal with a strategy beside it. */
async function prepared(kit: Kit, tenant: Tenant) {
  const { id: measureId } = await newMeasure(kit, tenant);
  const { id: goalId } = await newGoal(kit, tenant);
  const { id: strategyId } = await newStrategy(kit, tenant, goalId);
  const body = { measureId, personId: tenant.userId };
  return { ...body, goalId, strategyId, refused: withMember(kit, tenant, 'createMeasureLink', { body }) };
}

contract('measures/links-create', (kit) => {
  rowsOfEveryEndpoint(kit, 'createMeasureLink');

  kit.it(
    [
      'createMeasureLink.201',
      'createMeasureLink.rules.1',
      'createMeasureLink.rules.2',
      'createMeasureLink.rules.3',
    ],
    'a link is of a person, of a goal or of a strategy, by the ids that are set',
    async () => {
      const tenant = await kit.tenant();
      const { measureId, goalId, strategyId } = await prepared(kit, tenant);
      const personal = await newLink(kit, tenant, measureId, { linkType: 'strategy' });
      expect(personal).toEqual({
        id: personal.id,
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
      const numbers = { thresholdPct: 90.5, riskThresholdPct: 0, weight: 0.25, displayOrder: 7 };
      const goal = await newLink(kit, tenant, measureId, { goalId, ...numbers });
      expect(goal).toMatchObject({ linkType: 'goal', goalId, strategyId: null, ...numbers });
      const strategy = await newLink(kit, tenant, measureId, { goalId, strategyId });
      expect(strategy).toMatchObject({ linkType: 'strategy', goalId, strategyId });
      const other = await newLink(kit, tenant, measureId, { personId: await colleague(kit, tenant) });
      expect(other.linkType).toBe('personal');
    },
  );

  kit.it('createMeasureLink.rules.5', 'it comes last where no place is named', async () => {
    const tenant = await kit.tenant();
    const { measureId, goalId } = await prepared(kit, tenant);
    await newLink(kit, tenant, measureId, { goalId, displayOrder: 4 });
    const { id } = await newMeasure(kit, tenant);
    expect((await newLink(kit, tenant, id, { goalId })).displayOrder).toBe(5);
  });

  kit.it(
    ['createMeasureLink.rules.4', 'measures.open.primaryFlag'],
    'a goal has one primary measure: the one that was marked last; a person has none',
    async () => {
      const tenant = await kit.tenant();
      const { measureId, goalId } = await prepared(kit, tenant);
      const first = await newLink(kit, tenant, measureId, { goalId, isPrimary: true });
      const other = await newMeasure(kit, tenant);
      const second = await newLink(kit, tenant, other.id, { goalId, isPrimary: true });
      const links = await linksOf(kit, tenant, { goalId });
      expect(links.filter(({ isPrimary }) => isPrimary).map(({ id }) => id)).toEqual([second.id]);
      expect(links.map(({ id }) => id)).toContain(first.id);
      expect((await newLink(kit, tenant, other.id, { isPrimary: true })).isPrimary).toBe(false);
    },
  );

  describe('refusing', () => {
    kit.it(
      [
        'createMeasureLink.400.1',
        'createMeasureLink.400.2',
        'createMeasureLink.400.3',
        'createMeasureLink.400.4',
        'createMeasureLink.400.5',
      ],
      'is 400 for what is missing, does not go together, or is there already',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        const { refused, goalId, strategyId, ...body } = await prepared(kit, tenant);
        expectNullData(await refused('personId', undefined), 400, 'PersonId is required');
        expectNullData(await refused('measureId', null), 400, 'MeasureId is required');
        expectNullData(await refused('strategyId', strategyId), 400, 'Strategy link requires goalId');
        const { id: elsewhere } = await newGoal(kit, tenant);
        const wrong = { ...body, goalId: elsewhere, strategyId };
        const mismatch = `Strategy ${strategyId} does not belong to Goal ${elsewhere}`;
        const answer = await kit.as(tenant, 'createMeasureLink', { body: wrong });
        expectNullData(answer, 400, mismatch, 'STRATEGY_GOAL_MISMATCH');
        for (const ends of [{}, { goalId }, { goalId, strategyId }]) {
          await newLink(kit, tenant, body.measureId, ends);
          const again = await kit.as(tenant, 'createMeasureLink', { body: { ...body, ...ends } });
          expectNullData(again, 400, 'Measure link already exists');
        }
        expect(other.userId).not.toBe(tenant.userId);
      },
    );

    it('is 400 for ids that are no UUIDs', async () => {
      const tenant = await kit.tenant();
      const { refused } = await prepared(kit, tenant);
      for (const malformed of MALFORMED) {
        for (const [member, kind] of [
          ['measureId', 'Measure'],
          ['personId', 'person'],
          ['goalId', 'goal'],
          ['strategyId', 'strategy'],
        ] as const) {
          expectNullData(await refused(member, malformed), 400, `Invalid ${kind} ID format`);
        }
      }
    });

    kit.it(
      ['createMeasureLink.404.1', 'createMeasureLink.404.2'],
      'is 404 for what the tenant does not have',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        const { refused, goalId, measureId, personId } = await prepared(kit, tenant);
        const theirs = await prepared(kit, other);
        for (const id of [NO_ID, theirs.measureId])
          expectNullData(await refused('measureId', id), 404, 'Measure not found');
        for (const id of [NO_ID, other.userId])
          expectNullData(await refused('personId', id), 404, 'Person not found');
        for (const id of [NO_ID, theirs.goalId])
          expectNullData(await refused('goalId', id), 404, 'Goal not found');
        const good = { body: { measureId, personId, goalId } };
        for (const id of [NO_ID, theirs.strategyId]) {
          const answer = await withMember(kit, tenant, 'createMeasureLink', good)('strategyId', id);
          expectNullData(answer, 404, 'Strategy not found');
        }
      },
    );

    kit.it(
      [
        'createMeasureLink.422.1',
        'createMeasureLink.422.2',
        'createMeasureLink.422.3',
        'measures.open.weight',
      ],
      'is 422 for shares and weights out of their bounds',
      async () => {
        const tenant = await kit.tenant();
        const { refused } = await prepared(kit, tenant);
        const share = 'Threshold percentage must be between 0 and 100';
        for (const value of [-1, 100.1]) expectNullData(await refused('thresholdPct', value), 422, share);
        const risk =
          'Risk threshold percentage must be between 0 and 100 and not above the threshold percentage';
        for (const value of [-1, 80.1, 101])
          expectNullData(await refused('riskThresholdPct', value), 422, risk);
        for (const value of [-0.1, 1.5, 2]) {
          expectNullData(await refused('weight', value), 422, 'Weight must be between 0 and 1');
        }
        expectNullData(await refused('displayOrder', 0), 422, 'displayOrder must be at least 1');
      },
    );
  });
});
