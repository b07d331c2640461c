import type { Case } from '../case';

const forbidden = () => {
  throw new Error('Nobody should ask here for what is provided.');
};

export const provides: readonly Case[] = [
  {
    name: '@provides on an interface',
    subgraphs: {
      zoo: {
        typeDefs: `
          type Query { star: Animal @provides(fields: "... on Dog { name breed { label } }") any: Animal }
          interface Animal { id: ID! name: String }
          type Dog implements Animal @key(fields: "id") { id: ID! name: String @external breed: Breed @external }
          type Cat implements Animal @key(fields: "id") { id: ID! name: String @external }
          type Breed @key(fields: "id") { id: ID! label: String @external }
        `,
        resolvers: () => ({
          Query: {
            star: () => ({
              __typename: 'Dog',
              id: 'd',
              name: 'provided',
              breed: { id: 'x', label: 'provided' },
            }),
            any: () => ({ __typename: 'Cat', id: 'c' }),
          },
        }),
      },
      names: {
        typeDefs: `
          type Dog @key(fields: "id") { id: ID! name: String @shareable breed: Breed @shareable }
          type Cat @key(fields: "id") { id: ID! name: String @shareable }
          type Breed @key(fields: "id") { id: ID! label: String @shareable size: Int }
        `,
        resolvers: () => ({
          Dog: { name: forbidden, breed: forbidden },
          Cat: { name: () => 'Tom' },
          Breed: { label: forbidden, size: () => 7 },
        }),
      },
    },
    operations: [
      {
        query: '{ star { name ... on Dog { breed { label } } } }',
        data: { star: { name: 'provided', breed: { label: 'provided' } } },
      },
      { query: '{ any { name } }', data: { any: { name: 'Tom' } } },
      {
        query: '{ star { ... on Dog { name: breed { label size } } } }',
        data: { star: { name: { label: 'provided', size: 7 } } },
      },
    ],
  },
  {
    name: '@provides on a union',
    subgraphs: {
      feed: {
        typeDefs: `
          type Query { feed: [Entry] @provides(fields: "... on Post { title } ... on Photo { url }") plain: [Entry] }
          union Entry = Post | Photo
          type Post @key(fields: "id") { id: ID! title: String @external }
          type Photo @key(fields: "id") { id: ID! url: String @external }
        `,
        resolvers: () => ({
          Query: {
            feed: () => [
              { __typename: 'Post', id: '1', title: 'provided' },
              { __typename: 'Photo', id: '2', url: 'provided' },
            ],
            plain: () => [{ __typename: 'Post', id: '1' }],
          },
        }),
      },
      posts: {
        typeDefs: `
          type Post @key(fields: "id") { id: ID! title: String @shareable likes: Int }
          type Photo @key(fields: "id") { id: ID! url: String @shareable }
        `,
        resolvers: () => ({
          Post: { title: ({ id }: { id: string }) => `asked ${id}`, likes: () => 9 },
          Photo: { url: forbidden },
        }),
      },
    },
    operations: [
      {
        query: '{ feed { ... on Post { title } ... on Photo { url } } }',
        data: { feed: [{ title: 'provided' }, { url: 'provided' }] },
      },
      { query: '{ plain { ... on Post { title } } }', data: { plain: [{ title: 'asked 1' }] } },
      {
        query: '{ feed { ... on Post { same: title likes } ... on Photo { same: url } } }',
        data: { feed: [{ same: 'provided', likes: 9 }, { same: 'provided' }] },
      },
    ],
  },
  {
    name: '@provides that is nested, beside a way that provides less',
    subgraphs: {
      shop: {
        typeDefs: `
          type Query {
            full: [Product] @provides(fields: "category { name parent { name } }")
            half: [Product] @provides(fields: "category { name }")
          }
          type Product @key(fields: "id") { id: ID! category: Category @external }
          type Category @key(fields: "id") { id: ID! name: String @external parent: Category @external }
        `,
        resolvers: () => {
          const product = { id: 'p', category: { id: 'c', name: 'in', parent: { id: 'd', name: 'in' } } };
          return { Query: { full: () => [product], half: () => [product] } };
        },
      },
      tree: {
        typeDefs: `
          type Product @key(fields: "id") { id: ID! category: Category @shareable }
          type Category @key(fields: "id") { id: ID! name: String @shareable parent: Category @shareable }
        `,
        resolvers: () => ({
          Product: { category: () => ({ id: 'c' }) },
          Category: { name: ({ id }: { id: string }) => `out ${id}`, parent: () => ({ id: 'd' }) },
        }),
      },
    },
    operations: [
      {
        query: '{ full { category { name parent { name } } } }',
        data: { full: [{ category: { name: 'in', parent: { name: 'in' } } }] },
      },
      {
        query: '{ half { category { id parent { name } } } }',
        data: { half: [{ category: { id: 'c', parent: { name: 'out d' } } }] },
      },
    ],
  },
];
