import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newGoal } from '../harness/goals';
import { contract, type Tenant } from '../harness/kit';
import { NEW_KPI, newKpi, readKpi } from '../harness/kpis';
import { signInAgain } from '../harness/people';

const TRIAL_SECONDS = 14 * 24 * 60 * 60;
const STARTER_KPIS = 50;
const text = (length: number): string => 'x'.repeat(length);

contract('kpis/create', (kit) => {
  rowsOfEveryEndpoint(kit, 'createKpi');

  const refuse = async (body: unknown, ...members: string[]): Promise<void> =>
    expectInvalid(await kit.as(await kit.tenant(), 'createKpi', { body }), ...members);

  const entries = async (tenant: Tenant): Promise<readonly Record<string, unknown>[]> => {
    const { id: goalId } = await newGoal(kit, tenant);
    const { body } = await kit.as(tenant, 'getAvailableKpis', { params: { goalId } });
    return (body as { data: { catalogKpis: Record<string, unknown>[] } }).data.catalogKpis;
  };

  kit.it(
    ['createKpi.201', 'createKpi.rules.2', 'createKpi.rules.4'],
    'a new KPI has the documented defaults, and the caller owns it',
    async () => {
      const tenant = await kit.tenant();
      const kpi = await newKpi(kit, tenant);
      expect(kpi).toMatchObject({
        ...NEW_KPI,
        catalogId: null,
        description: null,
        type: 'quantitative',
        category: null,
        aggregationType: 'latest',
        aggregationPeriod: 'monthly',
        valueType: 'snapshot',
        currentValue: null,
        currentValueDate: null,
        calculationMethod: null,
        dataSourceType: 'manual',
        ownerId: tenant.userId,
        tenantId: tenant.tenantId,
        isShared: false,
        linkedGoalCount: 0,
      });
      expect(kpi).not.toHaveProperty('linkedGoals');
    },
  );

  it('keeps all that was sent', async () => {
    const tenant = await kit.tenant();
    const sent = {
      description: 'What comes in every month',
      direction: 'down',
      type: 'binary',
      category: 'Finance',
      aggregationType: 'pointInTime',
      aggregationPeriod: 'quarterly',
      valueType: 'other',
      currentValue: 45_000.5,
      currentValueDate: '2026-01-10',
      calculationMethod: 'Added up',
      measurementFrequency: 'Weekly',
      ownerId: tenant.userId,
    };
    const kpi = await newKpi(kit, tenant, sent);
    expect(kpi).toMatchObject(sent);
    expect(await readKpi(kit, tenant, kpi.id)).toMatchObject(sent);
  });

  it('takes every value of the KPI enums', async () => {
    const tenant = await kit.tenant();
    const values = {
      aggregationType: ['sum', 'average', 'min', 'max', 'latest', 'count', 'pointInTime'],
      aggregationPeriod: ['none', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'],
      valueType: ['snapshot', 'aggregate', 'other'],
      type: ['quantitative', 'qualitative', 'binary'],
    };
    for (const [member, each] of Object.entries(values)) {
      for (const value of each) {
        expect(await newKpi(kit, tenant, { [member]: value })).toMatchObject({ [member]: value });
      }
    }
  });

  kit.it('createKpi.rules.1', 'what is not sent is taken from the entry of the catalog', async () => {
    const tenant = await kit.tenant();
    for (const { id, name, description, unit, direction, category } of await entries(tenant)) {
      const kpi = await kit.as(tenant, 'createKpi', { body: { catalogId: id } });
      const taken = { catalogId: id, name, description, unit, direction, category };
      expect(kpi.body).toMatchObject({ data: taken });
      const renamed = await kit.as(tenant, 'createKpi', { body: { catalog_id: id, name: 'Own name' } });
      expect(renamed.body).toMatchObject({ data: { ...taken, name: 'Own name' } });
    }
  });

  kit.it('createKpi.rules.3', 'formula is the older name, and isShared is computed', async () => {
    const tenant = await kit.tenant();
    const kpi = await newKpi(kit, tenant, { formula: 'a / b', isShared: true });
    expect(kpi).toMatchObject({ calculationMethod: 'a / b', isShared: false });
    const both = await newKpi(kit, tenant, { formula: 'a / b', calculationMethod: 'a * b' });
    expect(both['calculationMethod']).toBe('a * b');
  });

  kit.it(
    [
      ...['catalogId', 'aggregationType', 'aggregationPeriod', 'valueType', 'currentValue'],
      ...['currentValueDate', 'calculationMethod', 'measurementFrequency', 'ownerId', 'isShared'],
    ].map((name) => `createKpi.twin.${name}`),
    'members count in either spelling; the documented one wins where both are sent',
    async () => {
      const tenant = await kit.tenant();
      const snake = await newKpi(kit, tenant, {
        aggregation_type: 'sum',
        aggregation_period: 'daily',
        value_type: 'aggregate',
        current_value: 3,
        current_value_date: '2026-01-02',
        calculation_method: 'snake',
        calculationMethod: 'camel',
        measurement_frequency: 'Daily',
        owner_id: tenant.userId,
        is_shared: true,
      });
      expect(snake).toMatchObject({
        aggregationType: 'sum',
        aggregationPeriod: 'daily',
        valueType: 'aggregate',
        currentValue: 3,
        currentValueDate: '2026-01-02',
        calculationMethod: 'camel',
        measurementFrequency: 'Daily',
        isShared: false,
      });
      const [entry] = await entries(tenant);
      const made = await kit.as(tenant, 'createKpi', { body: { catalog_id: entry?.['id'] } });
      expect(made.body).toMatchObject({ data: { catalog_id: entry?.['id'] } });
    },
  );

  kit.it('createKpi.404.KPI_NOT_FOUND', 'the entry of the catalog must be there', async () => {
    const answer = await kit.as(await kit.tenant(), 'createKpi', { body: { catalogId: 'x' } });
    expectError(answer, 404, 'KPI_NOT_FOUND');
  });

  kit.it('createKpi.403.SUBSCRIPTION_LIMIT_REACHED', 'the tier limits how many there are', async () => {
    const registered = await kit.tenant();
    kit.clock.advance(TRIAL_SECONDS);
    const tenant = await signInAgain(kit, registered);
    const create = () => kit.as(tenant, 'createKpi', { body: NEW_KPI });
    const answers = await Promise.all(Array.from({ length: STARTER_KPIS + 1 }, create));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(STARTER_KPIS);
    expectError(await create(), 403, 'SUBSCRIPTION_LIMIT_REACHED');
    const made = answers.find(({ status }) => status === 201)?.body as { data: { id: string } };
    await kit.as(tenant, 'deleteKpi', { params: { id: made.data.id } });
    expect((await create()).status).toBe(201);
  });

  describe('members that are not acceptable', () => {
    kit.it('createKpi.422.VALIDATION_ERROR', 'are named, all at once', async () => {
      await refuse({}, 'name', 'unit', 'direction');
      await refuse({ name: ' ', unit: 'USD', direction: 'up' }, 'name');
      await refuse({ ...NEW_KPI, direction: 'Increase' }, 'direction');
      await refuse({ ...NEW_KPI, type: 'Leading', valueType: 'Number' }, 'type', 'valueType');
      await refuse(
        { ...NEW_KPI, aggregation_type: 'Sum', aggregationPeriod: 1 },
        'aggregation_type',
        'aggregationPeriod',
      );
      await refuse(
        { ...NEW_KPI, currentValue: '5', currentValueDate: 'soon' },
        'currentValue',
        'currentValueDate',
      );
    });

    it('are those that are longer than the document allows', async () => {
      const longest = {
        name: text(200),
        description: text(1000),
        unit: text(1000),
        category: text(1000),
        calculationMethod: text(1000),
      };
      expect(await newKpi(kit, await kit.tenant(), longest)).toMatchObject(longest);
      const members = Object.keys(longest);
      const longer = Object.entries(longest).map(([name, value]) => [name, `${value}x`]);
      await refuse({ ...NEW_KPI, ...Object.fromEntries(longer) }, ...members);
    });

    it('are owners that the tenant does not have', async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      for (const ownerId of ['x', other.userId]) {
        const answer = await kit.as(tenant, 'createKpi', { body: { ...NEW_KPI, ownerId } });
        expect(expectError(answer, 422, 'VALIDATION_ERROR').error).toBe('Owner not found');
      }
    });
  });
});
