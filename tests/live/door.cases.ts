/** /graphql/stream as HTTP: what a client sees that reads the protocol itself. */
import { type LiveGateway, startLiveGateway } from './gateway';

let gateway: LiveGateway;

beforeAll(async () => {
  gateway = await startLiveGateway('local');
});

afterAll(() => gateway.stop());

const EVENTS = { accept: 'text/event-stream' };

function get(query: string, headers: Record<string, string> = EVENTS): Promise<Response> {
  return fetch(`${gateway.url}?query=${encodeURIComponent(query)}`, { headers });
}

it('gives each event its position and goes on behind the one in Last-Event-ID', async () => {
  for (const id of ['a', 'b', 'c']) gateway.graph.feed.publish(id);
  const response = await get('subscription { goalMoved { goal { title } } }', {
    ...EVENTS,
    'last-event-id': '1',
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  gateway.graph.feed.end();
  expect((await response.text()).split('\n\n')).toEqual([
    ':',
    'id: 2\nevent: next\ndata: {"data":{"goalMoved":{"goal":{"title":"Goal b"}}}}',
    'id: 3\nevent: next\ndata: {"data":{"goalMoved":{"goal":{"title":"Goal c"}}}}',
    'event: complete\ndata:',
    '',
  ]);
});

it('says where it begins by a block that has nothing but an id', async () => {
  gateway.graph.feed.isPlaced = true;
  const response = await get('subscription { goalMoved { cursor } }');
  const from = gateway.graph.feed.events.length;
  gateway.graph.feed.publish('d');
  gateway.graph.feed.end();
  gateway.graph.feed.isPlaced = false;
  expect((await response.text()).split('\n\n')).toEqual([
    ':',
    `id: ${from}`,
    `id: ${from + 1}\nevent: next\ndata: {"data":{"goalMoved":{"cursor":"${from + 1}"}}}`,
    'event: complete\ndata:',
    '',
  ]);
});

it.each([
  ['an operation that is not valid', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['an operation that cannot be read', '{', 'GRAPHQL_PARSE_FAILED'],
])('tells of %s in the stream', async (_case, query, code) => {
  const text = await (await get(query)).text();
  expect(text).toContain(`"code":"${code}"`);
  expect(text).toMatch(/event: complete\ndata:\n\n$/);
});

it('refuses a mutation by GET, and whoever does not take events', async () => {
  const mutation = await get('mutation { move(goal: "x") }');
  expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await get('{ latest }', { accept: 'application/json' })).status).toBe(406);
});

describe('a stream that is reserved', () => {
  const withToken = (token: string): Record<string, string> => ({
    'x-graphql-event-stream-token': token,
    'content-type': 'application/json',
  });
  const post = (token: string, body: object): Promise<Response> =>
    fetch(gateway.url, { method: 'POST', headers: withToken(token), body: JSON.stringify(body) });

  it('is connected once', async () => {
    const token = await (await fetch(gateway.url, { method: 'PUT' })).text();
    const stop = new AbortController();
    const connect = (): Promise<Response> =>
      fetch(`${gateway.url}?token=${token}`, { headers: EVENTS, signal: stop.signal });
    expect((await connect()).status).toBe(200);
    expect((await connect()).status).toBe(409);
    stop.abort();
  });

  it('takes operations with an id of their own, and only valid ones', async () => {
    const token = await (await fetch(gateway.url, { method: 'PUT' })).text();
    const query = 'subscription { goalTitle }';
    expect((await post(token, { query, extensions: { operationId: '1' } })).status).toBe(202);
    expect((await post(token, { query, extensions: { operationId: '1' } })).status).toBe(409);
    expect((await post(token, { query })).status).toBe(400);
    expect((await post(token, { query: '{ nothing }', extensions: { operationId: '2' } })).status).toBe(400);
    const stopped = await fetch(`${gateway.url}?token=${token}&operationId=1`, { method: 'DELETE' });
    expect(stopped.status).toBe(200);
    await gateway.graph.feed.readBy(0);
  });

  it('takes a hundred operations at a time, and another one when one has ended', async () => {
    const token = await (await fetch(gateway.url, { method: 'PUT' })).text();
    const ask = async (id: number): Promise<number> => {
      const query = 'subscription { goalTitle }';
      return (await post(token, { query, extensions: { operationId: String(id) } })).status;
    };
    for (let id = 1; id <= 100; id += 1) expect(await ask(id)).toBe(202);
    expect(await ask(101)).toBe(429);
    await fetch(`${gateway.url}?token=${token}&operationId=1`, { method: 'DELETE' });
    expect(await ask(101)).toBe(202);
  });

  it('must have been reserved', async () => {
    expect((await post('unknown', { query: '{ latest }' })).status).toBe(404);
    expect((await fetch(`${gateway.url}?token=unknown`, { headers: EVENTS })).status).toBe(404);
  });
});
