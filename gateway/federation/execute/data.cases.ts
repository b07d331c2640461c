import { buildSchema } from 'graphql';
import { compilePlan } from '../plan/compile';
import type { FetchStep } from '../plan/types';
import { createTestGraph } from '../testing/kit';
import { locate, objectsAt } from './locate';
import { mergeInto } from './merge';
import { applyRewrites } from './rewrites';

/** The compiled form of one fetch at a path of the planner. */
function fetchAt(path: string[], rewrites: object = {}): FetchStep {
  const fetch = { kind: 'Fetch', serviceName: 'a', operation: '{x}', operationKind: 'query', ...rewrites };
  const step = compilePlan({ kind: 'QueryPlan', node: { kind: 'Flatten', path, node: fetch } } as never);
  if (step?.kind !== 'fetch') throw new Error('Not a fetch.');
  return step;
}

describe('merging', () => {
  it('goes into objects and lists, and no null takes an object away', () => {
    const target = { a: { x: 1 }, list: [{ x: 1 }, null], kept: { x: 1 }, leaf: 1 };
    const { a, list } = target;
    mergeInto(target, { a: { y: 2 }, list: [{ y: 2 }, { y: 3 }], kept: null, leaf: null, more: [1] });
    expect(target).toEqual({
      a: { x: 1, y: 2 },
      list: [{ x: 1, y: 2 }, { y: 3 }],
      kept: { x: 1 },
      leaf: null,
      more: [1],
    });
    expect([target.a, target.list]).toEqual([a, list]);
  });

  it('reaches no prototype, whatever the members of a scalar are called', () => {
    const target: Record<string, unknown> = { settings: { x: 1 } };
    const sent = '{"settings":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}}';
    mergeInto(target, JSON.parse(sent) as Record<string, unknown>);
    expect({}).not.toHaveProperty('isAdmin');
    expect(JSON.stringify(target)).toBe(sent.replace('{"__proto__', '{"x":1,"__proto__'));
  });
});

describe('the objects of a path', () => {
  const data = {
    feed: [[{ __typename: 'A', child: { id: 1 } }], [null, { __typename: 'B', child: { id: 2 } }]],
  };

  it.each([
    [
      ['feed', '@', '@', 'child'],
      ['feed.0.0.child', 'feed.1.1.child'],
    ],
    [['feed', '@', '@|[B,C]', 'child'], ['feed.1.1.child']],
    [['feed', '@', '@|[C]'], []],
    [
      ['feed', 'child'],
      ['feed.0.0.child', 'feed.1.1.child'],
    ],
    [['none', '@', 'child'], []],
  ])('%j', (path, expected) => {
    const { at } = fetchAt(path);
    const located = locate(data, at);
    expect(located.map((found) => found.path.join('.'))).toEqual(expected);
    expect(located.map(({ object }) => object)).toEqual(objectsAt(data, at, new Set()));
  });
});

describe('rewrites', () => {
  const schema = buildSchema('type Query { i: I } interface I { x: Int } type A implements I { x: Int }');

  it('set and rename where the types fit', () => {
    const { outputRewrites } = fetchAt([], {
      outputRewrites: [
        { kind: 'KeyRenamer', path: ['list', '... on I', 'x__alias_0'], renameKeyTo: 'x' },
        { kind: 'ValueSetter', path: ['list', '... on A', '__typename'], setValueTo: 'I' },
      ],
    });
    const value = { list: [{ __typename: 'A', x__alias_0: 1 }, { __typename: 'Z', x__alias_0: 2 }, null] };
    applyRewrites(schema, outputRewrites, value);
    expect(value).toEqual({ list: [{ __typename: 'I', x: 1 }, { __typename: 'Z', x__alias_0: 2 }, null] });
  });
});

describe('fields of one name with different types in different types', () => {
  it('come back under their own names, also in errors', async () => {
    const graph = createTestGraph({
      a: {
        typeDefs: `
          type Query { all: [U] }
          union U = A | B
          type A { x: Int y: Int! }
          type B { x: String y: Int }
        `,
        resolvers: {
          Query: {
            all: () => [
              { __typename: 'A', x: 1, y: 2 },
              { __typename: 'B', x: 'one', y: 'bad' },
            ],
          },
        },
      },
    });
    const { data, errors } = await graph.run('{ all { ... on A { p: x q: y } ... on B { r: x s: y } } }');
    expect(data).toEqual({
      all: [
        { p: 1, q: 2 },
        { r: 'one', s: null },
      ],
    });
    expect(errors).toMatchObject([{ path: ['all', 1, 's'] }]);
  });
});

describe('a fault of the engine itself', () => {
  it('is an error that tells nothing, and is reported', async () => {
    const graph = createTestGraph(
      { a: { typeDefs: 'type Query { x: Int }' } },
      {
        failure: (code) => {
          if (code === 'SERVICE_UNAVAILABLE') throw new Error('A secret');
          return { message: 'Something went wrong', extensions: { code } };
        },
      },
    );
    graph.down.add('a');
    const { data, errors } = await graph.run('{ x }');
    expect(data).toBeNull();
    expect(errors?.map((error) => error.toJSON())).toEqual([
      { message: 'Something went wrong', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    expect(graph.reports.map(({ service }) => service)).toContain('engine');
  });
});
