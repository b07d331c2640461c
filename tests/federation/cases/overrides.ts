import type { Case } from '../case';

export const overrides: readonly Case[] = [
  {
    name: '@override of a field, and of a field with arguments',
    subgraphs: {
      old: {
        typeDefs: `
          type Query { post: Post }
          type Post @key(fields: "id") { id: ID! createdAt: String text(length: Int): String author: String }
        `,
        resolvers: () => ({
          Query: { post: () => ({ id: '1' }) },
          Post: { createdAt: () => 'old', text: () => 'old', author: () => 'Ada' },
        }),
      },
      fresh: {
        typeDefs: `
          type Post @key(fields: "id") {
            id: ID! createdAt: String @override(from: "old") text(length: Int): String @override(from: "old")
          }
        `,
        resolvers: () => ({
          Post: {
            createdAt: () => 'fresh',
            text: (_: unknown, { length = 9 }: { length?: number }) => 'fresh'.slice(0, length),
          },
        }),
      },
    },
    operations: [
      {
        query: '{ post { createdAt author text short: text(length: 1) } }',
        data: { post: { createdAt: 'fresh', author: 'Ada', text: 'fresh', short: 'f' } },
      },
    ],
  },
  {
    name: '@override of a field that another one requires, and of one that requires',
    subgraphs: {
      old: {
        typeDefs: `
          type Query { bill: Bill }
          type Bill @key(fields: "id") {
            id: ID! rate(of: String!): Int tax: String
          }
        `,
        resolvers: () => ({
          Query: { bill: () => ({ id: '1' }) },
          Bill: { rate: () => -1, tax: () => 'old' },
        }),
      },
      sums: {
        typeDefs: 'type Bill @key(fields: "id") { id: ID! total: Int }',
        resolvers: () => ({ Bill: { total: () => 100 } }),
      },
      fresh: {
        typeDefs: `
          type Bill @key(fields: "id") {
            id: ID! total: Int @external
            rate(of: String!): Int @override(from: "old")
            tax: String @override(from: "old") @requires(fields: "total")
          }
        `,
        resolvers: () => ({
          Bill: {
            rate: (_: unknown, { of }: { of: string }) => of.length,
            tax: ({ total }: { total: number }) => `fresh ${total}`,
          },
        }),
      },
      report: {
        typeDefs: `
          type Bill @key(fields: "id") {
            id: ID! tax: String @external rate(of: String!): Int @external
            line: String @requires(fields: "tax rate(of: \\"abc\\")")
            other: String @requires(fields: "rate(of: \\"abcd\\")")
          }
        `,
        resolvers: () => ({
          Bill: {
            line: ({ tax, rate }: { tax: string; rate: number }) => `${tax} at ${rate}`,
            other: ({ rate }: { rate: number }) => `at ${rate}`,
          },
        }),
      },
    },
    operations: [
      { query: '{ bill { tax } }', data: { bill: { tax: 'fresh 100' } } },
      {
        query: '{ bill { total: tax line rate(of: "x") } }',
        data: { bill: { total: 'fresh 100', line: 'fresh 100 at 3', rate: 1 } },
        stock: {
          fault: 'wrong data',
          data: { bill: { total: 'fresh 100', line: 'fresh 100 at 1', rate: 1 } },
        },
      },
      {
        query: '{ bill { line other } }',
        data: { bill: { line: 'fresh 100 at 3', other: 'at 4' } },
        stock: { fault: 'wrong data', data: { bill: { line: 'fresh 100 at 4', other: 'at 4' } } },
      },
    ],
  },
];
