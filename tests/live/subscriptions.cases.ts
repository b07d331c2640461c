/** Subscriptions through the whole gateway, read by real clients, with subgraphs near and far. */
import { apollo, graphqlSse, type Reader, type Reading, urql } from './clients';
import { type LiveGateway, startLiveGateway } from './gateway';

const COMPLETE = `subscription Moved($after: ID) {
  goalMoved(after: $after) { cursor goal { id title score owner { id name } } }
}`;

const moved = (cursor: string, id: string): object => ({
  goalMoved: {
    cursor,
    goal: {
      id,
      title: `Goal ${id}`,
      score: id.length,
      owner: { id: `owner-${id}`, name: `Name of owner-${id}` },
    },
  },
});

describe.each(['local', 'http'] as const)('with subgraphs reached by %s', (way) => {
  let gateway: LiveGateway;
  const readers: Reader[] = [];

  beforeEach(async () => {
    gateway = await startLiveGateway(way);
  });

  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close();
    await gateway.stop();
  });

  function open(reader: Reader): Reader {
    readers.push(reader);
    return reader;
  }

  async function next({ results }: Reading): Promise<unknown> {
    return (await results.next()).value;
  }

  describe.each([
    ['graphql-sse over distinct connections', (url: string) => graphqlSse(url, false)],
    ['graphql-sse over a single connection', (url: string) => graphqlSse(url, true)],
    ['@apollo/client', apollo],
    ['@urql/core', urql],
  ])('%s', (name, create) => {
    it('reads each event complete, from all subgraphs that the selection spans', async () => {
      const reading = open(create(gateway.url)).subscribe(COMPLETE);
      await gateway.graph.feed.readBy(1);
      gateway.graph.feed.publish('a');
      gateway.graph.feed.publish('bb');
      // Clients that normalise add `__typename` to what they ask for.
      expect(await next(reading)).toMatchObject({ data: moved('1', 'a') });
      expect(await next(reading)).toMatchObject({ data: moved('2', 'bb') });
      expect(gateway.graph.callers).toEqual(['me', 'me']);
      reading.leave();
      await gateway.graph.feed.readBy(0);
    });

    it('shares one stream of the subgraph, which closes with its last subscriber', async () => {
      const [first, second] = [open(create(gateway.url)), open(create(gateway.url))];
      const [mine, yours] = [first.subscribe(COMPLETE), second.subscribe(COMPLETE)];
      await gateway.begun(2);
      expect(gateway.graph.feed.open).toBe(1);
      mine.leave();
      gateway.graph.feed.publish('a');
      expect(await next(yours)).toMatchObject({ data: moved('1', 'a') });
      yours.leave();
      await gateway.graph.feed.readBy(0);
    });

    it('loses no event when the subgraph restarts', async () => {
      const reading = open(create(gateway.url)).subscribe(COMPLETE);
      await gateway.graph.feed.readBy(1);
      gateway.graph.feed.publish('a');
      expect(await next(reading)).toMatchObject({ data: moved('1', 'a') });
      await gateway.restart('activity', () => gateway.graph.feed.publish('b'));
      gateway.graph.feed.publish('c');
      expect(await next(reading)).toMatchObject({ data: moved('2', 'b') });
      expect(await next(reading)).toMatchObject({ data: moved('3', 'c') });
    });

    it('loses no event when the stream is told where it begins, which is no event to it', async () => {
      gateway.graph.feed.isPlaced = true;
      const reading = open(create(gateway.url)).subscribe(COMPLETE);
      await gateway.graph.feed.readBy(1);
      if (way === 'local') await gateway.restart('activity', () => gateway.graph.feed.publish('a'));
      else gateway.graph.feed.publish('a');
      expect(await next(reading)).toMatchObject({ data: moved('1', 'a') });
    });

    if (name === '@urql/core') return; // hands on no end that is not its own
    it('is told when the subscription is complete', async () => {
      const reading = open(create(gateway.url)).subscribe(COMPLETE);
      await gateway.graph.feed.readBy(1);
      gateway.graph.feed.end();
      expect(await reading.results.next()).toEqual({ done: true, value: undefined });
    });

    it('is told the reason when the schema is replaced', async () => {
      const reading = open(create(gateway.url)).subscribe(COMPLETE);
      await gateway.graph.feed.readBy(1);
      gateway.engine.endSubscriptions('SUBSCRIPTION_SCHEMA_RELOAD');
      expect(await next(reading)).toMatchObject({ errors: [{}] });
      expect(await reading.results.next()).toEqual({ done: true, value: undefined });
    });
  });

  if (way === 'http') {
    it('goes on behind the last event when a subgraph is lost without a word', async () => {
      const events = open(graphqlSse(gateway.url, false)).subscribe(COMPLETE);
      await gateway.graph.feed.readBy(1);
      gateway.graph.feed.publish('a');
      expect(await next(events)).toMatchObject({ data: moved('1', 'a') });
      gateway.fallSilent();
      gateway.graph.feed.publish('b');
      expect(await next(events)).toMatchObject({ data: moved('2', 'b') });
      expect(gateway.graph.feed.begun).toEqual([null, '1']);
    });
  }

  it('serves queries and mutations over one connection beside a subscription', async () => {
    const client = open(graphqlSse(gateway.url, true));
    const events = client.subscribe('subscription { goalMoved { goal { score } } }');
    await gateway.graph.feed.readBy(1);
    expect(await next(client.subscribe('mutation { move(goal: "abc") }'))).toEqual({ data: { move: 'abc' } });
    expect(await next(events)).toEqual({ data: { goalMoved: { goal: { score: 3 } } } });
    expect(await next(client.subscribe('{ latest }'))).toEqual({ data: { latest: '1' } });
  });
});
