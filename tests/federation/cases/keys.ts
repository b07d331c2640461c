import type { Case } from '../case';

const byId = <Row extends { id: string }>(rows: readonly Row[]) => ({
  __resolveReference: ({ id }: { id?: string }) => rows.find((row) => row.id === id) ?? null,
});

const PEOPLE = [
  { id: 'p1', email: 'ada@test', name: 'Ada', city: 'London' },
  { id: 'p2', email: 'bob@test', name: 'Bob', city: 'Paris' },
];

export const keys: readonly Case[] = [
  {
    name: 'a type with a dead key beside a resolvable one in the same subgraph',
    subgraphs: {
      staff: {
        typeDefs: `
          type Query { staff: [Person!]! }
          type Person @key(fields: "id") { id: ID! }
        `,
        resolvers: () => ({ Query: { staff: () => PEOPLE.map(({ id }) => ({ id })) } }),
      },
      directory: {
        typeDefs: `
          type Person @key(fields: "id") @key(fields: "email") { id: ID! email: ID! name: String }
        `,
        resolvers: () => ({ Person: byId(PEOPLE) }),
      },
      places: {
        typeDefs: `
          type Query { residents: [Person!]! }
          type Person @key(fields: "id", resolvable: false) @key(fields: "email") {
            id: ID! email: ID! city: String name: String @external card: String @requires(fields: "name")
          }
        `,
        resolvers: () => ({
          Query: { residents: () => PEOPLE.map(({ id, email, city }) => ({ id, email, city })) },
          Person: {
            __resolveReference: ({ email, name }: { email?: string; name?: string }) => {
              const found = PEOPLE.find((person) => person.email === email);
              return found ? { ...found, name } : null;
            },
            card: ({ name, city }: { name: string; city: string }) => `${name}, ${city}`,
          },
        }),
      },
    },
    operations: [
      { query: '{ staff { city } }', data: { staff: [{ city: 'London' }, { city: 'Paris' }] } },
      {
        query: '{ staff { id email name city } }',
        data: { staff: PEOPLE },
      },
      {
        query: '{ residents { card } }',
        data: { residents: [{ card: 'Ada, London' }, { card: 'Bob, Paris' }] },
        stock: { fault: 'lost data', data: { residents: [{ card: null }, { card: null }] } },
      },
      {
        query: '{ staff { card } }',
        data: { staff: [{ card: 'Ada, London' }, { card: 'Bob, Paris' }] },
      },
    ],
  },
  {
    name: 'compound and nested keys',
    subgraphs: {
      orders: {
        typeDefs: `
          type Query { parcels: [Parcel!]! }
          type Parcel @key(fields: "number depot { code region { id } }") { number: Int! depot: Depot! }
          type Depot @shareable { code: String! region: Region! }
          type Region @shareable { id: ID! }
        `,
        resolvers: () => ({
          Query: {
            parcels: () =>
              [1, 2].map((number) => ({ number, depot: { code: `d${number}`, region: { id: 'r' } } })),
          },
        }),
      },
      routes: {
        typeDefs: `
          type Parcel @key(fields: "number depot { code region { id } }") { number: Int! depot: Depot! route: String }
          type Depot @shareable { code: String! region: Region! }
          type Region @shareable { id: ID! }
        `,
        resolvers: () => ({
          Parcel: {
            route: ({ number, depot }: { number: number; depot: { code: string; region: { id: string } } }) =>
              [depot.region.id, depot.code, number].join('/'),
          },
        }),
      },
    },
    operations: [
      { query: '{ parcels { route } }', data: { parcels: [{ route: 'r/d1/1' }, { route: 'r/d2/2' }] } },
      {
        query: '{ parcels { number: route depot { region: code } } }',
        data: {
          parcels: [
            { number: 'r/d1/1', depot: { region: 'd1' } },
            { number: 'r/d2/2', depot: { region: 'd2' } },
          ],
        },
        stock: { fault: 'lost data', data: null },
      },
      {
        query: '{ parcels { depot { code: __typename } route } }',
        data: {
          parcels: [
            { depot: { code: 'Depot' }, route: 'r/d1/1' },
            { depot: { code: 'Depot' }, route: 'r/d2/2' },
          ],
        },
      },
    ],
  },
  {
    name: 'a way that leads through three subgraphs, each with a key of its own',
    subgraphs: {
      a: {
        typeDefs: 'type Query { item: Item } type Item @key(fields: "a") { a: ID! }',
        resolvers: () => ({ Query: { item: () => ({ a: 'A' }) } }),
      },
      b: {
        typeDefs: 'type Item @key(fields: "a") @key(fields: "b") { a: ID! b: ID! }',
        resolvers: () => ({ Item: { b: ({ a }: { a: string }) => `${a}B` } }),
      },
      c: {
        typeDefs:
          'type Item @key(fields: "b") @key(fields: "c { c }") { b: ID! c: C } type C @shareable { c: ID! }',
        resolvers: () => ({ Item: { c: ({ b }: { b: string }) => ({ c: `${b}C` }) } }),
      },
      d: {
        typeDefs: 'type Item @key(fields: "c { c }") { c: C d: String } type C @shareable { c: ID! }',
        resolvers: () => ({ Item: { d: ({ c }: { c: { c: string } }) => `${c.c}D` } }),
      },
    },
    operations: [
      { query: '{ item { d } }', data: { item: { d: 'ABCD' } } },
      {
        query: '{ item { a: d b: __typename c { d: c } } }',
        data: { item: { a: 'ABCD', b: 'Item', c: { d: 'ABC' } } },
      },
    ],
  },
  {
    name: 'a client alias that equals a key',
    subgraphs: {
      products: {
        typeDefs: `
          type Query { products: [Product!]! }
          type Product @key(fields: "upc") { upc: ID! name: String weight: Int }
        `,
        resolvers: () => ({
          Query: {
            products: () => [
              { upc: '1', name: 'Table', weight: 100 },
              { upc: '2', name: 'Chair', weight: 20 },
            ],
          },
        }),
      },
      inventory: {
        typeDefs: `
          type Product @key(fields: "upc") {
            upc: ID! weight: Int @external inStock: String shippingEstimate: Int @requires(fields: "weight")
          }
        `,
        resolvers: () => ({
          Product: {
            inStock: ({ upc }: { upc: string }) => `${upc} in stock`,
            shippingEstimate: ({ weight }: { weight: number }) => weight * 2,
          },
        }),
      },
    },
    operations: [
      {
        query: '{ products { upc: name inStock } }',
        data: {
          products: [
            { upc: 'Table', inStock: '1 in stock' },
            { upc: 'Chair', inStock: '2 in stock' },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { upc: '1', inStock: '1 in stock' },
              { upc: '2', inStock: '2 in stock' },
            ],
          },
        },
      },
      {
        query: '{ products { upc: name shippingEstimate } }',
        data: {
          products: [
            { upc: 'Table', shippingEstimate: 200 },
            { upc: 'Chair', shippingEstimate: 40 },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { upc: '1', shippingEstimate: 200 },
              { upc: '2', shippingEstimate: 40 },
            ],
          },
        },
      },
      {
        query: '{ products { weight: upc shippingEstimate } }',
        data: {
          products: [
            { weight: '1', shippingEstimate: 200 },
            { weight: '2', shippingEstimate: 40 },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { weight: '1', shippingEstimate: 2 },
              { weight: '2', shippingEstimate: 4 },
            ],
          },
        },
      },
      {
        query: '{ products { __typename: name inStock } }',
        data: {
          products: [
            { __typename: 'Table', inStock: '1 in stock' },
            { __typename: 'Chair', inStock: '2 in stock' },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { __typename: 'Product', inStock: '1 in stock' },
              { __typename: 'Product', inStock: '2 in stock' },
            ],
          },
        },
      },
    ],
  },
];
