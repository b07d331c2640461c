import { expectError, expectInvalid } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { type ActivityJson, newEntry, newGoal } from '../harness/goals';
import { contract, signedIn, type Tenant } from '../harness/kit';
import { recordActual, sharedKpi } from '../harness/kpis';
import { type Stream, type StreamedEvent, Streams } from '../harness/streams';

const ID = 'subscribeGoalActivity';

/** The life of an access token, see contract README, row 10. */
const TOKEN_SECONDS = 900;

/** The types of entries, and the events that they are told as, by callers of both ages. */
const NAMES = [
  ['note', 'activity.created', 'activityCreated'],
  ['decision', 'decision.created', 'decisionCreated'],
  ['attachment', 'attachment.created', 'attachmentCreated'],
] as const;

/** What a stream tells of an entry. */
const dataOf = (type: string, { goalId, id, text, createdAt, title, url }: ActivityJson): object => ({
  type,
  goalId,
  activity: { id, text, createdAt, title, url },
});

const texts = (events: readonly (StreamedEvent | undefined)[]): unknown[] =>
  events.map((event) => (event?.data?.['activity'] as { text?: unknown } | undefined)?.text);

const numbers = (events: readonly (StreamedEvent | undefined)[]): number[] =>
  events.map((event) => Number(event?.id));

