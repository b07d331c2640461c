import { parse } from 'graphql';
import { createEngine } from '../index';
import type {
  Engine,
  EngineOptions,
  SubscriptionEvent,
  SubscriptionEvents,
  SubscriptionRequest,
} from '../index';
import { createLiveGraph, localTransport } from '../testing/live-graph';
import type { LiveGraph } from '../testing/live-graph';

const COMPLETE = 'subscription { moved: goalMoved { on: goal { title name: score owner { name } } } }';
const moved = (id: string): object => ({
  moved: { on: { title: `Goal ${id}`, name: id.length, owner: { name: `Name of owner-${id}` } } },
});

let graph: LiveGraph;
let engine: Engine;
let reports: unknown[];

beforeEach(() => open());

function open(options: Partial<EngineOptions> = {}): void {
  graph = createLiveGraph();
  reports = [];
  engine = createEngine({
    supergraph: graph.supergraph((service) => `http://${service}.test`),
    failure: (code) => ({ message: `Failed with ${code}`, extensions: { code } }),
    report: (_service, fault) => reports.push(fault),
    transport: (service) => localTransport(graph, service),
    wait: async () => undefined,
    ...options,
  });
}

function request(more: Partial<SubscriptionRequest> = {}): SubscriptionRequest {
  return { context: { headers: { authorization: 'me' } }, ...more };
}

async function subscribe(
  query: string,
  more: Partial<SubscriptionRequest> = {},
): Promise<SubscriptionEvents> {
  const events = await engine.subscribe(engine.prepare(parse(query)), request(more));
  if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
  return events;
}

