import { createTestGraph } from '../testing/kit';

describe('root fields that are asked for below the root', () => {
  const graph = createTestGraph({
    a: {
      typeDefs: 'type Query { items: [Item] } type Item { root: Query }',
      resolvers: { Query: { items: () => [{ root: {} }, { root: {} }] } },
    },
    b: { typeDefs: 'type Query { x: Int }', answer: () => ({ data: { x: null }, errors: [fault] }) },
  });
  const fault = { message: 'Lost', path: ['x'] };

  it('tell what went wrong at every place where it is missing', async () => {
    const { data, errors } = await graph.run('{ items { root { y: x } } }');
    expect(data).toEqual({ items: [{ root: { y: null } }, { root: { y: null } }] });
    expect(errors?.map(({ path }) => path)).toEqual([0, 1].map((index) => ['items', index, 'root', 'y']));
  });
});

describe('fields that are called like what every object has', () => {
  const graph = createTestGraph({
    a: { typeDefs: 'type Query { constructor: Int toString: Text } type Text { valueOf: String }' },
  });

  it('are null where nothing was sent, and only that is told', async () => {
    graph.down.add('a');
    const { data, errors } = await graph.run('{ constructor toString { valueOf } }');
    expect(data).toEqual({ constructor: null, toString: null });
    expect(errors?.map(({ message }) => message)).toEqual(Array(2).fill('Failed with SERVICE_UNAVAILABLE'));
  });
});
