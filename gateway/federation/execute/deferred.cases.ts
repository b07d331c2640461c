import { createBookshop } from '../testing/bookshop';
import type { Bookshop } from '../testing/bookshop';
import { createTestGraph } from '../testing/kit';
import type { TestGraph } from '../testing/kit';
import { dataOf, inParts, merge, next, rest } from '../testing/parts';

let shop: Bookshop;
let graph: TestGraph;

beforeEach(() => {
  shop = createBookshop();
  graph = createTestGraph(shop.subgraphs);
});

const queriesTo = (service: string): string[] => graph.asked(service).map(({ query }) => query);

describe('what is not deferred comes first', () => {
  it('while the subgraph of the deferred part is held', async () => {
    const release = shop.hold('verdict');
    const answer = await inParts(graph, '{ book(id: "a") { title ... @defer(label: "later") { verdict } } }');
    expect(dataOf(answer)).toEqual({ book: { title: 'Title a' } });
    await shop.asked('verdict');
    release();
    expect(await next(answer)).toEqual({
      parts: [{ id: '1', path: ['book'], label: 'later', data: { verdict: 'Fine a' } }],
      pending: [],
      hasNext: false,
    });
    expect(await answer.parts.next()).toEqual({ value: undefined, done: true });
  });

  it('also where both are asked of one subgraph', async () => {
    const release = shop.hold('verdict');
    const answer = await inParts(graph, '{ book(id: "a") { title rating ... @defer { verdict } } }');
    expect(dataOf(answer)).toEqual({ book: { title: 'Title a', rating: 4.5 } });
    release();
    expect(await rest(answer)).toEqual([{ path: 'book', data: { verdict: 'Fine a' } }]);
  });

  it('for a root field', async () => {
    const release = shop.hold('me');
    const answer = await inParts(graph, '{ book(id: "a") { title } ... @defer { me { name } } }');
    expect(dataOf(answer)).toEqual({ book: { title: 'Title a' } });
    release();
    expect(await rest(answer)).toEqual([{ path: '', data: { me: { name: 'Name of me' } } }]);
  });

  it('for the last field of a mutation: each field before it is finished before the next', async () => {
    const answer = await inParts(
      graph,
      `mutation {
      ... @defer { one: rename(id: "a", title: "X") { title ... @defer { rating } } }
      ... @defer { two: rename(id: "b", title: "Y") { title ... @defer { rating } } }
    }`,
    );
    expect(dataOf(answer)).toEqual({ one: { title: 'X', rating: 4.5 }, two: { title: 'Y' } });
    expect(await rest(answer)).toEqual([{ path: 'two', data: { rating: 4.5 } }]);
  });

  it('and a part does not wait for another', async () => {
    const releases = [shop.hold('verdict'), shop.hold('email')];
    const answer = await inParts(
      graph,
      `{
      book(id: "a") { title ... @defer(label: "slow") { verdict } author { ... @defer(label: "fast") { email } } }
    }`,
    );
    releases[1]?.();
    expect(await next(answer)).toMatchObject({ parts: [{ label: 'fast' }], hasNext: true });
    releases[0]?.();
    expect(await next(answer)).toMatchObject({ parts: [{ label: 'slow' }], hasNext: false });
  });

  it('and parts that arrive together go together', async () => {
    const answer = await inParts(graph, '{ books { id ... @defer { rating } } }');
    const { parts, hasNext } = await next(answer);
    expect(parts.map(({ path }) => path.join('.'))).toEqual(['books.0', 'books.1']);
    expect(hasNext).toBe(false);
  });
});

describe('places', () => {
  it('are those of the answer, under the names of the caller', async () => {
    const answer = await inParts(
      graph,
      `{
      mine: shelf { best: top { id ...Later @defer(label: "L") } }
    }
    fragment Later on Book { judged: verdict by: author { called: name } }`,
    );
    expect(dataOf(answer)).toEqual({ mine: { best: [{ id: 'a' }, null, { id: 'bad' }] } });
    const parts = await rest(answer);
    expect(parts).toContainEqual({
      path: 'mine.best.0',
      label: 'L',
      data: { judged: 'Fine a', by: { called: 'Name of author-a' } },
    });
    expect(parts).toHaveLength(2);
  });

  it('of a fragment that is spread twice are both filled', async () => {
    const answer = await inParts(
      graph,
      `{ a: book(id: "a") { ...Later @defer } b: book(id: "b") { ...Later @defer } }
      fragment Later on Book { verdict }`,
    );
    expect(dataOf(answer)).toEqual({ a: {}, b: {} });
    expect(await rest(answer)).toEqual(
      expect.arrayContaining([
        { path: 'a', data: { verdict: 'Fine a' } },
        { path: 'b', data: { verdict: 'Fine b' } },
      ]),
    );
  });

  it('within a deferred part come after it', async () => {
    const releases = [shop.hold('verdict'), shop.hold('email')];
    const answer = await inParts(
      graph,
      `{
      book(id: "a") { title ... @defer(label: "outer") { verdict author { id ... @defer(label: "inner") { email } } } }
    }`,
    );
    releases[1]?.();
    await shop.asked('verdict');
    releases[0]?.();
    expect(answer.pending).toEqual([{ id: '1', path: ['book'], label: 'outer' }]);
    const labels: unknown[] = [];
    const announced: unknown[] = [];
    for await (const { parts, pending } of answer.parts) {
      labels.push(...parts.map(({ label }) => label));
      announced.push(...pending);
    }
    expect(labels).toEqual(['outer', 'inner']);
    expect(announced).toEqual([{ id: '2', path: ['book', 'author'], label: 'inner' }]);
  });
});

describe('nothing is asked twice', () => {
  it('of an entity that stands in what comes first and in what comes later', async () => {
    const { data } = await merge(
      await inParts(
        graph,
        `{ book(id: "a") { author { name } ... @defer { reviews { stars author { name } } } } }`,
      ),
    );
    expect(data).toEqual({
      book: {
        author: { name: 'Name of author-a' },
        reviews: [{ stars: 5, author: { name: 'Name of author-a' } }],
      },
    });
    expect(queriesTo('people')).toHaveLength(1);
  });

  it('and a field that is selected deferred and not deferred is there at once', async () => {
    const answer = await inParts(graph, '{ book(id: "a") { title rating ... @defer { rating verdict } } }');
    expect(dataOf(answer)).toEqual({ book: { title: 'Title a', rating: 4.5 } });
    expect(await rest(answer)).toEqual([{ path: 'book', data: { verdict: 'Fine a' } }]);
    expect(queriesTo('reviews').filter((query) => query.includes('rating'))).toHaveLength(1);
  });
});

describe('who leaves', () => {
  it('is not waited for, and what is on its way is stopped', async () => {
    shop.hold('verdict');
    const answer = await inParts(graph, '{ book(id: "a") { title ... @defer { verdict author { name } } } }');
    await shop.asked('verdict');
    const waiting = answer.parts.next();
    expect(await answer.parts.return?.()).toEqual({ value: undefined, done: true });
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(graph.asked('reviews')[0]?.context.signal?.aborted).toBe(true);
  });

  it('by the signal of the request ends the parts', async () => {
    shop.hold('verdict');
    const stop = new AbortController();
    const answer = await inParts(
      graph,
      '{ book(id: "a") { title ... @defer { verdict } } }',
      {},
      stop.signal,
    );
    const waiting = answer.parts.next();
    stop.abort();
    expect(await waiting).toEqual({ value: undefined, done: true });
  });
});