async function next(events: SubscriptionEvents): Promise<SubscriptionEvent> {
  const { value, done } = await events.next();
  if (done) throw new Error('The subscription has ended.');
  return value;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('an event', () => {
  it('is completed by all subgraphs that the selection spans, under the names of the client', async () => {
    const events = await subscribe(COMPLETE);
    graph.feed.publish('a');
    graph.feed.publish('bb');
    expect(plain(await next(events))).toEqual({ data: moved('a'), cursor: '1' });
    expect(plain(await next(events))).toEqual({ data: moved('bb'), cursor: '2' });
  });

  it('is complete, whatever it defers', async () => {
    const events = await subscribe(
      'subscription { moved: goalMoved { on: goal { title name: score ... @defer { owner { name } } } } }',
    );
    graph.feed.publish('a');
    expect(await next(events)).toEqual({ data: moved('a'), cursor: '1' });
  });

  it('is completed with the identity of the subscriber', async () => {
    const [mine, yours] = [
      await subscribe(COMPLETE),
      await subscribe(COMPLETE, { context: { headers: { authorization: 'you' } } }),
    ];
    graph.feed.publish('a');
    await Promise.all([next(mine), next(yours)]);
    expect(graph.callers.sort()).toEqual(['me', 'you']);
  });

  it('that cannot be completed says so and does not end the subscription', async () => {
    const events = await subscribe('subscription { goalMoved { goal { title points: score } } }');
    graph.feed.publish('bad');
    graph.feed.publish('good');
    expect(plain(await next(events))).toMatchObject({
      data: { goalMoved: { goal: { title: 'Goal bad', points: null } } },
      errors: [{ path: ['goalMoved', 'goal', 'points'], extensions: { service: 'coaching' } }],
    });
    expect(plain(await next(events))).toMatchObject({
      data: { goalMoved: { goal: { title: 'Goal good', points: 4 } } },
    });
  });

  it('has what conditions let in', async () => {
    const query = `subscription ($deep: Boolean!) {
      goalMoved { cursor @include(if: $deep) goal { title owner @include(if: $deep) { name } } }
    }`;
    const [deep, flat] = [
      await subscribe(query, { variables: { deep: true } }),
      await subscribe(query, { variables: { deep: false } }),
    ];
    graph.feed.publish('a');
    expect(plain((await next(deep)).data)).toEqual({
      goalMoved: { cursor: '1', goal: { title: 'Goal a', owner: { name: 'Name of owner-a' } } },
    });
    expect(plain((await next(flat)).data)).toEqual({ goalMoved: { goal: { title: 'Goal a' } } });
  });
});

describe('a subscription', () => {
  it('that its subgraph refuses is answered with the reason', async () => {
    const result = await engine.subscribe(engine.prepare(parse('subscription { no: refused }')), request());
    expect(plain(result)).toMatchObject({
      errors: [{ message: 'Not for you', extensions: { service: 'activity' } }],
    });
    expect(result).not.toHaveProperty('data');
  });

  it('of a subgraph that cannot be reached is answered with SERVICE_UNAVAILABLE at its field', async () => {
    open({ transport: () => ({ execute: () => Promise.reject(new Error('down')) }) });
    const result = await engine.subscribe(engine.prepare(parse('subscription { x: goalTitle }')), request());
    expect(plain(result)).toEqual({
      errors: [
        {
          message: 'Failed with SERVICE_UNAVAILABLE',
          path: ['x'],
          extensions: { code: 'SERVICE_UNAVAILABLE', service: 'activity' },
        },
      ],
    });
    expect(reports).toHaveLength(1);
  });

  it('is refused with variables of wrong types', async () => {
    const operation = engine.prepare(
      parse('subscription ($from: ID) { goalMoved(after: $from) { cursor } }'),
    );
    const result = await engine.subscribe(operation, request({ variables: { from: {} } }));
    expect(plain(result)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it.each(['@include(if: $on)', '@skip(if: true)'])('cannot be left without a field by %s', (condition) => {
    const query = `subscription ($on: Boolean = true) { goalTitle ${condition} }`;
    expect(() => engine.prepare(parse(query))).toThrow();
  });

  it('is not executed like a query, nor a query subscribed to', async () => {
    const operation = engine.prepare(parse('subscription { goalTitle }'));
    expect(await engine.execute(operation, request())).not.toHaveProperty('data');
    expect(await engine.subscribe(engine.prepare(parse('{ latest }')), request())).not.toHaveProperty('data');
  });

  it('ends when its subgraph completes it', async () => {
    const events = await subscribe(COMPLETE);
    graph.feed.publish('a');
    graph.feed.end();
    await next(events);
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('ends with the reason when all are ended', async () => {
    const events = await subscribe(COMPLETE);
    const waiting = next(events);
    engine.endSubscriptions('SUBSCRIPTION_SCHEMA_RELOAD');
    expect(plain(await waiting)).toMatchObject({
      errors: [{ extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' } }],
    });
    expect(await events.next()).toEqual({ done: true, value: undefined });
    await graph.feed.readBy(0);
  });
});

describe('the stream of the subgraph', () => {
  it('closes when the subscriber leaves, also while an event is waited for', async () => {
    const events = await subscribe(COMPLETE);
    const waiting = events.next();
    await events.return(undefined);
    expect(await waiting).toEqual({ done: true, value: undefined });
    await graph.feed.readBy(0);
  });

  it('closes when the signal of the caller aborts, before the first event was asked for', async () => {
    const stop = new AbortController();
    await subscribe(COMPLETE, { context: { headers: {}, signal: stop.signal } });
    expect(graph.feed.open).toBe(1);
    stop.abort();
    await graph.feed.readBy(0);
  });

  it('is shared by one principal and closes with its last subscriber', async () => {
    const [first, second] = [await subscribe(COMPLETE), await subscribe(COMPLETE)];
    expect(graph.feed.open).toBe(1);
    graph.feed.publish('a');
    expect(plain((await next(first)).data)).toEqual(moved('a'));
    await first.return(undefined);
    graph.feed.publish('b');
    expect(plain((await next(second)).data)).toEqual(moved('a'));
    expect(plain((await next(second)).data)).toEqual(moved('b'));
    expect(graph.feed.open).toBe(1);
    await second.return(undefined);
    await graph.feed.readBy(0);
  });

  it('is not shared between principals, operations or values', async () => {
    await subscribe(COMPLETE);
    await subscribe(COMPLETE, { context: { headers: { authorization: 'you' } } });
    await subscribe('subscription { goalMoved { cursor } }');
    expect(graph.feed.open).toBe(3);
  });

  it('is shared where the door says that the principal is one', async () => {
    for (const id of ['1', '2']) {
      await subscribe(COMPLETE, { context: { headers: { 'x-request-id': id }, principal: 'me' } });
    }
    expect(graph.feed.open).toBe(1);
  });
});

describe('resuming', () => {
  it.each([
    ['the literal of the client', 'subscription { goalMoved(after: "1") { cursor } }', {}],
    [
      'the variable',
      'subscription ($after: ID) { goalMoved(after: $after) { cursor } }',
      { variables: { after: '1' } },
    ],
    ['the position that the transport knows', 'subscription { goalMoved { cursor } }', { after: '1' }],
    [
      'the newer position of the transport',
      'subscription { goalMoved(after: "0") { cursor } }',
      { after: '1' },
    ],
  ])('begins behind %s', async (_case, query, more) => {
    for (const id of ['a', 'b', 'c']) graph.feed.publish(id);
    const events = await subscribe(query, more);
    expect([(await next(events)).cursor, (await next(events)).cursor]).toEqual(['2', '3']);
  });

  it('goes on behind the last event that was seen when the subgraph is lost', async () => {
    const events = await subscribe('subscription { goalMoved { goal { title } } }');
    graph.feed.publish('a');
    await next(events);
    graph.feed.end(new Error('connection reset'));
    graph.feed.publish('b');
    expect(plain(await next(events))).toEqual({
      data: { goalMoved: { goal: { title: 'Goal b' } } },
      cursor: '2',
    });
    expect(graph.feed.begun).toEqual([null, '1']);
    expect(reports).toHaveLength(1);
  });

  it('tells the subscriber when events may have been missed, as the last event', async () => {
    const events = await subscribe('subscription { title: goalTitle }');
    graph.feed.publish('a');
    await next(events);
    graph.feed.end(new Error('connection reset'));
    expect(plain(await next(events))).toMatchObject({
      data: null,
      errors: [{ path: ['title'], extensions: { code: 'SERVICE_UNAVAILABLE', service: 'activity' } }],
    });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('ends with the reason when the subgraph refuses to go on', async () => {
    const events = await subscribe(COMPLETE);
    graph.feed.publish('a');
    await next(events);
    graph.feed.follow = () => {
      throw new Error('No longer yours');
    };
    graph.feed.end(new Error('connection reset'));
    expect(plain(await next(events))).toMatchObject({ errors: [{ message: 'No longer yours' }] });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('is given up when the subgraph stays away, after pauses that grow', async () => {
    let isAway = false;
    const pauses: number[] = [];
    open({
      wait: async (milliseconds) => void pauses.push(milliseconds),
      transport: (service) => {
        const transport = localTransport(graph, service);
        return {
          ...transport,
          subscribe: async (sent) => {
            if (isAway || !transport.subscribe) throw new Error('connect ECONNREFUSED');
            return transport.subscribe(sent);
          },
        };
      },
    });
    const events = await subscribe(COMPLETE);
    graph.feed.publish('a');
    await next(events);
    isAway = true;
    graph.feed.end(new Error('connection reset'));
    expect(plain(await next(events))).toMatchObject({
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
    expect(pauses.length).toBeGreaterThan(3);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  });
});
