import { parse } from 'graphql';
import { LimitExceeded } from '../index';
import { createLiveEngine, next, requestOf } from '../testing/live-engine';
import type { LiveEngine } from '../testing/live-engine';

const COMPLETE = 'subscription { moved: goalMoved { on: goal { title name: score owner { name } } } }';
const moved = (id: string): object => ({
  moved: { on: { title: `Goal ${id}`, name: id.length, owner: { name: `Name of owner-${id}` } } },
});

let live: LiveEngine;

beforeEach(() => {
  live = createLiveEngine();
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('an event', () => {
  it('is completed by all subgraphs that the selection spans, under the names of the client', async () => {
    const events = await live.subscribe(COMPLETE);
    live.graph.feed.publish('a');
    live.graph.feed.publish('bb');
    expect(plain(await next(events))).toEqual({ data: moved('a'), cursor: '1' });
    expect(plain(await next(events))).toEqual({ data: moved('bb'), cursor: '2' });
  });

  it('is complete, whatever it defers', async () => {
    const events = await live.subscribe(
      'subscription { moved: goalMoved { on: goal { title name: score ... @defer { owner { name } } } } }',
    );
    live.graph.feed.publish('a');
    expect(await next(events)).toEqual({ data: moved('a'), cursor: '1' });
  });

  it('is completed with the identity of the subscriber', async () => {
    const [mine, yours] = [
      await live.subscribe(COMPLETE),
      await live.subscribe(COMPLETE, { context: { headers: { authorization: 'you' } } }),
    ];
    live.graph.feed.publish('a');
    await Promise.all([next(mine), next(yours)]);
    expect(live.graph.callers.sort()).toEqual(['me', 'you']);
  });

  it('that cannot be completed says so and does not end the subscription', async () => {
    const events = await live.subscribe('subscription { goalMoved { goal { title points: score } } }');
    live.graph.feed.publish('bad');
    live.graph.feed.publish('good');
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
      await live.subscribe(query, { variables: { deep: true } }),
      await live.subscribe(query, { variables: { deep: false } }),
    ];
    live.graph.feed.publish('a');
    expect(plain((await next(deep)).data)).toEqual({
      goalMoved: { cursor: '1', goal: { title: 'Goal a', owner: { name: 'Name of owner-a' } } },
    });
    expect(plain((await next(flat)).data)).toEqual({ goalMoved: { goal: { title: 'Goal a' } } });
  });
});

describe('a subscription', () => {
  it('that its subgraph refuses is answered with the reason', async () => {
    const result = await live.engine.subscribe(
      live.engine.prepare(parse('subscription { no: refused }')),
      requestOf(),
    );
    expect(plain(result)).toMatchObject({
      errors: [{ message: 'Not for you', extensions: { service: 'activity' } }],
    });
    expect(result).not.toHaveProperty('data');
  });

  it('of a subgraph that cannot be reached is answered with SERVICE_UNAVAILABLE at its field', async () => {
    const transport = () => ({ execute: () => Promise.reject(new Error('down')) });
    live = createLiveEngine(() => ({ transport }));
    const result = await live.engine.subscribe(
      live.engine.prepare(parse('subscription { x: goalTitle }')),
      requestOf(),
    );
    expect(plain(result)).toEqual({
      errors: [
        {
          message: 'Failed with SERVICE_UNAVAILABLE',
          path: ['x'],
          extensions: { code: 'SERVICE_UNAVAILABLE', service: 'activity' },
        },
      ],
    });
    expect(live.reports).toHaveLength(1);
  });

  it('is refused with variables of wrong types', async () => {
    const operation = live.engine.prepare(
      parse('subscription ($from: ID) { goalMoved(after: $from) { cursor } }'),
    );
    const result = await live.engine.subscribe(operation, requestOf({ variables: { from: {} } }));
    expect(plain(result)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it.each(['@include(if: $on)', '@skip(if: true)'])('cannot be left without a field by %s', (condition) => {
    const query = `subscription ($on: Boolean = true) { goalTitle ${condition} }`;
    expect(() => live.engine.prepare(parse(query))).toThrow();
  });

  it('is held against the limit of requests for each event', () => {
    const document = parse(COMPLETE);
    expect(() => live.engine.prepare(document, { mostFetches: 3 })).not.toThrow();
    expect(() => live.engine.prepare(document, { mostFetches: 2 })).toThrow(LimitExceeded);
  });

  it('is not executed like a query, nor a query subscribed to', async () => {
    const operation = live.engine.prepare(parse('subscription { goalTitle }'));
    expect(await live.engine.execute(operation, requestOf())).not.toHaveProperty('data');
    expect(
      await live.engine.subscribe(live.engine.prepare(parse('{ latest }')), requestOf()),
    ).not.toHaveProperty('data');
  });

  it('ends when its subgraph completes it', async () => {
    const events = await live.subscribe(COMPLETE);
    live.graph.feed.publish('a');
    live.graph.feed.end();
    await next(events);
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('ends with the reason when all are ended', async () => {
    const events = await live.subscribe(COMPLETE);
    const waiting = next(events);
    live.engine.endSubscriptions('SUBSCRIPTION_SCHEMA_RELOAD');
    expect(plain(await waiting)).toMatchObject({
      errors: [{ extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' } }],
    });
    expect(await events.next()).toEqual({ done: true, value: undefined });
    await live.graph.feed.readBy(0);
  });
});

describe('the stream of the subgraph', () => {
  it('closes when the subscriber leaves, also while an event is waited for', async () => {
    const events = await live.subscribe(COMPLETE);
    const waiting = events.next();
    await events.return(undefined);
    expect(await waiting).toEqual({ done: true, value: undefined });
    await live.graph.feed.readBy(0);
  });

  it('closes when the signal of the caller aborts, before the first event was asked for', async () => {
    const stop = new AbortController();
    await live.subscribe(COMPLETE, { context: { headers: {}, signal: stop.signal } });
    expect(live.graph.feed.open).toBe(1);
    stop.abort();
    await live.graph.feed.readBy(0);
  });

  it('is shared by one principal and closes with its last subscriber', async () => {
    const [first, second] = [await live.subscribe(COMPLETE), await live.subscribe(COMPLETE)];
    expect(live.graph.feed.open).toBe(1);
    live.graph.feed.publish('a');
    expect(plain((await next(first)).data)).toEqual(moved('a'));
    await first.return(undefined);
    live.graph.feed.publish('b');
    expect(plain((await next(second)).data)).toEqual(moved('a'));
    expect(plain((await next(second)).data)).toEqual(moved('b'));
    expect(live.graph.feed.open).toBe(1);
    await second.return(undefined);
    await live.graph.feed.readBy(0);
  });

  it('costs one execution for each event, however many follow it', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => live.subscribe(COMPLETE)));
    live.graph.feed.publish('a');
    const [first, ...others] = await Promise.all(all.map(next));
    for (const other of others) expect(other).toBe(first);
    expect([live.graph.feed.open, live.graph.callers]).toEqual([1, ['me']]);
  });

  it('lives on when the request that opened it has ended', async () => {
    const stop = new AbortController();
    const opener = await live.subscribe(COMPLETE, {
      context: { headers: { authorization: 'me' }, signal: stop.signal },
    });
    const other = await live.subscribe(COMPLETE);
    stop.abort();
    live.graph.feed.publish('a');
    expect((await next(other)).data).toEqual(moved('a'));
    expect(await opener.next()).toEqual({ done: true, value: undefined });
    expect(live.graph.feed.begun).toEqual([null]);
  });

  it('is shared by those who have begun at different places, and by nobody who names other values', async () => {
    const query =
      'subscription ($after: ID, $deep: Boolean!) { goalMoved(after: $after) { cursor @include(if: $deep) } }';
    live.graph.feed.publish('a');
    for (const variables of [{ deep: true }, { deep: true, after: null }, { deep: false }])
      await live.subscribe(query, { variables });
    expect(live.graph.feed.open).toBe(2);
    const late = await live.subscribe(query, { variables: { deep: true, after: '0' } });
    live.graph.feed.publish('b');
    expect([(await next(late)).cursor, (await next(late)).cursor]).toEqual(['1', '2']);
    await live.graph.feed.readBy(2);
  });

  it('is not shared between principals, operations or values', async () => {
    await live.subscribe(COMPLETE);
    await live.subscribe(COMPLETE, { context: { headers: { authorization: 'you' } } });
    await live.subscribe('subscription { goalMoved { cursor } }');
    expect(live.graph.feed.open).toBe(3);
  });

  it('is shared where the door says that the principal is one', async () => {
    for (const id of ['1', '2']) {
      await live.subscribe(COMPLETE, { context: { headers: { 'x-request-id': id }, principal: () => 'me' } });
    }
    expect(live.graph.feed.open).toBe(1);
  });
});
