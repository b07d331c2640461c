/** Event streams, over real HTTP: what they send, to whom, and when they end. */
import { watchUnusedConnections } from '../../../common/unused-connections';
import { moved, raise } from '../testing/library';
import { type EventReader, readEvents } from '../testing/event-reader';
import { serve, type Served } from '../testing/kit';

const DOCUMENT = `
subscription Watch($shelfId: ID!, $lastEventId: ID @header(name: "Last-Event-ID") @query)
@rest(method: GET, path: "/shelves/{shelfId}", aliases: ["/tenants/{tenantId}/shelves/{shelfId}"], pick: ["shelfActivity"])
@identity(token: ["access_token", "accessToken"], tenant: ["tenant", "tenantId"])
@raises(codes: ["RESOURCE_NOT_FOUND"]) {
  shelfActivity(shelfId: $shelfId, after: $lastEventId) {
    ... on BookMoved {
      kind @event(names: [
        { value: "PUT_IN", as: "book.in", later: "bookIn" }
        { value: "TAKEN_OUT", as: "book.out" }
      ])
      shelfId
      volume: book @orSkip { id title rating { score } }
      movedAt
    }
    ... on ShelfLost { __typename @event(names: [{ value: "ShelfLost", as: "lost" }]) }
  }
}`;

const GOOD = { authorization: 'Bearer good' };
const RETRY = 'retry: 3000';

let served: Served;
let url: string;
const readers: EventReader[] = [];

beforeEach(async () => {
  served = serve(DOCUMENT);
  const closeUnused = watchUnusedConnections(served.app.server);
  served.app.addHook('preClose', async () => closeUnused());
  url = `${await served.app.listen({ host: '127.0.0.1', port: 0 })}/shop/api/v1`;
});

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.leave();
  await served.app.close();
});

async function watch(query = '', headers: Record<string, string> = GOOD): Promise<EventReader> {
  const reader = await readEvents(`${url}/shelves/s1${query}`, headers);
  readers.push(reader);
  return reader;
}

