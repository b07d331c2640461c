import type { AnswerInParts, ArrivedParts, TextAnswer } from '../index';
import { createBookshop } from '../testing/bookshop';
import type { Bookshop } from '../testing/bookshop';
import { createTestGraph } from '../testing/kit';
import type { TestGraph } from '../testing/kit';
import { defer, merge } from '../testing/parts';

let shop: Bookshop;
let graph: TestGraph;

beforeEach(() => {
  shop = createBookshop();
  graph = createTestGraph(shop.subgraphs);
});

/** An answer that must come in parts. */
async function inParts(query: string, variables = {}, signal?: AbortSignal): Promise<AnswerInParts> {
  const answer = await defer(graph, query, variables, signal);
  if (!('parts' in answer)) throw new Error('The answer came at once.');
  return answer;
}

async function atOnce(query: string, variables = {}): Promise<TextAnswer> {
  const answer = await defer(graph, query, variables);
  if ('parts' in answer) throw new Error('The answer came in parts.');
  return answer;
}

const dataOf = ({ initial }: AnswerInParts): unknown => JSON.parse(initial.data ?? '');

async function next({ parts }: AnswerInParts): Promise<ArrivedParts> {
  const { value, done } = await parts.next();
  if (done) throw new Error('There are no more parts.');
  return value;
}

/** The parts as they are easily compared. */
async function rest({ parts }: AnswerInParts): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const arrived of parts) {
    for (const { path, label, data, errors } of arrived.parts) {
      const told = errors?.map((error) => `${error.message} at ${error.path?.join('.') ?? ''}`);
      all.push({
        path: path.join('.'),
        data: JSON.parse(data) as unknown,
        ...(label !== undefined && { label }),
        ...(told && { errors: told }),
      });
    }
  }
  return all;
}

const queriesTo = (service: string): string[] => graph.asked(service).map(({ query }) => query);

describe('what is not deferred comes first', () => {
  it('while the subgraph of the deferred part is held', async () => {
    const release = shop.hold('verdict');
    const answer = await inParts('{ book(id: "a") { title ... @defer(label: "later") { verdict } } }');
    expect(dataOf(answer)).toEqual({ book: { title: 'Title a' } });
    await shop.asked('verdict');
    release();
    expect(await next(answer)).toEqual({
      parts: [{ id: '1', path: ['book'], label: 'later', data: '{"verdict":"Fine a"}' }],
      pending: [],
      hasNext: false,
    });
    expect(await answer.parts.next()).toEqual({ value: undefined, done: true });
  });

  it('also where both are asked of one subgraph', async () => {
    const release = shop.hold('verdict');
    const answer = await inParts('{ book(id: "a") { title rating ... @defer { verdict } } }');
    expect(dataOf(answer)).toEqual({ book: { title: 'Title a', rating: 4.5 } });
    release();
    expect(await rest(answer)).toEqual([{ path: 'book', data: { verdict: 'Fine a' } }]);
  });

  it('for a root field', async () => {
    const release = shop.hold('me');
    const answer = await inParts('{ book(id: "a") { title } ... @defer { me { name } } }');
    expect(dataOf(answer)).toEqual({ book: { title: 'Title a' } });
    release();
    expect(await rest(answer)).toEqual([{ path: '', data: { me: { name: 'Name of me' } } }]);
  });

  it('for the last field of a mutation: each field before it is finished before the next', async () => {
    const answer = await inParts(`mutation {
      ... @defer { one: rename(id: "a", title: "X") { title ... @defer { rating } } }
      ... @defer { two: rename(id: "b", title: "Y") { title ... @defer { rating } } }
    }`);
    expect(dataOf(answer)).toEqual({ one: { title: 'X', rating: 4.5 }, two: { title: 'Y' } });
    expect(await rest(answer)).toEqual([{ path: 'two', data: { rating: 4.5 } }]);
  });

  it('and a part does not wait for another', async () => {
    const releases = [shop.hold('verdict'), shop.hold('email')];
    const answer = await inParts(`{
      book(id: "a") { title ... @defer(label: "slow") { verdict } author { ... @defer(label: "fast") { email } } }
    }`);
    releases[1]?.();
    expect(await next(answer)).toMatchObject({ parts: [{ label: 'fast' }], hasNext: true });
    releases[0]?.();
    expect(await next(answer)).toMatchObject({ parts: [{ label: 'slow' }], hasNext: false });
  });

  it('and parts that arrive together go together', async () => {
    const answer = await inParts('{ books { id ... @defer { rating } } }');
    const { parts, hasNext } = await next(answer);
    expect(parts.map(({ path }) => path.join('.'))).toEqual(['books.0', 'books.1']);
    expect(hasNext).toBe(false);
  });
});