contract('realtime/goal', (kit) => {
  rowsOfEveryEndpoint(kit, ID);

  const streams = new Streams(kit);
  afterEach(() => streams.leave());

  const newOne = async (): Promise<{ tenant: Tenant; goalId: string }> => {
    const tenant = await kit.tenant();
    return { tenant, goalId: (await newGoal(kit, tenant)).id };
  };

  const watch = (tenant: Tenant, goalId: string, query = {}, headers = {}): Promise<Stream> =>
    streams.begin(ID, { params: { goalId }, query, headers: { ...signedIn(tenant), ...headers } });

  const write = (tenant: Tenant, goalId: string, ...words: string[]): Promise<ActivityJson[]> =>
    words.reduce<Promise<ActivityJson[]>>(
      async (before, text) => [...(await before), await newEntry(kit, tenant, goalId, { text })],
      Promise.resolve([]),
    );

  kit.it(
    [
      ...[`${ID}.200`, `${ID}.rules.3`],
      ...[1, 2, 3].map((row) => `common.realtime.eventTypes.${row}`),
      ...[1, 2, 3].map((row) => `common.realtime.frame.${row}`),
      ...['type', 'goalId'].map((row) => `common.realtime.data.${row}`),
      ...['id', 'text', 'createdAt', 'title', 'url'].map((row) => `common.realtime.data.activity.${row}`),
      ...['common.realtime.reconnection.2', 'common.realtime.reconnection.7'],
    ],
    'tells what is written into the goal, each entry by the name of its type and as the documents show it',
    async () => {
      const { tenant, goalId } = await newOne();
      const stream = await watch(tenant, goalId);
      expect(Object.fromEntries(stream.response.headers)).toMatchObject({
        'content-type': expect.stringMatching(/^text\/event-stream\b/) as string,
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      expect(stream.response.headers.has('content-encoding')).toBe(false);
      expect(await stream.block()).toMatch(/^retry: 3000$/m);
      // Where it begins, so that nothing is lost when it breaks before the first event.
      expect(await stream.block()).toMatch(/^id: \d+$/);
      for (const [type, name] of NAMES) {
        const more = { type, title: 'T', url: type === 'note' ? null : 'https://example.com/' };
        const entry = await newEntry(kit, tenant, goalId, more);
        const block = (await stream.block()) ?? '';
        const [id = '', ...lines] = block.split('\n');
        expect(id).toMatch(/^id: \d+$/);
        expect(lines).toEqual([`event: ${name}`, `data: ${JSON.stringify(dataOf(name, entry))}`]);
      }
    },
  );

  kit.it(
    [`${ID}.rules.4`, 'common.realtime.eventTypes.4'],
    'a value is told on the stream of each goal of its KPI, by the names of both ages, and on no other',
    async () => {
      const tenant = await kit.tenant();
      const { kpi, goalIds } = await sharedKpi(kit, tenant, { name: 'Recurring revenue', unit: 'USD' });
      const other = await newGoal(kit, tenant);
      const watch = (goalId: string) => streams.begin(ID, { params: { goalId }, headers: signedIn(tenant) });
      const watched = await Promise.all(goalIds.map(watch));
      const elsewhere = await watch(other.id);
      const { actual } = await recordActual(kit, tenant, kpi.id, ['2025-01-31', 45000.5]);
      for (const [index, goalId] of goalIds.entries()) {
        expect(await watched[index]?.event()).toMatchObject({
          event: 'kpi.reading.created',
          data: {
            type: 'kpi.reading.created',
            goalId,
            activity: { id: actual.id, text: 'Recurring revenue: 45000.5 USD', title: null, url: null },
            reading: { kpiId: kpi.id, measurementDate: '2025-01-31', value: 45000.5 },
          },
        });
      }
      const later = await streams.begin(ID, {
        params: { goalId: goalIds[0] },
        query: { accessToken: tenant.token, lastEventId: '0' },
      });
      expect(await later.event()).toMatchObject({ event: 'measureReadingCreated' });
      await write(tenant, other.id, 'here');
      expect(texts([await elsewhere.event()])).toEqual(['here']);
    },
  );

  it('tells what the service itself writes into the goal', async () => {
    const { tenant, goalId } = await newOne();
    const stream = await watch(tenant, goalId);
    await kit.as(tenant, 'activateGoal', { params: { id: goalId }, body: { reason: 'ready' } });
    expect((await stream.event())?.data).toMatchObject({
      type: 'activity.created',
      activity: { text: 'Goal started: ready', title: 'Goal Started', url: null },
    });
  });

  it('tells nothing of other goals', async () => {
    const { tenant, goalId } = await newOne();
    const other = await newGoal(kit, tenant);
    const stream = await watch(tenant, goalId);
    await write(tenant, other.id, 'elsewhere');
    await write(tenant, goalId, 'here');
    expect(texts([await stream.event()])).toEqual(['here']);
  });

  kit.it(
    [`${ID}.rules.2`, `${ID}.query.lastEventId`, `${ID}.twin.lastEventId`, 'common.realtime.reconnection.3'],
    'goes on behind the event that its reader has seen last, however the reader says so',
    async () => {
      const { tenant, goalId } = await newOne();
      const stream = await watch(tenant, goalId);
      await write(tenant, goalId, 'one', 'two', 'three');
      const [first] = await stream.events(3);
      stream.leave();
      await write(tenant, goalId, 'four');
      for (const [query, headers] of [
        [{ lastEventId: first?.id }, {}],
        [{ last_event_id: first?.id }, {}],
        [{}, { 'last-event-id': first?.id }],
      ]) {
        const again = await watch(tenant, goalId, query, headers);
        expect(texts(await again.events(3))).toEqual(['two', 'three', 'four']);
      }
    },
  );

  kit.it('common.realtime.reconnection.5', 'believes the header more than the address', async () => {
    const { tenant, goalId } = await newOne();
    const stream = await watch(tenant, goalId);
    await write(tenant, goalId, 'one', 'two', 'three');
    const [first, second] = await stream.events(3);
    const query = { lastEventId: first?.id };
    const again = await watch(tenant, goalId, query, { 'last-event-id': second?.id });
    expect(texts([await again.event()])).toEqual(['three']);
  });

  kit.it(
    ['common.realtime.reconnection.4', 'common.realtime.resync'],
    'says to read all anew where it does not know the position, and then sends what it has kept',
    async () => {
      const { tenant, goalId } = await newOne();
      await write(tenant, goalId, 'one', 'two');
      for (const lastEventId of ['unknown', '999999', '-1']) {
        for (const twin of ['access_token', 'accessToken']) {
          const stream = await watch(tenant, goalId, { lastEventId, [twin]: tenant.token });
          const [resync, ...kept] = await stream.events(3);
          expect(resync).toMatchObject({ event: 'resync', data: { type: 'resync' } });
          expect(Object.keys(resync?.data ?? {})).toEqual(['type']);
          expect(Number(resync?.id)).toBeLessThan(numbers(kept)[0] ?? 0);
          expect(texts(kept)).toEqual(['one', 'two']);
        }
      }
    },
  );

  kit.it(
    [`${ID}.rules.1`, `${ID}.query.access_token`, `${ID}.query.tenant`, 'common.realtime.reconnection.10'],
    'takes token and tenant from its address, for browsers set no headers',
    async () => {
      const { tenant, goalId } = await newOne();
      const query = { access_token: tenant.token, tenant: tenant.tenantId };
      for (const given of [query, { access_token: tenant.token }]) {
        const stream = await streams.begin(ID, { params: { goalId }, query: given });
        const [entry] = await write(tenant, goalId, 'seen');
        expect((await stream.event())?.data).toEqual(entry && dataOf('activity.created', entry));
      }
    },
  );

  kit.it('common.realtime.reconnection.8', 'ends with its token, and goes on with a fresh one', async () => {
    const { tenant, goalId } = await newOne();
    kit.clock.advance(TOKEN_SECONDS - 0.5);
    const stream = await watch(tenant, goalId);
    expect(await stream.event()).toBeUndefined();
    kit.clock.advance(0.5);
    expectError(await kit.as(tenant, ID, { params: { goalId } }), 401, 'UNAUTHORIZED');
  });

  kit.it(`${ID}.twin.access_token`, 'speaks to callers of a later age in their names', async () => {
    const { tenant, goalId } = await newOne();
    const later = [
      { accessToken: tenant.token },
      { accessToken: tenant.token, tenantId: tenant.tenantId },
      { access_token: tenant.token, tenantId: tenant.tenantId },
    ];
    for (const query of later) {
      const stream = await streams.begin(ID, { params: { goalId }, query });
      for (const [type, , name] of NAMES) {
        const entry = await newEntry(kit, tenant, goalId, { type });
        expect(await stream.event()).toMatchObject({ event: name, data: dataOf(name, entry) });
      }
    }
  });

  kit.it(
    [
      ...[`${ID}.401.UNAUTHORIZED`, `${ID}.403.FORBIDDEN`, `${ID}.404.GOAL_NOT_FOUND`],
      ...[`${ID}.422.VALIDATION_ERROR`, 'common.realtime.reconnection.11'],
    ],
    'is refused in JSON before it begins, and tells no token to anybody',
    async () => {
      const { tenant, goalId } = await newOne();
      const other = await kit.tenant();
      const params = { goalId };
      const bad = await kit.anonymous(ID, { params, query: { access_token: 'no.such.token' } });
      expect(expectError(bad, 401, 'UNAUTHORIZED').error).not.toContain('no.such.token');
      for (const name of ['tenant', 'tenantId']) {
        expectError(
          await kit.as(tenant, ID, { params, query: { [name]: other.tenantId } }),
          403,
          'FORBIDDEN',
        );
      }
      const query = { access_token: tenant.token };
      const unknown = await kit.anonymous(ID, { params: { goalId: 'unknown' }, query });
      expectError(unknown, 404, 'GOAL_NOT_FOUND');
      expect(JSON.stringify(unknown.body)).not.toContain(tenant.token);
      const twice = { lastEventId: '1', 'lastEventId[]': '2' };
      expectInvalid(await kit.as(tenant, ID, { params, query: twice }), 'lastEventId');
    },
  );
});
