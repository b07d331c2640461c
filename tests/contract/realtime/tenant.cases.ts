import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { newEntry, newGoal } from '../harness/goals';
import { contract, signedIn, type Tenant } from '../harness/kit';
import { type Stream, type StreamedEvent, Streams } from '../harness/streams';

const ID = 'subscribeTenant';

contract('realtime/tenant', (kit) => {
  rowsOfEveryEndpoint(kit, ID);

  const streams = new Streams(kit);
  afterEach(() => streams.leave());

  const watch = (tenant: Tenant, query = {}): Promise<Stream> =>
    streams.begin(ID, { params: { tenantId: tenant.tenantId }, query, headers: signedIn(tenant) });

  kit.it(
    [`${ID}.200`, `${ID}.rules.1`, 'common.realtime.reconnection.6'],
    'tells of all goals of the tenant what their own streams tell, under the same numbers, and of no other tenant',
    async () => {
      const [tenant, stranger] = [await kit.tenant(), await kit.tenant()];
      const goals = [await newGoal(kit, tenant), await newGoal(kit, tenant)] as const;
      const own = await Promise.all(
        goals.map(({ id: goalId }) =>
          streams.begin('subscribeGoalActivity', { params: { goalId }, headers: signedIn(tenant) }),
        ),
      );
      const all = await watch(tenant);
      await newEntry(kit, stranger, (await newGoal(kit, stranger)).id);
      for (const { id } of [goals[0], goals[1], goals[0]]) await newEntry(kit, tenant, id);
      const [first, second, third] = await all.events(3);
      expect(await own[0]?.events(2)).toEqual([first, third]);
      expect(await own[1]?.event()).toEqual(second);
      const ids = [first, second, third].map((event) => Number(event?.id));
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(ids.every(Number.isInteger)).toBe(true);
    },
  );

  kit.it(
    [`${ID}.query.lastEventId`, `${ID}.twin.lastEventId`],
    'is replayed like the stream of a goal',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const stream = await watch(tenant);
      for (const text of ['one', 'two']) await newEntry(kit, tenant, id, { text });
      const [first, second] = await stream.events(2);
      for (const name of ['lastEventId', 'last_event_id']) {
        expect(await (await watch(tenant, { [name]: first?.id })).event()).toEqual(second);
      }
      const resync: Partial<StreamedEvent> = { event: 'resync', data: { type: 'resync' } };
      expect(await (await watch(tenant, { lastEventId: 'unknown' })).event()).toMatchObject(resync);
    },
  );

  kit.it(
    [`${ID}.query.access_token`, `${ID}.query.tenant`, `${ID}.twin.access_token`],
    'takes token and tenant from its address, in the names of both ages',
    async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant);
      const params = { tenantId: `tenant_${tenant.tenantId}` };
      for (const [query, event] of [
        [{ access_token: tenant.token, tenant: tenant.tenantId }, 'activity.created'],
        [{ accessToken: tenant.token, tenantId: tenant.tenantId }, 'activityCreated'],
      ] as const) {
        const stream = await streams.begin(ID, { params, query });
        await newEntry(kit, tenant, id);
        expect(await stream.event()).toMatchObject({ event, data: { type: event, goalId: id } });
      }
    },
  );

  kit.it(
    [`${ID}.401.UNAUTHORIZED`, `${ID}.403.FORBIDDEN`, `${ID}.422.VALIDATION_ERROR`],
    'is for members of the tenant only, whichever way another one is named',
    async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const params = { tenantId: tenant.tenantId };
      expectError(await kit.anonymous(ID, { params, query: { access_token: 'none' } }), 401, 'UNAUTHORIZED');
      for (const tenantId of [other.tenantId, 'unknown']) {
        expectError(await kit.as(tenant, ID, { params: { tenantId } }), 403, 'FORBIDDEN');
      }
      for (const name of ['tenant', 'tenantId']) {
        expectError(
          await kit.as(tenant, ID, { params, query: { [name]: other.tenantId } }),
          403,
          'FORBIDDEN',
        );
      }
      const twice = { lastEventId: '1', 'lastEventId[]': '2' };
      expectInvalid(await kit.as(tenant, ID, { params, query: twice }), 'lastEventId');
    },
  );
});
