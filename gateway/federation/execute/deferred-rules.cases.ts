import { createBookshop } from '../testing/bookshop';
import { createTestGraph } from '../testing/kit';
import type { TestGraph } from '../testing/kit';
import { atOnce, dataOf, defer, inParts, merge, rest } from '../testing/parts';

let graph: TestGraph;

beforeEach(() => {
  graph = createTestGraph(createBookshop().subgraphs);
});

const queriesTo = (service: string): string[] => graph.asked(service).map(({ query }) => query);

describe('errors', () => {
  it('of a deferred part go with it, at their places', async () => {
    const answer = await inParts(graph, '{ shelf { top { id ... @defer { score: rating } } } }');
    expect(answer.initial.errors).toBeUndefined();
    expect(await rest(answer)).toEqual([
      { path: 'shelf.top.0', data: { score: 4.5 } },
      { path: 'shelf.top.2', data: { score: null }, errors: ['No rating at shelf.top.2.score'] },
    ]);
  });

  it('of what comes first do not wait for the parts', async () => {
    const answer = await inParts(graph, '{ book(id: "bad") { rating ... @defer { author { email } } } }');
    expect(answer.initial.errors?.map(({ path }) => path)).toEqual([['book', 'rating']]);
    expect(await rest(answer)).toEqual([{ path: 'book', data: { author: { email: 'author-bad@test' } } }]);
  });

  it('of a subgraph that is down are those of each place', async () => {
    graph.down.add('reviews');
    const answer = await inParts(graph, '{ books { id ... @defer { rating } } }');
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
    const answer = await inParts(graph, '{ shelf { top { id ... @defer { verdict } } } }');
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
    const answer = await atOnce(graph, '{ book(id: "bad") { author { name ... @defer { email } } } }');
    expect(answer.data).toEqual({ book: { author: null } });
    expect(answer.errors).toHaveLength(1);
  });

  it('make the same of an object that stands before and later', async () => {
    const { data } = await merge(
      await inParts(graph, '{ book(id: "bad") { author { id } ... @defer { author { name } rating } } }'),
    );
    expect(data).toEqual({ book: { author: null, rating: null } });
  });

  it('of variables are told at once', async () => {
    const { data, errors } = await atOnce(
      graph,
      'query ($id: ID!) { book(id: $id) { ... @defer { verdict } } }',
    );
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
  });
});

describe('an answer comes at once', () => {
  const LATER =
    'query ($later: Boolean = true) { book(id: "a") { title ... @defer(if: $later) { rating } } }';
  const WHOLE = '{"book":{"title":"Title a","rating":4.5}}';

  it('when a variable says so', async () => {
    expect(JSON.stringify((await atOnce(graph, LATER, { later: false })).data)).toBe(WHOLE);
    expect(dataOf(await inParts(graph, LATER))).toEqual({ book: { title: 'Title a' } });
    expect(dataOf(await inParts(graph, LATER, { later: true }))).toEqual({ book: { title: 'Title a' } });
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
    expect(JSON.stringify((await atOnce(graph, query)).data)).toBe(data);
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
    expect(await rest(await inParts(graph, query, { on: true }))).toEqual([
      { path: 'book', data: { rating: 4.5 } },
    ]);
    expect(await rest(await inParts(graph, query, { on: false }))).toEqual([
      { path: 'book', data: { pages: 100 } },
    ]);
  });

  it('that rule out what a part waits for do not keep it waiting', async () => {
    const query = `query ($on: Boolean!) {
      book(id: "a") { author @include(if: $on) { name ... @defer { email } } ... @defer { rating } }
    }`;
    expect(await rest(await inParts(graph, query, { on: false }))).toEqual([
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
  const answer = await inParts(graph, `{ ${aliases.join(' ')} }`);
  expect(Object.keys(dataOf(answer) as object)).toEqual(['x20', 'x21', 'x22', 'x23', 'x24']);
  expect(await rest(answer)).toHaveLength(20);
});
