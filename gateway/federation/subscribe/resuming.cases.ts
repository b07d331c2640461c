import { isPosition } from '../index';
import { createLiveEngine, next } from '../testing/live-engine';
import type { LiveEngine } from '../testing/live-engine';
import { localTransport } from '../testing/live-graph';

const MOVED = 'subscription { goalMoved { goal { title } } }';

let live: LiveEngine;

beforeEach(() => {
  live = createLiveEngine();
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

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
    for (const id of ['a', 'b', 'c']) live.graph.feed.publish(id);
    const events = await live.subscribe(query, more);
    expect([(await next(events)).cursor, (await next(events)).cursor]).toEqual(['2', '3']);
  });

  it('goes on behind the last event that was seen when the subgraph is lost', async () => {
    const events = await live.subscribe(MOVED);
    live.graph.feed.publish('a');
    await next(events);
    live.graph.feed.end(new Error('connection reset'));
    live.graph.feed.publish('b');
    expect(plain(await next(events))).toEqual({
      data: { goalMoved: { goal: { title: 'Goal b' } } },
      cursor: '2',
    });
    expect(live.graph.feed.begun).toEqual([null, '1']);
    expect(live.reports).toHaveLength(1);
  });

  it('tells the subscriber when events may have been missed, as the last event', async () => {
    const events = await live.subscribe('subscription { title: goalTitle }');
    live.graph.feed.publish('a');
    await next(events);
    live.graph.feed.end(new Error('connection reset'));
    expect(plain(await next(events))).toMatchObject({
      data: null,
      errors: [{ path: ['title'], extensions: { code: 'SERVICE_UNAVAILABLE', service: 'activity' } }],
    });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('ends with the reason when the subgraph refuses to go on', async () => {
    const events = await live.subscribe(MOVED);
    live.graph.feed.publish('a');
    await next(events);
    live.graph.feed.follow = () => {
      throw new Error('No longer yours');
    };
    live.graph.feed.end(new Error('connection reset'));
    expect(plain(await next(events))).toMatchObject({ errors: [{ message: 'No longer yours' }] });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('is given up when the subgraph stays away, after pauses that grow', async () => {
    let isAway = false;
    const pauses: number[] = [];
    live = createLiveEngine((graph) => ({
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
    }));
    const events = await live.subscribe(MOVED);
    live.graph.feed.publish('a');
    await next(events);
    isAway = true;
    live.graph.feed.end(new Error('connection reset'));
    expect(plain(await next(events))).toMatchObject({
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
    expect(pauses.length).toBeGreaterThan(3);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  });

  it('shares the stream of the others as soon as both have brought the same event', async () => {
    const first = await live.subscribe(MOVED);
    for (const id of ['a', 'b']) live.graph.feed.publish(id);
    expect([(await next(first)).cursor, (await next(first)).cursor]).toEqual(['1', '2']);
    const second = await live.subscribe(MOVED, { after: '1' });
    expect(live.graph.feed.begun).toEqual([null, '1']);
    expect((await next(second)).cursor).toBe('2');
    await live.graph.feed.readBy(1);
    live.graph.feed.publish('c');
    expect([(await next(first)).cursor, (await next(second)).cursor]).toEqual(['3', '3']);
  });

  it('needs no stream of its own when nothing was missed', async () => {
    const first = await live.subscribe(MOVED);
    live.graph.feed.publish('a');
    await next(first);
    const second = await live.subscribe(MOVED, { after: '1' });
    live.graph.feed.publish('b');
    expect((await next(second)).cursor).toBe('2');
    expect(live.graph.feed.begun).toEqual([null]);
  });

  it('leaves nothing open behind a subscriber who goes before it has caught up', async () => {
    live.graph.feed.publish('a');
    const events = await live.subscribe(MOVED, { after: '0' });
    expect(live.graph.feed.open).toBe(2);
    await events.return(undefined);
    await live.graph.feed.readBy(0);
  });

  it('goes on alone where the subgraph opens nothing else', async () => {
    const { feed } = live.graph;
    const follow = feed.follow.bind(feed);
    feed.follow = (after) => {
      if (!after) throw new Error('Not from now on');
      return follow(after);
    };
    for (const id of ['a', 'b', 'c']) feed.publish(id);
    const events = await live.subscribe(MOVED, { after: '1' });
    expect([(await next(events)).cursor, (await next(events)).cursor]).toEqual(['2', '3']);
    expect(feed.open).toBe(1);
  });

  it('goes on where it began when the subgraph is lost before the first event', async () => {
    live.graph.feed.isPlaced = true;
    live.graph.feed.publish('before');
    const events = await live.subscribe(MOVED);
    expect(plain(await next(events))).toEqual({ cursor: '1' });
    live.graph.feed.end(new Error('connection reset'));
    live.graph.feed.publish('a');
    expect(plain(await next(events))).toMatchObject({ data: {}, cursor: '2' });
    expect(live.graph.feed.begun).toEqual([null, '1']);
  });

  it('can begin where the stream of the others stands, which it is told first', async () => {
    const first = await live.subscribe(MOVED);
    live.graph.feed.publish('a');
    await next(first);
    const second = await live.subscribe(MOVED);
    const told = await next(second);
    expect([isPosition(told), told]).toEqual([true, { cursor: '1' }]);
    live.graph.feed.publish('b');
    expect([(await next(first)).cursor, (await next(second)).cursor]).toEqual(['2', '2']);
  });
});