/** What is written of an event with this name. */
const block = (id: number, name: string): string => {
  const volume = { id: 'b1', title: 'Mosses', rating: { score: 4.5 } };
  const data = { type: name, shelfId: 's1', volume, movedAt: '2025-11-02T23:00:00Z' };
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}`;
};

const after = (): unknown[] => served.calls.map(({ args }) => args);

describe('a stream', () => {
  it('says when to come back, and then each event with its position, its name and its data on one line', async () => {
    const reader = await watch();
    expect(reader.response.status).toBe(200);
    expect(Object.fromEntries(reader.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    served.shelves.push(moved(41));
    served.shelves.push(moved(42, { kind: 'TAKEN_OUT' }));
    expect(await reader.take(3)).toEqual([RETRY, block(41, 'book.in'), block(42, 'book.out')]);
  });

  it('sends what another type says under the name of that type', async () => {
    const reader = await watch();
    served.shelves.push({ data: { shelfActivity: { __typename: 'ShelfLost', cursor: '7' } } });
    expect(await reader.take(2)).toEqual([RETRY, 'id: 7\nevent: lost\ndata: {"type":"lost"}']);
  });

  it.each([
    ['of which its subject is gone', { book: null }],
    ['that has no name here', { kind: 'DUSTED' }],
  ])('moves on without sending an event %s', async (_case, more) => {
    const reader = await watch();
    served.shelves.push(moved(1, more));
    served.shelves.push(moved(2));
    expect(await reader.take(3)).toEqual([RETRY, 'id: 1', block(2, 'book.in')]);
  });

  it('leaves out an event that went wrong, and says so in the log', async () => {
    const reader = await watch();
    served.shelves.push({ data: null, errors: [{ message: 'secret', path: ['shelfActivity'] }] });
    served.shelves.push(moved(2));
    expect(await reader.take(2)).toEqual([RETRY, block(2, 'book.in')]);
    expect(served.logged).toMatchObject([{ level: 'warn', facts: { endpoint: 'Watch', parts: 1 } }]);
  });

  it('sends an event of which somebody else cannot tell his part, and says so in the log', async () => {
    const reader = await watch();
    served.graph.down.add('ratings');
    served.shelves.push(moved(2));
    expect((await reader.take(2))[1]).toContain('"volume":{"id":"b1","title":"Mosses","rating":null}');
    expect(served.logged).toMatchObject([{ level: 'warn', facts: { endpoint: 'Watch' } }]);
  });
});

describe('the end of a stream', () => {
  it('comes with the end of the subscription', async () => {
    const reader = await watch();
    served.shelves.push(null);
    expect(await reader.take(2)).toEqual([RETRY, undefined]);
  });

  it('comes with an error of the engine, which is no event', async () => {
    const reader = await watch();
    await reader.next();
    served.graph.engine.endSubscriptions('UNAUTHORIZED');
    expect(await reader.next()).toBeUndefined();
    expect(served.logged).toEqual([]);
  });

  it('tells a reader that was too slow to read all anew, and gives it no new position', async () => {
    const reader = await watch();
    await reader.next();
    served.graph.engine.endSubscriptions('RESYNC');
    expect(await reader.take(2)).toEqual(['event: resync\ndata: {"type":"resync"}', undefined]);
  });

  it('comes when the server stops', async () => {
    const reader = await watch();
    const closed = served.app.close();
    expect(await reader.take(2)).toEqual([RETRY, undefined]);
    await closed;
  });

  it('comes for the subgraph when its reader has left', async () => {
    const reader = await watch();
    const left = new Promise((resolve) => served.shelves.once('close', resolve));
    reader.leave();
    await left;
    expect(served.shelves.destroyed).toBe(true);
  });
});

describe('a request for a stream', () => {
  it.each([
    ['the header', '', { 'last-event-id': '41' }, '41'],
    ['the query', '?lastEventId=41', {}, '41'],
    ['the header before the query', '?lastEventId=41', { 'last-event-id': '42' }, '42'],
    ['the query before an empty header', '?lastEventId=41', { 'last-event-id': '' }, '41'],
  ])('goes on behind the position in %s', async (_case, query, headers: Record<string, string>, position) => {
    await (await watch(query, { ...GOOD, ...headers })).next();
    expect(after()).toContainEqual({ shelfId: 's1', after: position });
  });

  it.each([
    ['the documented names', '?access_token=good&tenant=tenant-1', {}, 'book.in'],
    ['a later name of the token', '?accessToken=good&tenant=tenant-1', {}, 'bookIn'],
    ['a later name of the tenant', '?access_token=good&tenantId=tenant-1', {}, 'bookIn'],
    ['headers', '', GOOD, 'book.in'],
    ['a header that goes before the query', '?access_token=bad', GOOD, 'book.in'],
  ])('may say who calls by %s, which chooses the names of events', async (_case, query, headers, name) => {
    const reader = await watch(query, headers);
    served.shelves.push(moved(1));
    served.shelves.push(moved(2, { kind: 'TAKEN_OUT' }));
    expect(await reader.take(3)).toEqual([RETRY, block(1, name), block(2, 'book.out')]);
  });

  it.each([
    ['without a token', '', {}, 401, 'UNAUTHORIZED'],
    ['with a bad token', '?access_token=s3cret', {}, 401, 'UNAUTHORIZED'],
    ['with two tokens', '?access_token=good&access_token=good', {}, 401, 'UNAUTHORIZED'],
    [
      'with a bad token in the header',
      '?access_token=good',
      { authorization: 's3cret' },
      401,
      'UNAUTHORIZED',
    ],
    ['for another tenant', '?access_token=good&tenant=s3cret', {}, 403, 'FORBIDDEN'],
    ['for another tenant by its later name', '?access_token=good&tenantId=s3cret', {}, 403, 'FORBIDDEN'],
    ['for two tenants', '?access_token=good&tenant=tenant-1&tenant=s3cret', {}, 403, 'FORBIDDEN'],
    ['for another tenant in the header', '', { ...GOOD, 'x-tenant-id': 's3cret' }, 403, 'FORBIDDEN'],
    ['from nowhere', '?access_token=good&lastEventId=1&lastEventId=2', {}, 422, 'VALIDATION_ERROR'],
  ])('is refused in JSON %s, and repeats no secret', async (_case, query, headers, status, code) => {
    const { response } = await watch(query, headers);
    const text = await response.text();
    expect({ status: response.status, body: JSON.parse(text) as unknown }).toMatchObject({
      status,
      body: { success: false, code },
    });
    expect(text + JSON.stringify(served.logged)).not.toMatch(/s3cret|good/);
    expect(served.calls).toEqual([]);
  });

  it.each([
    ['its own', 'tenant-1', 200],
    ['another', 'tenant-2', 403],
  ])('names %s tenant in its path', async (_case, tenant, status) => {
    const reader = await readEvents(`${url}/tenants/${tenant}/shelves/s1`, GOOD);
    readers.push(reader);
    expect(reader.response.status).toBe(status);
  });

  it('is refused in JSON where the subgraph refuses it', async () => {
    served.roots['shelfActivity'] = raise('RESOURCE_NOT_FOUND', 'There is no such shelf');
    const { response } = await watch();
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 404,
      body: { success: false, error: 'There is no such shelf', code: 'RESOURCE_NOT_FOUND' },
    });
  });

  it('for the head alone tells that there is one, and begins none', async () => {
    const left = new Promise((resolve) => served.shelves.once('close', resolve));
    const response = await fetch(`${url}/shelves/s1`, { method: 'HEAD', headers: GOOD });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    await left;
  });

  it('by another method is told which there are', async () => {
    const response = await fetch(`${url}/shelves/s1`, { method: 'POST', headers: GOOD });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
