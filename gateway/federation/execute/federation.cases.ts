import { createTestGraph } from '../testing/kit';

describe('@interfaceObject', () => {
  const graph = createTestGraph({
    catalog: {
      typeDefs: `
        type Query { media: [Media!]! }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
        type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
      `,
      resolvers: {
        Query: { media: () => items },
        Media: { __resolveReference: ({ id }: { id: string }) => items.find((item) => item.id === id) },
      },
    },
    ratings: {
      typeDefs: `
        type Query { best: Media lost: Media }
        type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }
      `,
      resolvers: {
        Query: { best: () => ({ id: 'f1' }), lost: () => ({ id: 'none' }) },
        Media: { stars: ({ id }: { id: string }) => (id === 'b1' ? 5 : 3) },
      },
    },
  });
  const items = [
    { __typename: 'Book', id: 'b1', title: 'Dune', pages: 412 },
    { __typename: 'Film', id: 'f1', title: 'Alien', minutes: 117 },
  ];

  it('adds fields to every implementation', async () => {
    const { data } = await graph.run('{ media { __typename stars ... on Book { pages } } }');
    expect(data).toEqual({
      media: [
        { __typename: 'Book', stars: 5, pages: 412 },
        { __typename: 'Film', stars: 3 },
      ],
    });
  });

  it('is null when its type name is wanted and no service knows it', async () => {
    const { data, errors } = await graph.run('{ lost { stars __typename } }');
    expect(data).toEqual({ lost: null });
    expect(errors).toHaveLength(1);
  });

  it('as a root field finds the concrete type elsewhere', async () => {
    const { data, errors } = await graph.run(
      '{ best { stars kind: __typename title ... on Film { minutes } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ best: { stars: 3, kind: 'Film', title: 'Alien', minutes: 117 } });
  });
});

describe('@provides and @requires', () => {
  const graph = createTestGraph({
    orders: {
      typeDefs: `
        type Query { orders: [Order!]! }
        type Order @key(fields: "id") { id: ID! lines: [Line!]! buyer: User @provides(fields: "name") }
        type Line { product: Product quantity: Int }
        type Product @key(fields: "sku") { sku: ID! }
        type User @key(fields: "id") { id: ID! name: String @external }
      `,
      resolvers: {
        Query: {
          orders: () => [
            {
              id: 'o1',
              lines: [
                { product: { sku: 's1' }, quantity: 2 },
                { product: { sku: 's2' }, quantity: 1 },
              ],
              buyer: { id: 'u1', name: 'Ada' },
            },
          ],
        },
      },
    },
    users: {
      typeDefs: 'type User @key(fields: "id") { id: ID! name: String @shareable email: String }',
      resolvers: { User: { email: () => 'ada@test', __resolveReference: (reference: object) => reference } },
    },
    products: {
      typeDefs: `
        type Product @key(fields: "sku") { sku: ID! size: Size price: Int }
        type Size { width: Int height: Int }
      `,
      resolvers: {
        Product: {
          __resolveReference: ({ sku }: { sku: string }) => ({
            sku,
            size: sku === 's1' ? { width: 2, height: 3 } : null,
            price: 10,
          }),
        },
      },
    },
    shipping: {
      typeDefs: `
        type Product @key(fields: "sku") {
          sku: ID!
          size: Size @external
          price: Int @external
          volume: Int @requires(fields: "size { width height }")
          freight: Int @requires(fields: "price")
        }
        type Size { width: Int @external height: Int @external }
        type Order @key(fields: "id") {
          id: ID!
          lines: [Line!]! @external
          total: Int @requires(fields: "lines { product { sku freight } quantity }")
        }
        type Line { product: Product @external quantity: Int @external }
      `,
      resolvers: {
        Product: {
          __resolveReference: (reference: object) => reference,
          volume: ({ size }: { size: { width: number; height: number } | null }) =>
            size ? size.width * size.height : null,
          freight: ({ price }: { price: number }) => price + 1,
        },
        Order: {
          __resolveReference: (reference: object) => reference,
          total: ({ lines }: { lines: { quantity: number }[] }) =>
            lines.reduce((sum, { quantity }) => sum + quantity, 0),
        },
      },
    },
  });

  beforeEach(() => {
    graph.requests.splice(0);
    graph.down.clear();
  });

  it('do not ask for what is provided', async () => {
    const { data } = await graph.run('{ orders { buyer { name } } }');
    expect(data).toEqual({ orders: [{ buyer: { name: 'Ada' } }] });
    expect(graph.asked('users')).toEqual([]);
  });

  it('send required objects, also when they are null', async () => {
    const { data } = await graph.run('{ orders { lines { product { volume size { width } } } } }');
    expect(data).toEqual({
      orders: [
        {
          lines: [{ product: { volume: 6, size: { width: 2 } } }, { product: { volume: null, size: null } }],
        },
      ],
    });
  });

  it('follow requirements of requirements through lists', async () => {
    const { data } = await graph.run('{ orders { lines: total } }');
    expect(data).toEqual({ orders: [{ lines: 3 }] });
  });

  it('keep what does not depend on a service that is down', async () => {
    graph.down.add('products');
    const { data, errors } = await graph.run(
      '{ orders { buyer { name } lines { quantity product { freight } } } }',
    );
    expect(data).toMatchObject({
      orders: [{ buyer: { name: 'Ada' }, lines: [{ quantity: 2, product: { freight: null } }, {}] }],
    });
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions['service']])).toEqual([
      ['orders.0.lines.0.product', 'products'],
      ['orders.0.lines.1.product', 'products'],
    ]);
  });
});

