import { createTestGraph } from '../testing/kit';

const graph = createTestGraph({
  products: {
    typeDefs: `
      type Query { products: [Product!]!  product(upc: ID!): Product }
      type Product @key(fields: "upc") { upc: ID! name: String weight: Int price(currency: String = "EUR"): Int broken: Int! }
    `,
    resolvers: {
      Query: {
        products: () => [
          { upc: '1', name: 'Table', weight: 100 },
          { upc: '2', name: 'Chair', weight: 20 },
        ],
        product: (_: unknown, { upc }: { upc: string }) => ({ upc, name: `Product ${upc}`, weight: 7 }),
      },
      Product: {
        price: (_: unknown, { currency }: { currency: string }) => (currency === 'USD' ? 20 : 10),
        broken: () => null,
        __resolveReference: ({ upc }: { upc: string }) => ({ upc, name: `Product ${upc}`, weight: 7 }),
      },
    },
  },
  inventory: {
    typeDefs: `
      type Product @key(fields: "upc") {
        upc: ID!
        weight: Int @external
        price(currency: String = "EUR"): Int @external
        shippingEstimate: Int @requires(fields: "weight")
        duty: Int @requires(fields: "price(currency: \\"USD\\")")
      }
    `,
    resolvers: {
      Product: {
        __resolveReference: (reference: object) => reference,
        shippingEstimate: ({ weight }: { weight: number }) => weight * 2,
        duty: ({ price }: { price: number }) => price * 100,
      },
    },
  },
});

beforeEach(() => graph.requests.splice(0));

describe('client aliases', () => {
  it('can equal a key without harm', async () => {
    const { data, errors } = await graph.run('{ products { upc: name shippingEstimate } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      products: [
        { upc: 'Table', shippingEstimate: 200 },
        { upc: 'Chair', shippingEstimate: 40 },
      ],
    });
  });

  it('can equal a required field without harm', async () => {
    const { data } = await graph.run('{ product(upc: 3) { weight: upc shippingEstimate } }');
    expect(data).toEqual({ product: { weight: '3', shippingEstimate: 14 } });
  });

  it('are never sent to a subgraph', async () => {
    await graph.run('{ all: products { mass: weight title: name ship: shippingEstimate kind: __typename } }');
    const sent = graph.requests.map(({ query }) => query).join();
    expect(sent).not.toMatch(/all|mass|title|ship:|kind/);
  });

  it('of one field with equal arguments share one fetch', async () => {
    const { data } = await graph.run('{ a: product(upc: 1) { x: name } b: product(upc: 1) { y: weight } }');
    expect(data).toEqual({ a: { x: 'Product 1' }, b: { y: 7 } });
    expect(graph.requests.map(({ query }) => query)).toEqual(['{product(upc:1){name weight}}']);
  });

  it('of one field do not take away from each other what only one of them asks for and fails', async () => {
    const { data } = await graph.run(
      '{ a: product(upc: 1) { name } b: product(upc: 1) { name broken } c: product(upc: 1) { title: name } }',
    );
    expect(data).toEqual({ a: { name: 'Product 1' }, b: null, c: { title: 'Product 1' } });
    expect(graph.requests.map(({ query }) => query)).toEqual([
      '{product(upc:1){name}product__1:product(upc:1){name broken}}',
    ]);
  });

  it('of one field with different arguments get generated aliases', async () => {
    const { data } = await graph.run(
      'query ($usd: String) { product(upc: 1) { a: price(currency: $usd) b: price c: price(currency: "EUR") } }',
      { usd: 'USD' },
    );
    expect(data).toEqual({ product: { a: 20, b: 10, c: 10 } });
  });

  it('may be any name, even that of a prototype', async () => {
    const { data } = await graph.run('{ product(upc: 1) { __proto__: name constructor: weight } }');
    expect(Object.entries(data?.['product'] as object)).toEqual([
      ['__proto__', 'Product 1'],
      ['constructor', 7],
    ]);
  });
});

describe('a field that another service requires with arguments', () => {
  it.each(['price', 'price(currency: "EUR")', 'price(currency: $currency)', '... on Product { price }'])(
    'does not lend its data to %s of the client',
    async (selection) => {
      const declaration = selection.includes('$') ? 'query ($currency: String = "EUR")' : '';
      const { data } = await graph.run(`${declaration} { product(upc: 1) { duty ${selection} } }`);
      expect(data).toEqual({ product: { duty: 2000, price: 10 } });
    },
  );
});
