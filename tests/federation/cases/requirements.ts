import type { Case } from '../case';

export const requirements: readonly Case[] = [
  {
    name: 'circular @requires: two subgraphs that need each other',
    subgraphs: {
      posts: {
        typeDefs: `
          type Query { feed: [Post] }
          type Post @key(fields: "id") {
            id: ID! byExpert: Boolean @external author: Author byNovice: Boolean @external
            tag: String @requires(fields: "byExpert byNovice")
          }
          type Author { years: Int }
        `,
        resolvers: () => ({
          Query: {
            feed: () => [
              { id: '1', author: { years: 3 } },
              { id: '2', author: { years: 30 } },
            ],
          },
          Post: {
            __resolveReference: (post: object) => post,
            author: ({ id, author }: { id: string; author?: object }) =>
              author ?? { years: id === '1' ? 3 : 30 },
            tag: (post: { byExpert: boolean; byNovice: boolean }) =>
              post.byExpert ? 'expert' : post.byNovice ? 'novice' : 'lost',
          },
        }),
      },
      judges: {
        typeDefs: `
          type Post @key(fields: "id") {
            id: ID! author: Author @external
            byExpert: Boolean @requires(fields: "author { years }")
            byNovice: Boolean @requires(fields: "author { years }")
          }
          type Author @external { years: Int }
        `,
        resolvers: () => ({
          Post: {
            byExpert: ({ author }: { author: { years: number } }) => author.years > 10,
            byNovice: ({ author }: { author: { years: number } }) => author.years <= 10,
          },
        }),
      },
    },
    operations: [
      { query: '{ feed { tag } }', data: { feed: [{ tag: 'novice' }, { tag: 'expert' }] } },
      {
        query: '{ feed { byExpert author: tag byNovice: id } }',
        data: {
          feed: [
            { byExpert: false, author: 'novice', byNovice: '1' },
            { byExpert: true, author: 'expert', byNovice: '2' },
          ],
        },
        stock: { fault: 'lost data', data: { feed: [null, null] } },
      },
    ],
  },
  {
    name: '@requires with fragments, on an interface and on a union',
    subgraphs: {
      data: {
        typeDefs: `
          type Query { entity: [Entity] }
          type Entity @key(fields: "id") { id: ID! data: Data mixed: Mixed }
          interface Data { foo: String }
          type Bar implements Data { foo: String bar(size: Int!): String }
          type Baz implements Data { foo: String baz: String }
          union Mixed = Bar | Baz
        `,
        resolvers: () => ({
          Query: {
            entity: () => [
              {
                id: '1',
                data: { __typename: 'Bar', foo: 'f' },
                mixed: { __typename: 'Baz', foo: 'm', baz: 'z' },
              },
              {
                id: '2',
                data: { __typename: 'Baz', foo: 'g', baz: 'zz' },
                mixed: { __typename: 'Bar', foo: 'n' },
              },
              { id: '3', data: null, mixed: null },
            ],
          },
          Bar: { bar: (_: unknown, { size }: { size: number }) => `bar${size}` },
        }),
      },
      text: {
        typeDefs: `
          type Entity @key(fields: "id") {
            id: ID! data: Data @external mixed: Mixed @external
            one: String @requires(fields: "data { foo ... on Bar { bar(size: 1) } ... on Baz { baz } }")
            two: String @requires(fields: "data { ... on Bar { bar(size: 2) } }")
            three: String @requires(fields: "mixed { ... on Bar { foo bar(size: 3) } ... on Baz { foo } }")
          }
          interface Data { foo: String }
          type Bar implements Data @external { foo: String bar(size: Int!): String }
          type Baz implements Data @external { foo: String baz: String }
          union Mixed = Bar | Baz
        `,
        resolvers: () => {
          const said = (value: { foo?: string; bar?: string; baz?: string } | null) =>
            value ? [value.foo, value.bar, value.baz].filter((part) => part !== undefined).join() : 'none';
          return {
            Entity: {
              one: ({ data }: { data: object | null }) => said(data),
              two: ({ data }: { data: { bar?: string } | null }) => data?.bar ?? 'none',
              three: ({ mixed }: { mixed: object | null }) => said(mixed),
            },
          };
        },
      },
    },
    operations: [
      {
        query: '{ entity { one } }',
        data: { entity: [{ one: 'f,bar1' }, { one: 'g,zz' }, { one: 'none' }] },
      },
      {
        query: '{ entity { one two data { foo ... on Bar { bar(size: 9) } } } }',
        data: {
          entity: [
            { one: 'f,bar1', two: 'bar2', data: { foo: 'f', bar: 'bar9' } },
            { one: 'g,zz', two: 'none', data: { foo: 'g' } },
            { one: 'none', two: 'none', data: null },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            entity: [
              { one: 'f,bar2', two: 'bar2', data: { foo: 'f', bar: 'bar2' } },
              { one: 'g,zz', two: 'none', data: { foo: 'g' } },
              { one: 'none', two: 'none', data: null },
            ],
          },
        },
      },
      {
        query: '{ entity { three mixed { ... on Bar { foo: bar(size: 4) } ... on Baz { foo: baz } } } }',
        data: {
          entity: [
            { three: 'm', mixed: { foo: 'z' } },
            { three: 'n,bar3', mixed: { foo: 'bar4' } },
            { three: 'none', mixed: null },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            entity: [
              { three: 'm', mixed: { foo: 'm' } },
              { three: 'n,bar3', mixed: { foo: 'n' } },
              { three: 'none', mixed: null },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'requires of requires of requires, and an entity in between',
    subgraphs: {
      a: {
        typeDefs:
          'type Query { product: Product } type Product @key(fields: "id") { id: ID! price: Int hasDiscount: Boolean }',
        resolvers: () => {
          const product = { id: '1', price: 100, hasDiscount: true };
          return { Query: { product: () => product }, Product: { __resolveReference: () => product } };
        },
      },
      b: {
        typeDefs: `
          type Product @key(fields: "id") {
            id: ID! hasDiscount: Boolean @external isExpensive: Boolean @external
            isDear: Boolean @requires(fields: "hasDiscount isExpensive") maker: Maker
          }
          type Maker @key(fields: "id") { id: ID! }
        `,
        resolvers: () => ({
          Product: {
            isDear: (p: { hasDiscount: boolean; isExpensive: boolean }) => p.isExpensive && !p.hasDiscount,
            maker: () => ({ id: 'm' }),
          },
        }),
      },
      c: {
        typeDefs: `
          type Product @key(fields: "id") {
            id: ID! price: Int @external isExpensive: Boolean @requires(fields: "price")
            maker: Maker @external isDear: Boolean @external
            advice: String @requires(fields: "isDear maker { motto(loud: true) }")
            whisper: String @requires(fields: "maker { motto(loud: false) }")
          }
          type Maker @key(fields: "id") { id: ID! motto(loud: Boolean!): String @external }
        `,
        resolvers: () => ({
          Product: {
            isExpensive: ({ price }: { price: number }) => price > 50,
            advice: ({ isDear, maker }: { isDear: boolean; maker: { motto: string } }) =>
              `${isDear ? 'leave' : 'take'}: ${maker.motto}`,
            whisper: ({ maker }: { maker: { motto: string } }) => maker.motto,
          },
        }),
      },
      d: {
        typeDefs: 'type Maker @key(fields: "id") { id: ID! motto(loud: Boolean!): String }',
        resolvers: () => ({
          Maker: { motto: (_: unknown, { loud }: { loud: boolean }) => (loud ? 'WE MAKE' : 'we make') },
        }),
      },
    },
    operations: [
      { query: '{ product { isDear } }', data: { product: { isDear: false } } },
      {
        query: '{ product { price: isDear advice } }',
        data: { product: { price: false, advice: 'take: WE MAKE' } },
      },
      {
        query: '{ product { advice whisper maker { motto(loud: false) } } }',
        data: { product: { advice: 'take: WE MAKE', whisper: 'we make', maker: { motto: 'we make' } } },
        stock: {
          fault: 'wrong data',
          data: { product: { advice: 'take: WE MAKE', whisper: 'WE MAKE', maker: { motto: 'WE MAKE' } } },
        },
      },
    ],
  },
];
