/** What callers share: answers in flight and streams of subgraphs, and neither with anybody whom a header tells apart. */
import { setImmediate } from 'node:timers/promises';
import { createLocalTransport, type SubgraphRequest } from '../gateway/federation';
import { compose } from '../gateway/federation/testing/kit';
import { Mailbox } from '../gateway/federation/subscribe/mailbox';
import { type SmallGateway, startSmallGateway } from './support/small-gateway';

const SUPERGRAPH = compose({
  only: { typeDefs: 'type Query { answer: Int } type Subscription { ticks: Int }' },
});
const FORWARD = ['authorization', 'x-tenant-id', 'accept-language'];
const ADA = { authorization: 'Bearer ada', 'x-tenant-id': 't1', 'accept-language': 'de' };

let gateway: SmallGateway;
let asked: SubgraphRequest[];
let arrived: number;
let release: () => void;
let changed: () => void;

beforeEach(async () => {
  asked = [];
  arrived = 0;
  changed = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const note = (request: SubgraphRequest): void => {
    asked.push(request);
    changed();
  };
  const transport = createLocalTransport(
    async (request) => {
      note(request);
      await gate;
      return { data: { answer: asked.length } };
    },
    async (request) => {
      note(request);
      const events = new Mailbox<{ data: { ticks: number } }>();
      void gate.then(() => events.put({ data: { ticks: 1 } })).then(() => events.end());
      return events;
    },
  );
  gateway = await startSmallGateway({
    supergraph: SUPERGRAPH,
    transport: () => transport,
    isCollapsing: true,
    callerOf: async ({ headers: given }) => {
      arrived += 1;
      changed();
      return { headers: Object.fromEntries(FORWARD.map((name) => [name, String(given[name])])) };
    },
  });
});

afterEach(() => gateway.stop());

const DOORS = {
  'an answer': ['/graphql', '{ answer }', 'application/json'],
  'a stream': ['/graphql/stream', 'subscription { ticks }', 'text/event-stream'],
} as const;
type Door = keyof typeof DOORS;

function call(door: Door, headers: Record<string, string>): Promise<string> {
  const [path, query, accept] = DOORS[door];
  const body = JSON.stringify({ query });
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json', accept, ...headers } };
  return fetch(gateway.url + path, init).then((response) => response.text());
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise<void>((resolve) => (changed = resolve));
}

describe.each(Object.keys(DOORS) as Door[])('%s', (door) => {
  it.each([
    ['authorization', 'Bearer bob'],
    ['x-tenant-id', 't2'],
    ['accept-language', 'en'],
  ])('is not shared with a caller whose %s is another', async (name, value) => {
    const calls = [call(door, ADA), call(door, { ...ADA, [name]: value })];
    await until(() => asked.length === 2);
    release();
    await Promise.all(calls);
    const known = ADA[name as keyof typeof ADA];
    expect(asked.map(({ context }) => context.headers[name]).sort()).toEqual([known, value].sort());
  });

  it('is shared by requests of one caller, which differ in nothing but their ids', async () => {
    const first = call(door, { ...ADA, 'x-request-id': '1' });
    await until(() => asked.length === 1);
    const second = call(door, { ...ADA, 'x-request-id': '2' });
    await until(() => arrived === 2);
    await setImmediate(); // its operation is known: nothing keeps it from joining the first
    release();
    expect(await second).toBe(await first);
    expect(asked.map(({ context }) => context.headers['x-request-id'])).toEqual(['1']);
  });
});