describe('places', () => {
  it('are those of the answer, under the names of the caller', async () => {
    const answer = await inParts(`{
      mine: shelf { best: top { id ...Later @defer(label: "L") } }
    }
    fragment Later on Book { judged: verdict by: author { called: name } }`);
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
    const answer =
      await inParts(`{ a: book(id: "a") { ...Later @defer } b: book(id: "b") { ...Later @defer } }
      fragment Later on Book { verdict }`);
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
    const answer = await inParts(`{
      book(id: "a") { title ... @defer(label: "outer") { verdict author { id ... @defer(label: "inner") { email } } } }
    }`);
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
      await inParts(`{ book(id: "a") { author { name } ... @defer { reviews { stars author { name } } } } }`),
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
    const answer = await inParts('{ book(id: "a") { title rating ... @defer { rating verdict } } }');
    expect(dataOf(answer)).toEqual({ book: { title: 'Title a', rating: 4.5 } });
    expect(await rest(answer)).toEqual([{ path: 'book', data: { verdict: 'Fine a' } }]);
    expect(queriesTo('reviews').filter((query) => query.includes('rating'))).toHaveLength(1);
  });
});

describe('errors', () => {
  it('of a deferred part go with it, at their places', async () => {
    const answer = await inParts('{ shelf { top { id ... @defer { score: rating } } } }');
    expect(answer.initial.errors).toBeUndefined();
    expect(await rest(answer)).toEqual([
      { path: 'shelf.top.0', data: { score: 4.5 } },
      { path: 'shelf.top.2', data: { score: null }, errors: ['No rating at shelf.top.2.score'] },
    ]);
  });

  it('of what comes first do not wait for the parts', async () => {
    const answer = await inParts('{ book(id: "bad") { rating ... @defer { author { email } } } }');
    expect(answer.initial.errors?.map(({ path }) => path)).toEqual([['book', 'rating']]);
    expect(await rest(answer)).toEqual([{ path: 'book', data: { author: { email: 'author-bad@test' } } }]);
  });

  it('of a subgraph that is down are those of each place', async () => {
    graph.down.add('reviews');
    const answer = await inParts('{ books { id ... @defer { rating } } }');
    expect(answer.initial.errors).toBeUndefined();
    expect(await rest(answer)).toEqual([
      {
        path: 'books.0',
        data: { rating: null },
        errors: ['Failed with SERVICE_UNAVAILABLE at books.0.rating'],
      },
      {
        path: 'books.1',
        data: { rating: null },
        errors: ['Failed with SERVICE_UNAVAILABLE at books.1.rating'],
      },
    ]);
  });

  it('raise a null no further than to the deferred fragment', async () => {
    const answer = await inParts('{ shelf { top { id ... @defer { verdict } } } }');
    expect(dataOf(answer)).toEqual({ shelf: { top: [{ id: 'a' }, null, { id: 'bad' }] } });
    expect(await rest(answer)).toEqual([
      { path: 'shelf.top.0', data: { verdict: 'Fine a' } },
      {
        path: 'shelf.top.2',
        data: null,
        errors: ['Cannot return null for non-nullable field Book.verdict. at shelf.top.2.verdict'],
      },
    ]);
  });

  it('leave nothing to come for an object that became null', async () => {
    const answer = await atOnce('{ book(id: "bad") { author { name ... @defer { email } } } }');
    expect(answer.data).toBe('{"book":{"author":null}}');
    expect(answer.errors).toHaveLength(1);
  });

  it('make the same of an object that stands before and later', async () => {
    const { data } = await merge(
      await inParts('{ book(id: "bad") { author { id } ... @defer { author { name } rating } } }'),
    );
    expect(data).toEqual({ book: { author: null, rating: null } });
  });

  it('of variables are told at once', async () => {
    const { data, errors } = await atOnce('query ($id: ID!) { book(id: $id) { ... @defer { verdict } } }');
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
  });
});

