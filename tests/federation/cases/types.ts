import type { Case } from '../case';

export const types: readonly Case[] = [
  {
    name: 'a union that each subgraph knows in part',
    subgraphs: {
      a: {
        typeDefs: `
          type Query { any: [Medium] @shareable ofA: Medium holder: Holder }
          union Medium = Book | Film
          type Book @shareable { title: String pages: Int }
          type Film @key(fields: "id") { id: ID! title: String }
          type Holder @key(fields: "id") { id: ID! medium: Medium @shareable }
        `,
        resolvers: () => ({
          Query: {
            any: () => [
              { __typename: 'Book', title: 'Dune', pages: 1 },
              { __typename: 'Film', id: 'f', title: 'Alien' },
            ],
            ofA: () => ({ __typename: 'Film', id: 'f', title: 'Alien' }),
            holder: () => ({ id: 'h' }),
          },
          Holder: { medium: () => ({ __typename: 'Book', title: 'Dune', pages: 1 }) },
        }),
      },
      b: {
        typeDefs: `
          type Query { any: [Medium] @shareable ofB: Medium }
          union Medium = Book | Song
          type Book @shareable { title: String pages: Int }
          type Song { title: String }
          type Film @key(fields: "id") { id: ID! length: Int }
          type Holder @key(fields: "id") { id: ID! medium: Medium @shareable }
        `,
        resolvers: () => ({
          Query: {
            any: () => [
              { __typename: 'Book', title: 'Dune', pages: 1 },
              { __typename: 'Song', title: 'Help' },
            ],
            ofB: () => ({ __typename: 'Song', title: 'Help' }),
          },
          Film: { length: () => 117 },
          Holder: { medium: () => ({ __typename: 'Book', title: 'Dune', pages: 1 }) },
        }),
      },
    },
    operations: [
      {
        query:
          '{ ofA { __typename ... on Film { title length } ... on Song { title } } ofB { ... on Song { title } ... on Film { title } } }',
        data: { ofA: { __typename: 'Film', title: 'Alien', length: 117 }, ofB: { title: 'Help' } },
      },
      {
        query:
          '{ holder { medium { __typename ... on Book { title } ... on Song { title } ... on Film { title } } } }',
        data: { holder: { medium: { __typename: 'Book', title: 'Dune' } } },
      },
      { query: '{ ofB { ... on Film { length } } }', data: { ofB: {} } },
      {
        query: '{ ofA { ... on Film { a: title } ... on Book { a: title b: pages } } }',
        data: { ofA: { a: 'Alien' } },
      },
    ],
  },
  {
    name: 'enums and inputs that meet across subgraphs',
    subgraphs: {
      a: {
        typeDefs: `
          type Query { users(filter: Filter!): [User] kinds: [Kind] }
          type User @key(fields: "id") { id: ID! kind: Kind @shareable }
          input Filter { kind: Wanted first: Int note: String }
          enum Kind { ANON REGULAR }
          enum Wanted { ANON REGULAR SECRET }
        `,
        resolvers: () => ({
          Query: {
            users: (_: unknown, { filter }: { filter: { kind?: string; first?: number } }) =>
              [
                { id: '1', kind: 'ANON' },
                { id: '2', kind: 'REGULAR' },
              ]
                .filter(({ kind }) => filter.kind === undefined || kind === filter.kind)
                .slice(0, filter.first ?? 9),
            kinds: () => ['ANON', 'REGULAR'],
          },
        }),
      },
      b: {
        typeDefs: `
          type Query { matches(filter: Filter!): String }
          type User @key(fields: "id") { id: ID! kind: Kind @shareable type: Kind }
          input Filter { kind: Wanted first: Int }
          enum Kind { ANON REGULAR ADMIN }
          enum Wanted { ANON REGULAR }
        `,
        resolvers: () => ({
          Query: { matches: (_: unknown, { filter }: { filter: object }) => JSON.stringify(filter) },
          User: { type: ({ id }: { id: string }) => (id === '1' ? 'ANON' : 'ADMIN') },
        }),
      },
    },
    operations: [
      {
        query: 'query ($f: Filter!) { users(filter: $f) { id kind type } matches(filter: $f) }',
        variables: { f: { kind: 'REGULAR', first: 1 } },
        data: {
          users: [{ id: '2', kind: 'REGULAR', type: 'ADMIN' }],
          matches: '{"kind":"REGULAR","first":1}',
        },
      },
      {
        query: '{ users(filter: { first: 1 }) { kind: type type: kind } kinds }',
        data: { users: [{ kind: 'ANON', type: 'ANON' }], kinds: ['ANON', 'REGULAR'] },
      },
    ],
  },
  {
    name: 'an enum value that another subgraph hides',
    subgraphs: {
      a: {
        typeDefs: `
          type Query { user(id: ID!): User users: [User!]! }
          type User @key(fields: "id") { id: ID! kind: Kind mood: Mood! @shareable }
          enum Kind { ANON GHOST @inaccessible }
          enum Mood { GOOD BAD }
        `,
        resolvers: () => ({
          Query: {
            user: (_: unknown, { id }: { id: string }) => ({ id, kind: 'GHOST', mood: 'GOOD' }),
            users: () => [
              { id: '1', kind: 'ANON', mood: 'GOOD' },
              { id: '2', kind: 'GHOST', mood: 'BAD' },
            ],
          },
        }),
      },
    },
    operations: [
      {
        query: '{ user(id: 1) { kind mood } }',
        data: { user: { kind: null, mood: 'GOOD' } },
        errors: ['user.kind'],
        stock: { fault: 'silence', data: { user: { kind: null, mood: 'GOOD' } } },
      },
      {
        query: '{ users { k: kind } }',
        data: { users: [{ k: 'ANON' }, { k: null }] },
        errors: ['users.1.k'],
        stock: { fault: 'silence', data: { users: [{ k: 'ANON' }, { k: null }] } },
      },
    ],
  },
  {
    name: 'root fields that subgraphs share, and __typename everywhere',
    subgraphs: {
      a: {
        typeDefs: `
          type Query { product: Product @shareable thing: Thing }
          type Product @shareable { id: ID! name: Name }
          type Name @shareable { brand: String }
          interface Thing { id: ID! }
          type Car implements Thing @key(fields: "id") { id: ID! }
        `,
        resolvers: () => ({
          Query: {
            product: () => ({ id: '1', name: { brand: 'B' } }),
            thing: () => ({ __typename: 'Car', id: 'c' }),
          },
        }),
      },
      b: {
        typeDefs: `
          type Query { product: Product @shareable }
          type Product @shareable { id: ID! category: Category name: Name }
          type Name @shareable { brand: String }
          type Category { main: String sub: String }
        `,
        resolvers: () => ({
          Query: { product: () => ({ id: '1', category: { main: 'M', sub: 'S' }, name: { brand: 'B' } }) },
        }),
      },
      c: {
        typeDefs: `
          type Query { product: Product @shareable }
          type Product @shareable { id: ID! price: Price }
          type Price { amount: Int currency: String }
          type Car @key(fields: "id") { id: ID! wheels: Int }
        `,
        resolvers: () => ({
          Query: { product: () => ({ id: '1', price: { amount: 5, currency: 'EUR' } }) },
          Car: { wheels: () => 4 },
        }),
      },
    },
    operations: [
      {
        query: '{ product { id name { brand } category { main } price { amount } } }',
        data: { product: { id: '1', name: { brand: 'B' }, category: { main: 'M' }, price: { amount: 5 } } },
      },
      {
        query:
          '{ __typename product { __typename a: __typename name { __typename } price { b: __typename } } }',
        data: {
          __typename: 'Query',
          product: {
            __typename: 'Product',
            a: 'Product',
            name: { __typename: 'Name' },
            price: { b: 'Price' },
          },
        },
      },
      {
        query:
          '{ thing { __typename ... on Car { wheels t: __typename } } q: __typename ... on Query { r: __typename } }',
        data: { thing: { __typename: 'Car', wheels: 4, t: 'Car' }, q: 'Query', r: 'Query' },
      },
      { query: '{ x: __typename }', data: { x: 'Query' } },
      {
        query: '{ a: product { id } product { price { currency } } }',
        data: { a: { id: '1' }, product: { price: { currency: 'EUR' } } },
      },
      {
        query: '{ thing { id: __typename } __schema { queryType { name } } }',
        data: { thing: { id: 'Car' }, __schema: { queryType: { name: 'Query' } } },
      },
    ],
  },
];
