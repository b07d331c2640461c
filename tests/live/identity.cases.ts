/** Who follows a stream, for how long, and what of that nobody gets to see. */
import pino from 'pino';
import { type LiveGateway, startLiveGateway } from './gateway';
import { openRaw } from './raw';

const QUERY = `query=${encodeURIComponent('subscription { goalMoved { goal { title score } } }')}`;
const SECRET = 'eyJhbGciOiJFZERTQSJ9.secret';

let gateway: LiveGateway;
let logged: string;

beforeEach(async () => {
  logged = '';
  const log = pino({ level: 'trace' }, { write: (line: string) => void (logged += line) });
  gateway = await startLiveGateway('local', log);
});

afterEach(() => gateway.stop());

it.each(['access_token', 'accessToken'])('may be named by %s in the query', async (name) => {
  const stream = await openRaw(`${gateway.url}?${QUERY}&${name}=${SECRET}`);
  gateway.graph.feed.publish('a');
  expect((await stream.blocks.next()).value).toContain('Goal a');
  expect(gateway.graph.callers).toEqual([`Bearer ${SECRET}`]);
  stream.leave();
});

it('is named by the header where both are there', async () => {
  const stream = await openRaw(`${gateway.url}?${QUERY}&access_token=${SECRET}`, {
    authorization: 'Bearer header',
  });
  gateway.graph.feed.publish('a');
  await stream.blocks.next();
  expect(gateway.graph.callers).toEqual(['Bearer header']);
  stream.leave();
});

it('ends its subscriptions with a reason', async () => {
  const stream = await openRaw(`${gateway.url}?${QUERY}&access_token=${SECRET}`);
  gateway.graph.feed.publish('a');
  gateway.expire();
  const blocks = [];
  for await (const block of stream.blocks) blocks.push(block);
  expect(blocks.slice(-2)).toEqual([
    'event: next\ndata: {"errors":[{"message":"The access token has expired","extensions":{"code":"UNAUTHORIZED"}}]}',
    'event: complete\ndata:',
  ]);
  await gateway.graph.feed.readBy(0);
});

it.each([
  ['a stream', `?${QUERY}&`, 'text/event-stream'],
  ['a refused operation', '?query=x&', 'text/event-stream'],
  ['a refused reader', `?${QUERY}&`, 'text/html'],
  ['an address that is not there', '/nothing?', '*/*'],
  ['an address that cannot be read', '/%zz?', '*/*'],
])('is kept out of the log and of errors: %s', async (_case, path, accept) => {
  const stop = new AbortController();
  const { href } = new URL(gateway.url);
  const response = await fetch(`${href}${path}access_token=${SECRET}&token=${SECRET}`, {
    headers: { accept },
    signal: stop.signal,
  });
  if (response.status >= 400) expect(await response.text()).not.toContain(SECRET);
  stop.abort();
  await gateway.stop();
  expect(logged).toContain('listening');
  expect(logged).not.toContain(SECRET);
});