describe('an answer comes at once', () => {
  const LATER =
    'query ($later: Boolean = true) { book(id: "a") { title ... @defer(if: $later) { rating } } }';
  const WHOLE = '{"book":{"title":"Title a","rating":4.5}}';

  it('when a variable says so', async () => {
    expect((await atOnce(LATER, { later: false })).data).toBe(WHOLE);
    expect(dataOf(await inParts(LATER))).toEqual({ book: { title: 'Title a' } });
    expect(dataOf(await inParts(LATER, { later: true }))).toEqual({ book: { title: 'Title a' } });
  });

  it.each([
    ['when a literal says so', '{ book(id: "a") { title ... @defer(if: false) { rating } } }', WHOLE],
    [
      'when a part brings nothing that is fetched apart',
      '{ shelf { label ... @defer { meta { colour } } } }',
      '{"shelf":{"label":"Shelf","meta":{"colour":"red"}}}',
    ],
    [
      'when all that is deferred is there before',
      '{ book(id: "a") { title rating ... @defer { rating } } }',
      WHOLE,
    ],
    [
      'when there is no object to wait for',
      '{ book(id: "none") { title ... @defer { rating } } }',
      '{"book":null}',
    ],
    [
      'when what is deferred is skipped',
      'query ($no: Boolean = false) { book(id: "a") { title ... @defer @include(if: $no) { rating } } }',
      '{"book":{"title":"Title a"}}',
    ],
    [
      'of the schema itself',
      '{ ... @defer { __schema { queryType { name } } } }',
      '{"__schema":{"queryType":{"name":"Query"}}}',
    ],
  ])('%s', async (_case, query, data) => {
    expect((await atOnce(query)).data).toBe(data);
  });

  it('for callers that read no parts, by the plan without them', async () => {
    const query = '{ book(id: "a") { title ... @defer { pages rating } } }';
    expect((await graph.run(query)).data).toEqual({ book: { title: 'Title a', pages: 100, rating: 4.5 } });
    expect(queriesTo('catalog')).toHaveLength(1);
  });
});

describe('conditions', () => {
  it('of a fragment, and of what it brings, hold for its parts', async () => {
    const query = `query ($on: Boolean!) {
      book(id: "a") { title ... @defer @include(if: $on) { rating verdict @skip(if: $on) } ... @defer @skip(if: $on) { pages } }
    }`;
    expect(await rest(await inParts(query, { on: true }))).toEqual([{ path: 'book', data: { rating: 4.5 } }]);
    expect(await rest(await inParts(query, { on: false }))).toEqual([{ path: 'book', data: { pages: 100 } }]);
  });

  it('that rule out what a part waits for do not keep it waiting', async () => {
    const query = `query ($on: Boolean!) {
      book(id: "a") { author @include(if: $on) { name ... @defer { email } } ... @defer { rating } }
    }`;
    expect(await rest(await inParts(query, { on: false }))).toEqual([
      { path: 'book', data: { rating: 4.5 } },
    ]);
  });
});

describe('the schema that clients see', () => {
  it('has the directive, on fragments', async () => {
    const { data } = await graph.run(
      '{ __schema { directives { name locations args { name defaultValue } } } }',
    );
    expect(data).toMatchObject({
      __schema: {
        directives: expect.arrayContaining([
          {
            name: 'defer',
            locations: ['FRAGMENT_SPREAD', 'INLINE_FRAGMENT'],
            args: [
              { name: 'label', defaultValue: null },
              { name: 'if', defaultValue: 'true' },
            ],
          },
        ]) as unknown,
      },
    });
  });

  it.each([
    ['elsewhere', '{ me @defer { name } }', '@defer'],
    [
      'with a label that is not known before',
      'query ($l: String) { me { ... @defer(label: $l) { name } } }',
      'label',
    ],
  ])('refuses it %s', async (_case, query, message) => {
    await expect(defer(graph, query)).rejects.toThrow(message);
  });
});

it('fragments beyond those that the planner takes in good time come at once', async () => {
  const aliases = Array.from(
    { length: 25 },
    (_, index) => `... @defer { x${index}: book(id: "${index}") { title } }`,
  );
  const answer = await inParts(`{ ${aliases.join(' ')} }`);
  expect(Object.keys(dataOf(answer) as object)).toEqual(['x20', 'x21', 'x22', 'x23', 'x24']);
  expect(await rest(answer)).toHaveLength(20);
});

describe('who leaves', () => {
  it('is not waited for, and what is on its way is stopped', async () => {
    shop.hold('verdict');
    const answer = await inParts('{ book(id: "a") { title ... @defer { verdict author { name } } } }');
    await shop.asked('verdict');
    const waiting = answer.parts.next();
    expect(await answer.parts.return?.()).toEqual({ value: undefined, done: true });
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(graph.asked('reviews')[0]?.context.signal?.aborted).toBe(true);
  });

  it('by the signal of the request ends the parts', async () => {
    shop.hold('verdict');
    const stop = new AbortController();
    const answer = await inParts('{ book(id: "a") { title ... @defer { verdict } } }', {}, stop.signal);
    const waiting = answer.parts.next();
    stop.abort();
    expect(await waiting).toEqual({ value: undefined, done: true });
  });
});
