import type { Case } from '../case';

const USERS = [
  { id: '1', name: 'Ada', email: 'ada@test' },
  { id: '2', name: 'Bob', email: 'bob@test' },
];

export const fed1: readonly Case[] = [
  {
    name: 'subgraphs of the first federation: extend, @extends and @external',
    subgraphs: {
      users: {
        fed1: true,
        typeDefs: `
          extend type Query { me: User }
          type User @key(fields: "id") { id: ID! name: String email: String }
        `,
        resolvers: () => ({
          Query: { me: () => USERS[0] },
          User: { __resolveReference: ({ id }: { id: string }) => USERS.find((user) => user.id === id) },
        }),
      },
      posts: {
        fed1: true,
        typeDefs: `
          extend type Query { posts: [Post] }
          type Post @key(fields: "id") { id: ID! author: User @provides(fields: "email") }
          extend type User @key(fields: "id") {
            id: ID! @external email: String @external name: String @external
            posts: [Post] greeting: String @requires(fields: "name")
          }
        `,
        resolvers: () => ({
          Query: { posts: () => [{ id: 'p1', author: { id: '2', email: 'provided' } }] },
          User: {
            posts: ({ id }: { id: string }) => [{ id: `p-${id}`, author: { id, email: 'provided' } }],
            greeting: ({ name }: { name: string }) => `Hello ${name}`,
          },
        }),
      },
      logins: {
        fed1: true,
        typeDefs: `
          type User @extends @key(fields: "id") { id: ID! @external logins: Int }
        `,
        resolvers: () => ({ User: { logins: ({ id }: { id: string }) => Number(id) * 10 } }),
      },
    },
    operations: [
      {
        query: '{ me { name logins posts { id } greeting } }',
        data: { me: { name: 'Ada', logins: 10, posts: [{ id: 'p-1' }], greeting: 'Hello Ada' } },
      },
      {
        query: '{ posts { author { email name logins greeting } } }',
        data: { posts: [{ author: { email: 'provided', name: 'Bob', logins: 20, greeting: 'Hello Bob' } }] },
      },
      {
        query: '{ posts { author { name: email greeting } } }',
        data: { posts: [{ author: { name: 'provided', greeting: 'Hello Bob' } }] },
        stock: { fault: 'wrong data', data: { posts: [{ author: { name: 'Bob', greeting: 'Hello Bob' } }] } },
      },
    ],
  },
  {
    name: 'a subgraph of the first federation that requires with arguments, beside one of the second',
    subgraphs: {
      shop: {
        typeDefs: `
          type Query { item: Item }
          type Item @key(fields: "id") { id: ID! price(in: String): Int }
        `,
        resolvers: () => ({
          Query: { item: () => ({ id: '1' }) },
          Item: { price: (_: unknown, args: { in?: string }) => (args.in === 'USD' ? 20 : 10) },
        }),
      },
      tax: {
        fed1: true,
        typeDefs: `
          extend type Item @key(fields: "id") {
            id: ID! @external price(in: String): Int @external
            usd: Int @requires(fields: "price(in: \\"USD\\")")
            plain: Int @requires(fields: "price")
          }
        `,
        resolvers: () => ({
          Item: {
            usd: ({ price }: { price: number }) => price + 1,
            plain: ({ price }: { price: number }) => price + 2,
          },
        }),
      },
    },
    operations: [
      {
        query: '{ item { usd plain price } }',
        data: { item: { usd: 21, plain: 12, price: 10 } },
        stock: { fault: 'wrong data', data: { item: { usd: 11, plain: 12, price: 10 } } },
      },
      {
        query: '{ item { p: price(in: "USD") plain usd } }',
        data: { item: { p: 20, plain: 12, usd: 21 } },
        stock: { fault: 'wrong data', data: { item: { p: 20, plain: 22, usd: 21 } } },
      },
    ],
  },
];
