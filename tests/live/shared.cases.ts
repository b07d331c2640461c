/** What subscribers of a whole gateway share, and what none of them costs the others. */
import { type LiveGateway, startLiveGateway } from './gateway';
import { openRaw, type RawStream } from './raw';

const QUERY = 'subscription { goalMoved { cursor goal { title score } } }';

let gateway: LiveGateway;
const streams: RawStream[] = [];

beforeEach(async () => {
  gateway = await startLiveGateway('local');
});

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.leave();
  await gateway.stop();
});

async function open(authorization = 'me'): Promise<RawStream> {
  const url = `${gateway.url}?query=${encodeURIComponent(QUERY)}`;
  const stream = await openRaw(url, { authorization });
  streams.push(stream);
  return stream;
}

const next = async ({ blocks }: RawStream): Promise<string | undefined> => (await blocks.next()).value;

it('makes an event once for five subscribers of one operation, from one stream of the subgraph', async () => {
  const all = await Promise.all([1, 2, 3, 4, 5].map(() => open()));
  await gateway.begun(5);
  gateway.graph.feed.publish('a');
  const blocks = await Promise.all(all.map(next));
  expect(new Set(blocks).size).toBe(1);
  expect(blocks[0]).toContain('"title":"Goal a","score":1');
  expect(gateway.graph.feed.open).toBe(1);
  expect(gateway.graph.callers).toEqual(['me']);
});

it('shares nothing between identities', async () => {
  const [mine, yours] = [await open('me'), await open('you')];
  await gateway.begun(2);
  expect(gateway.graph.feed.open).toBe(2);
  gateway.graph.feed.publish('a');
  await Promise.all([next(mine), next(yours)]);
  expect(gateway.graph.callers.sort()).toEqual(['me', 'you']);
});

const EVENTS = 4000;
const BATCH = 200;
/** So long that what the system buffers for a connection is a part of it only. */
const LONG = 'x'.repeat(8000);

it('tells a reader that stops reading behind what it had, and lets nothing pile up for it', async () => {
  const [quick, slow] = [await open(), await open()];
  await gateway.begun(2);
  for (let n = 1; n <= EVENTS; n += BATCH) {
    for (let m = 0; m < BATCH; m += 1) gateway.graph.feed.publish(LONG);
    for (let m = 0; m < BATCH; m += 1) expect(await next(quick)).toContain(`id: ${n + m}\n`);
  }
  const blocks: string[] = [];
  for await (const block of slow.blocks) blocks.push(block);
  const [farewell = '', complete] = blocks.splice(-2);
  expect(blocks.map((block) => /^id: (\d+)\n/.exec(block)?.[1])).toEqual(
    blocks.map((_, index) => String(index + 1)),
  );
  expect(blocks.length).toBeGreaterThanOrEqual(1024);
  expect(blocks.length).toBeLessThan(EVENTS);
  expect(farewell).toContain('"extensions":{"code":"RESYNC"}');
  expect(complete).toBe('event: complete\ndata:');
});
