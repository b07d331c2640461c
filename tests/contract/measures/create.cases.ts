import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { expectNullData } from '../harness/expect';
import { newGoal, newStrategy } from '../harness/goals';
import { contract, type Kit, type Tenant } from '../harness/kit';
import {
  colleague,
  linksOf,
  MALFORMED,
  momentOf,
  newMeasure,
  NO_ID,
  readMeasure,
  withMember,
} from '../harness/measures';
import { signInAgain } from '../harness/people';

const GOOD = { body: { name: 'Retention' } };
const TRIAL_SECONDS = 14 * 24 * 60 * 60;
const STARTER_MEASURES = 50;
const LONG = 'x'.repeat(1001);

const refusing = (kit: Kit, tenant: Tenant) => withMember(kit, tenant, 'createMeasure', GOOD);

contract('measures/create', (kit) => {
  rowsOfEveryEndpoint(kit, 'createMeasure');

  kit.it(
    [
      'createMeasure.201',
      'createMeasure.rules.1',
      'createMeasure.rules.9',
      'measures.open.hiddenFields',
      'measures.open.location',
    ],
    'a new measure has every documented member, and its place in the header Location',
    async () => {
      const tenant = await kit.tenant();
      const ownerId = await colleague(kit, tenant);
      const { id: strategyId } = await newStrategy(kit, tenant, (await newGoal(kit, tenant)).id);
      const shown = {
        name: 'Customer Retention Rate',
        description: 'Share of customers kept during the month',
        currentValue: 85.5,
        targetValue: 90,
        unit: '%',
        direction: 'Increase',
        type: 'Lagging',
        category: 'Customer Success',
        measurementFrequency: 'Weekly',
        dataSource: 'CRM System',
        ownerId,
        strategyId,
        catalogId: 'measure-catalog-002',
        currentValueDate: '2025-01-15T00:00:00Z',
      };
      const hidden = {
        aggregationType: 'Average',
        aggregationPeriod: 'Month',
        valueType: 'Percentage',
        calculationMethod: 'kept / all * 100',
      };
      const answer = await kit.as(tenant, 'createMeasure', { body: { ...shown, ...hidden } });
      const { data } = answer.body as { data: { id: string } };
      expect(answer.status).toBe(201);
      expect(answer.headers.get('location')).toBe(`/measures/${data.id}`);
      const moment = momentOf(kit);
      const own = { tenantId: tenant.tenantId, createdAt: moment, updatedAt: moment, isDeleted: false };
      expect(data).toEqual({ id: data.id, ...own, ...shown });
      const {
        linkedGoals: _goals,
        historicalValues: _values,
        ...read
      } = await readMeasure(kit, tenant, data.id);
      expect(read).toEqual(data);
    },
  );

  kit.it(
    [
      'createMeasure.rules.2',
      'createMeasure.rules.3',
      'createMeasure.rules.4',
      'createMeasure.rules.5',
      'createMeasure.rules.6',
      'measures.open.type',
    ],
    'belongs to the caller and is its own, taken monthly and valued now, unless something else is said',
    async () => {
      const tenant = await kit.tenant();
      expect(await newMeasure(kit, tenant, { name: 'Bare', currentValue: 3 })).toMatchObject({
        tenantId: tenant.tenantId,
        ownerId: tenant.userId,
        catalogId: null,
        direction: null,
        type: null,
        measurementFrequency: 'Monthly',
        currentValue: 3,
        currentValueDate: momentOf(kit),
      });
      const catalogId = 'in-no-catalog';
      const known = await newMeasure(kit, tenant, { catalogId, type: 'Leading', direction: 'Decrease' });
      expect(known).toMatchObject({ catalogId, type: 'Leading', direction: 'Decrease' });
      expect(await newMeasure(kit, tenant, { currentValue: null })).toMatchObject({
        currentValue: null,
        currentValueDate: null,
      });
    },
  );

  kit.it(
    ['createMeasure.rules.8', 'measures.open.deprecatedGoalId'],
    'may still name a goal: then it is linked with it, for its owner',
    async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant);
      const ownerId = await colleague(kit, tenant);
      const body = { name: 'Linked', goalId, ownerId };
      const answer = await kit.as(tenant, 'createMeasure', { body });
      const { data } = answer.body as { data: { id: string } };
      expect(answer.headers.get('deprecation')).toBe('true');
      expect(await linksOf(kit, tenant, { measureId: data.id })).toMatchObject([
        { goalId, personId: ownerId, linkType: 'goal', isPrimary: false },
      ]);
      expect((await kit.as(tenant, 'createMeasure', GOOD)).headers.has('deprecation')).toBe(false);
      expectNullData(await refusing(kit, tenant)('goalId', NO_ID), 422, 'Goal not found');
    },
  );

  describe('refusing', () => {
    kit.it(
      [
        'createMeasure.400.1',
        'createMeasure.400.2',
        'createMeasure.400.3',
        'createMeasure.rules.7',
        'createMeasure.rules.10',
        'measures.open.statusSplit',
      ],
      'is 400 for what is missing, and for what no enum or scalar has',
      async () => {
        const tenant = await kit.tenant();
        const refused = refusing(kit, tenant);
        for (const name of [undefined, null, '', '  ']) {
          expectNullData(await refused('name', name), 400, 'Name is required');
        }
        for (const value of ['up', 'increase', 'INCREASE', '', 1]) {
          expectNullData(
            await refused('direction', value),
            400,
            "Direction must be 'Increase' or 'Decrease'",
          );
        }
        for (const value of ['leading', 'Quantitative', true]) {
          expectNullData(await refused('type', value), 400, "Type must be 'Leading' or 'Lagging'");
        }
        for (const [member, value] of [
          ['name', 7],
          ['targetValue', '90'],
          ['currentValueDate', 'yesterday'],
        ] as const) {
          const complaint = expect.stringMatching(new RegExp(`^${member} `)) as unknown;
          expectNullData(await refused(member, value), 400, complaint);
        }
        const list = await kit.as(tenant, 'createMeasure', { body: [] });
        expectNullData(list, 400, 'body must be a JSON object');
      },
    );

    kit.it(['createMeasure.400.4', 'measures.open.guids'], 'is 400 for ids that are no UUIDs', async () => {
      const tenant = await kit.tenant();
      for (const malformed of [...MALFORMED, '', 7]) {
        for (const kind of ['owner', 'strategy', 'goal']) {
          const answer = await refusing(kit, tenant)(`${kind}Id`, malformed);
          expectNullData(answer, 400, `Invalid ${kind} ID format`);
        }
      }
      await newMeasure(kit, tenant, { ownerId: `user_${tenant.userId}` });
    });

    kit.it(
      ['createMeasure.422.1', 'createMeasure.422.2', 'createMeasure.422.3', 'measures.open.limits'],
      'is 422 for what is out of its bounds',
      async () => {
        const tenant = await kit.tenant();
        const refused = refusing(kit, tenant);
        for (const value of [0, -1]) {
          expectNullData(await refused('targetValue', value), 422, 'Target value must be greater than 0');
        }
        const name = 'Name must be 200 characters or less';
        expectNullData(await refused('name', 'x'.repeat(201)), 422, name);
        for (const [member, words] of Object.entries({
          description: 'Description',
          unit: 'Unit',
          category: 'Category',
          measurementFrequency: 'Measurement frequency',
          dataSource: 'Data source',
          catalogId: 'Catalog ID',
          aggregationType: 'Aggregation type',
          aggregationPeriod: 'Aggregation period',
          valueType: 'Value type',
          calculationMethod: 'Calculation method',
        })) {
          expectNullData(await refused(member, LONG), 422, `${words} must be 1000 characters or less`);
        }
        const future = { body: { name: 'Early', currentValue: 1 } };
        const answer = withMember(
          kit,
          tenant,
          'createMeasure',
          future,
        )('currentValueDate', momentOf(kit, 61));
        expectNullData(await answer, 422, 'Current value date cannot be in the future');
        await newMeasure(kit, tenant, { name: 'x'.repeat(200), description: 'x'.repeat(1000) });
      },
    );

    kit.it(
      ['createMeasure.422.4', 'createMeasure.422.5', 'measures.open.missingReferences'],
      'is 422 for an owner or a strategy that the tenant does not have',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        const refused = refusing(kit, tenant);
        const { id } = await newStrategy(kit, other, (await newGoal(kit, other)).id);
        for (const owner of [NO_ID, other.userId]) {
          expectNullData(await refused('ownerId', owner), 422, 'Owner not found');
        }
        for (const strategy of [NO_ID, id]) {
          expectNullData(await refused('strategyId', strategy), 422, 'Strategy not found');
        }
      },
    );

    kit.it(
      'createMeasure.403.1',
      'is 403 past the limit of the subscription; deleted ones do not count',
      async () => {
        const tenant = await kit.tenant();
        kit.clock.advance(TRIAL_SECONDS);
        const later = await signInAgain(kit, tenant);
        const [first] = await Promise.all(
          Array.from({ length: STARTER_MEASURES }, () => newMeasure(kit, later)),
        );
        const text = 'Measure limit reached for your subscription';
        expectNullData(await kit.as(later, 'createMeasure', GOOD), 403, text);
        await kit.as(later, 'deleteMeasure', { params: { id: first?.id ?? '' } });
        await newMeasure(kit, later);
        expectNullData(await kit.as(later, 'createMeasure', GOOD), 403, text);
      },
    );
  });
});
