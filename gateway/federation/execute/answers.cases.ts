import { parse } from 'graphql';
import { createTestGraph } from '../testing/kit';
import type { SubgraphResponse } from '../index';

/** A graph of a root service and an entity service that answer what a test says. */
function graphOf(root: SubgraphResponse, entities: SubgraphResponse): ReturnType<typeof createTestGraph> {
  return createTestGraph({
    root: {
      typeDefs: `
        type Query { items(limit: Int): [Item]  one(id: ID = "x", flag: Flag, tags: [String!]): Item  subject: Int }
        type Item @key(fields: "id") { id: ID! count: Int must: Int! }
        enum Flag { UP DOWN }
        type Subscription { ticks: Int }
      `,
      answer: () => structuredClone(root),
    },
    extra: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! label(length: Int): String kind: String }',
      answer: () => structuredClone(entities),
    },
  });
}

const item = (id: string): object => ({ __typename: 'Item', id });
const UNAVAILABLE = { code: 'SERVICE_UNAVAILABLE', service: 'extra' };

describe('a subgraph that answers entities', () => {
  const items = { data: { items: [item('1'), item('2'), item('1')] } };

  it('fewer than asked: those that are missing are errors', async () => {
    const graph = graphOf(items, { data: { _entities: [{ label: 'one' }] } });
    const { data, errors } = await graph.run('{ items { label } }');
    expect(data).toEqual({ items: [{ label: 'one' }, { label: null }, { label: 'one' }] });
    expect(errors).toMatchObject([{ path: ['items', 1, 'label'], extensions: UNAVAILABLE }]);
  });

  it('as null: they are not found, which is no error', async () => {
    const graph = graphOf(items, { data: { _entities: [null, { label: 'two' }] } });
    const { data, errors } = await graph.run('{ items { label } }');
    expect(data).toEqual({ items: [{ label: null }, { label: 'two' }, { label: null }] });
    expect(errors).toBeUndefined();
  });

  it('not at all: every field that it would have filled is an error', async () => {
    const graph = graphOf(items, {
      data: null,
      errors: [{ message: 'No', extensions: { code: 'FORBIDDEN' } }],
    });
    const { errors } = await graph.run('{ items { label } }');
    const extensions = { code: 'FORBIDDEN', service: 'extra' };
    expect(errors).toMatchObject([0, 1, 2].map((index) => ({ path: ['items', index, 'label'], extensions })));
  });

  it('with errors at their places: each stands at all places of its entity', async () => {
    const graph = graphOf(items, {
      data: { _entities: [{ label: null }, { label: 'two' }] },
      errors: [{ message: 'Lost', path: ['_entities', 0, 'label'] }, { message: 'Slow' }],
    });
    const { errors } = await graph.run('{ all: items { name: label } }');
    expect(errors?.map(({ message, path }) => [message, path])).toEqual([
      ['Lost', ['all', 0, 'name']],
      ['Lost', ['all', 2, 'name']],
      ['Slow', undefined],
    ]);
  });
});

describe('values that do not fit their types', () => {
  it.each([
    [{ items: { id: '1' } }, { items: null }, 'Expected a list for field "Query.items".', ['items']],
    [{ items: ['1'] }, { items: [null] }, 'Expected an object for field "Query.items".', ['items', 0]],
    [
      { items: [{ count: 'many' }] },
      { items: [{ count: null }] },
      'Int cannot represent non-integer value: "many"',
      ['items', 0, 'count'],
    ],
  ])('%j become null', async (sent, expected, message, path) => {
    const { data, errors } = await graphOf({ data: sent }, {}).run('{ items { count } }');
    expect(data).toEqual(expected);
    expect(errors).toMatchObject([{ message, path }]);
  });

  it('let a null rise to the nearest parent that may be null', async () => {
    const { data, errors } = await graphOf({ data: { items: [{ must: 1 }, { must: null }] } }, {}).run(
      '{ items { must } }',
    );
    expect(data).toEqual({ items: [{ must: 1 }, null] });
    expect(errors?.map((error) => error.toJSON())).toEqual([
      { message: 'Cannot return null for non-nullable field Item.must.', path: ['items', 1, 'must'] },
    ]);
  });
});

describe('variables', () => {
  const QUERY =
    'query ($id: ID = 7, $flag: Flag, $tags: [String!]) { one(id: $id, flag: $flag, tags: $tags) { id } }';

  it('reach subgraphs as they were given, with defaults', async () => {
    const graph = graphOf({ data: { one: item('1') } }, {});
    await graph.run(QUERY, { flag: 'UP', tags: 'single', unknown: true });
    expect(graph.requests[0]?.variables).toEqual({ id: 7, flag: 'UP', tags: 'single' });
  });

  it('that do not fit are refused before anything is fetched', async () => {
    const graph = graphOf({}, {});
    const result = await graph.run(QUERY, { flag: 'SIDEWAYS' });
    expect(result).not.toHaveProperty('data');
    expect(result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(graph.requests).toEqual([]);
  });

  it('may have the name that entity fetches use', async () => {
    const graph = graphOf({ data: { items: [item('1')] } }, { data: { _entities: [{ label: 'one' }] } });
    const { data } = await graph.run(
      'query ($representations: Int) { items(limit: $representations) { label } }',
      {
        representations: 3,
      },
    );
    expect(data).toEqual({ items: [{ label: 'one' }] });
    expect(graph.requests.map(({ variables }) => Object.values(variables))).toEqual([
      [3],
      [[{ __typename: 'Item', id: '1' }]],
    ]);
  });
});

describe('an execution', () => {
  it('hands headers and the wish to stop to the transports, and asks nobody once it is to stop', async () => {
    const graph = graphOf({ data: { subject: 1 } }, {});
    const { engine, requests } = graph;
    const operation = engine.prepare(parse('{ subject }'));
    const stop = new AbortController();
    const context = { headers: { authorization: 'me' }, signal: stop.signal };
    await engine.execute(operation, { context });
    expect(requests[0]?.context).toBe(context);
    stop.abort();
    const { data, errors } = await engine.execute(operation, { context });
    expect(data).toEqual({ subject: null });
    expect(errors).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  it('never throws', async () => {
    const { engine } = graphOf({}, {});
    const document = parse('{ subject }');
    const foreign = { name: undefined, kind: 'query' as never, document, isDeferring: false };
    expect((await engine.execute(foreign, { context: { headers: {} } })).errors).toHaveLength(1);
  });
});

describe('a document that cannot be executed', () => {
  it.each([
    ['{ nothing } ', 'Cannot query field "nothing" on type "Query".'],
    ['query A { subject } query B { subject }', 'Must provide operation name'],
    [
      'query ($representations: Int) { items { short: label(length: $representations) } }',
      'The variable name "$representations" is taken where entities are fetched.',
    ],
    ['mutation { act }', 'An operation of kind mutation cannot be answered here.'],
    ['{ items @stream { id } }', 'Unknown directive "@stream".'],
  ])('%s', async (query, message) => {
    await expect(graphOf({}, {}).run(query)).rejects.toMatchObject({
      name: 'InvalidOperation',
      message: expect.stringContaining(message) as string,
    });
  });

  it('tells every fault with its place', async () => {
    await expect(graphOf({}, {}).run('{ a\n b }')).rejects.toMatchObject({
      errors: [{ locations: [{ line: 1, column: 3 }] }, { locations: [{ line: 2, column: 2 }] }],
    });
  });
});
