import { parse } from 'graphql';
import { readSupergraph } from '../supergraph';
import { compose, createTestGraph } from '../testing/kit';
import { createLibrary } from '../testing/library';
import { createPrepare } from './prepare';

describe('an operation whose plan is empty', () => {
  const supergraph = readSupergraph(compose({ a: { typeDefs: 'type Query { x: Int }' } }));
  const prepare = createPrepare({
    supergraph,
    planner: { plan: () => ({ kind: 'QueryPlan' }) },
    guards: () => new Map(),
  });

  it('is refused, because its answer would be nulls', () => {
    expect(() => prepare(parse('{ x }'))).toThrow('No subgraph can answer this operation.');
  });

  it('is fine when it asks no subgraph for anything', () => {
    expect(() => prepare(parse('{ __typename __schema { __typename } x @skip(if: true) }'))).not.toThrow();
  });
});

describe('conditions', () => {
  const library = createLibrary();
  beforeEach(() => library.requests.splice(0));

  it('decide which services are asked', async () => {
    const query = 'query ($on: Boolean!) { books { title reviews @include(if: $on) { stars } } }';
    await library.run(query, { on: false });
    expect(library.requests.map(({ service }) => service)).toEqual(['catalog']);
    await library.run(query, { on: true });
    expect(library.asked('reviews')).toHaveLength(1);
  });

  it('that rule out a required field do not take fields beside it along', async () => {
    const query = 'query ($on: Boolean!) { book(id: "b1") { postage @include(if: $on) rating } }';
    expect((await library.run(query, { on: false })).data).toEqual({ book: { rating: 4.5 } });
    expect((await library.run(query, { on: true })).data).toEqual({ book: { postage: 30, rating: 4.5 } });
  });

  it('that empty a selection leave the object', async () => {
    const query = 'query ($on: Boolean!) { book(id: "b1") { title @include(if: $on) } }';
    expect((await library.run(query, { on: false })).data).toEqual({ book: {} });
  });
});

describe('a plan that is too large for some values of the variables only', () => {
  const graph = createTestGraph({
    stock: {
      typeDefs: `
        type Query { good: Good }
        type Mutation { count: Int take: Good }
        type Good @key(fields: "id") { id: ID! weight: Int }
      `,
    },
    post: {
      typeDefs: `type Good @key(fields: "id") { id: ID! weight: Int @external postage: Int @requires(fields: "weight") }`,
    },
  });
  const GOOD = '{ postage @include(if: $far) weight @skip(if: $far) }';
  beforeEach(() => graph.requests.splice(0));

  it.each([
    ['a query', `query ($far: Boolean!) { good ${GOOD} }`],
    ['a mutation, before its first field is executed', `mutation ($far: Boolean!) { count take ${GOOD} }`],
  ])('refuses %s as cleanly as when it is prepared', async (_case, query) => {
    const { data, errors } = await graph.run(query, { far: true }, { mostFetches: 1 });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { extensions: { code: 'OPERATION_LIMIT_EXCEEDED', limit: 'planSize', most: 1 } },
    ]);
    expect([graph.requests, graph.reports]).toEqual([[], []]);
  });

  it('lets the others pass', async () => {
    await graph.run(`query ($far: Boolean!) { good ${GOOD} }`, { far: false }, { mostFetches: 1 });
    expect(graph.requests).toHaveLength(1);
  });
});