describe('@override and shared root fields', () => {
  it('ask the service that took over, and one of those that share', async () => {
    const graph = createTestGraph({
      old: {
        typeDefs: 'type Query { now: Int @shareable } type T @key(fields: "id") { id: ID! a: Int b: Int }',
        resolvers: { Query: { now: () => 1 }, T: { a: () => 1, b: () => 1 } },
      },
      fresh: {
        typeDefs: `
          type Query { now: Int @shareable  t: T }
          type T @key(fields: "id") { id: ID! a: Int @override(from: "old") }
        `,
        resolvers: { Query: { now: () => 1, t: () => ({ id: '1' }) }, T: { a: () => 2 } },
      },
    });
    expect((await graph.run('{ now t { a b } }')).data).toEqual({ now: 1, t: { a: 2, b: 1 } });
  });
});

describe('what is @inaccessible', () => {
  const graph = createTestGraph({
    a: {
      typeDefs: `
        type Query { things: [Thing]  color: Color  colors: [Color!] }
        interface Thing { id: ID! }
        type Open implements Thing { id: ID! hidden: String @inaccessible }
        type Closed implements Thing @inaccessible { id: ID! }
        enum Color { RED GHOST @inaccessible }
      `,
      resolvers: {
        Query: {
          things: () => [
            { __typename: 'Open', id: '1' },
            { __typename: 'Closed', id: '2' },
          ],
          color: () => 'GHOST',
          colors: () => ['RED', 'GHOST'],
        },
      },
    },
  });

  it('is not known to clients', async () => {
    await expect(graph.run('{ things { ... on Open { hidden } } }')).rejects.toThrow(
      'Cannot query field "hidden"',
    );
    const { data } = await graph.run('{ __type(name: "Closed") { name } __schema { types { name } } }');
    expect(data?.['__type']).toBeNull();
    expect(JSON.stringify(data)).not.toMatch(/join__|Closed|GHOST/);
  });

  it('is still part of the supergraph', () => {
    expect(
      graph.engine.supergraph.getType('Closed')?.astNode?.directives?.map(({ name }) => name.value),
    ).toContain('inaccessible');
  });

  it('becomes null when a subgraph sends it, and the error does not name it', async () => {
    const { data, errors } = await graph.run('{ things { id } color colors }');
    expect(data).toEqual({ things: [{ id: '1' }, null], color: null, colors: null });
    expect(errors?.map(({ path }) => path)).toEqual([['things', 1], ['color'], ['colors', 1]]);
    expect(JSON.stringify(errors)).not.toMatch(/Closed|GHOST/);
  });
});
