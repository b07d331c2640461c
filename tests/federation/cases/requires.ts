import type { Case } from '../case';

interface Side {
  readonly length: number;
  readonly tags: readonly { readonly text: string }[];
}

interface Box {
  readonly outer: Side;
  readonly inner: readonly (Side | null)[];
}

interface Priced {
  readonly price: number | null;
}

const POSTS = ['1', '2'].map((id) => ({ id }));
const COMMENTS = [1, 2, 3, 4].map((number) => ({ id: `c${number}`, authorId: `a${number}` }));

const shop = `
  type Query { products: [Product!]! }
  type Product @key(fields: "upc") { upc: ID! price(currency: String = "EUR"): Int }
`;

const shopResolvers = () => ({
  Query: { products: () => [{ upc: '1' }, { upc: '2' }] },
  Product: {
    price: ({ upc }: { upc: string }, { currency }: { currency: string }) =>
      ({ EUR: 10, USD: 20, GBP: 30 })[currency] === undefined
        ? null
        : Number(upc) + ({ EUR: 10, USD: 20, GBP: 30 }[currency] ?? 0),
  },
});

export const requires: readonly Case[] = [
  {
    name: 'a @requires that selects a field with arguments',
    subgraphs: {
      posts: {
        typeDefs: `
          type Query { posts: [Post!]! }
          type Post @key(fields: "id") { id: ID! comments(limit: Int!): [Comment!]! }
          type Comment { id: ID! authorId: ID! }
        `,
        resolvers: () => ({
          Query: { posts: () => POSTS },
          Post: { comments: (_: unknown, { limit }: { limit: number }) => COMMENTS.slice(0, limit) },
        }),
      },
      people: {
        typeDefs: `
          type Post @key(fields: "id") {
            id: ID! comments(limit: Int!): [Comment!]! @external authors: [String!]! @requires(fields: "comments(limit: 3) { authorId }")
          }
          type Comment { authorId: ID! @external }
        `,
        resolvers: () => ({
          Post: {
            authors: ({ comments }: { comments: { authorId: string }[] }) => comments.map((c) => c.authorId),
          },
        }),
      },
    },
    operations: [
      { query: '{ posts { authors } }', data: { posts: POSTS.map(() => ({ authors: ['a1', 'a2', 'a3'] })) } },
      {
        query: '{ posts { comments(limit: 1) { id } authors } }',
        data: { posts: POSTS.map(() => ({ comments: [{ id: 'c1' }], authors: ['a1', 'a2', 'a3'] })) },
        stock: {
          fault: 'wrong data',
          data: {
            posts: [
              { comments: [{ id: 'c1' }], authors: ['a1'] },
              { comments: [{ id: 'c1' }], authors: ['a1'] },
            ],
          },
        },
      },
      {
        query: 'query ($n: Int!) { posts { authors comments(limit: $n) { id } } }',
        variables: { n: 4 },
        data: {
          posts: POSTS.map(() => ({
            authors: ['a1', 'a2', 'a3'],
            comments: [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }, { id: 'c4' }],
          })),
        },
        stock: {
          fault: 'wrong data',
          data: {
            posts: [
              { authors: ['a1', 'a2', 'a3'], comments: [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }] },
              { authors: ['a1', 'a2', 'a3'], comments: [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }] },
            ],
          },
        },
      },
      {
        query:
          '{ posts { ...A ... on Post { authors } } } fragment A on Post { comments(limit: 2) { authorId } }',
        data: {
          posts: POSTS.map(() => ({
            comments: [{ authorId: 'a1' }, { authorId: 'a2' }],
            authors: ['a1', 'a2', 'a3'],
          })),
        },
        stock: {
          fault: 'wrong data',
          data: {
            posts: [
              { comments: [{ authorId: 'a1' }, { authorId: 'a2' }], authors: ['a1', 'a2'] },
              { comments: [{ authorId: 'a1' }, { authorId: 'a2' }], authors: ['a1', 'a2'] },
            ],
          },
        },
      },
      {
        query: '{ posts { authors x: comments(limit: 1) { id } comments(limit: 3) { id } } }',
        data: {
          posts: POSTS.map(() => ({
            authors: ['a1', 'a2', 'a3'],
            x: [{ id: 'c1' }],
            comments: [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }],
          })),
        },
      },
    ],
  },
  {
    name: 'two @requires that need one field with different arguments',
    subgraphs: {
      shop: { typeDefs: shop, resolvers: shopResolvers },
      tax: {
        typeDefs: `
          type Product @key(fields: "upc") {
            upc: ID! price(currency: String = "EUR"): Int @external
            vat: Int @requires(fields: "price")
            duty: Int @requires(fields: "price(currency: \\"USD\\")")
            levy: Int @requires(fields: "price(currency: \\"GBP\\")")
            label: String
          }
        `,
        resolvers: () => ({
          Product: {
            vat: ({ price }: Priced) => (price ?? 0) * 10,
            duty: ({ price }: Priced) => (price ?? 0) * 100,
            levy: ({ price }: Priced) => (price ?? 0) * 1000,
            label: ({ upc }: { upc: string }) => `Product ${upc}`,
          },
        }),
      },
    },
    operations: [
      {
        query: '{ products { duty levy } }',
        data: {
          products: [
            { duty: 2100, levy: 31000 },
            { duty: 2200, levy: 32000 },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { duty: 3100, levy: 31000 },
              { duty: 3200, levy: 32000 },
            ],
          },
        },
      },
      {
        query: 'query ($c: String) { products { vat duty levy label price(currency: $c) upc } }',
        variables: { c: 'GBP' },
        data: {
          products: [
            { vat: 110, duty: 2100, levy: 31000, label: 'Product 1', price: 31, upc: '1' },
            { vat: 120, duty: 2200, levy: 32000, label: 'Product 2', price: 32, upc: '2' },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { vat: 310, duty: 3100, levy: 31000, label: 'Product 1', price: 31, upc: '1' },
              { vat: 320, duty: 3200, levy: 32000, label: 'Product 2', price: 32, upc: '2' },
            ],
          },
        },
      },
      {
        query: '{ products { price: duty duty: vat vat: price } }',
        data: {
          products: [
            { price: 2100, duty: 110, vat: 11 },
            { price: 2200, duty: 120, vat: 12 },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { price: 1100, duty: 110, vat: 11 },
              { price: 1200, duty: 120, vat: 12 },
            ],
          },
        },
      },
      {
        query:
          'query ($on: Boolean!) { products { ... @include(if: $on) { duty } levy @skip(if: $on) vat } }',
        variables: { on: true },
        data: {
          products: [
            { duty: 2100, vat: 110 },
            { duty: 2200, vat: 120 },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { duty: 2100, vat: 210 },
              { duty: 2200, vat: 220 },
            ],
          },
        },
      },
    ],
  },
  {
    name: '@requires with arguments below objects and lists, with one field at two places',
    subgraphs: {
      boxes: {
        typeDefs: `
          type Query { box: Box }
          type Box @key(fields: "id") { id: ID! outer: Side inner: [Side] }
          type Side { length(unit: Unit!): Int tags(first: Int!): [Tag] }
          type Tag { text(upper: Boolean = false): String }
          enum Unit { CM MM }
        `,
        resolvers: () => ({
          Query: { box: () => ({ id: 'b', outer: { cm: 5 }, inner: [{ cm: 3 }, null, { cm: 4 }] }) },
          Side: {
            length: ({ cm }: { cm: number }, { unit }: { unit: string }) => (unit === 'MM' ? cm * 10 : cm),
            tags: (_: unknown, { first }: { first: number }) => ['a', 'b', 'c'].slice(0, first),
          },
          Tag: { text: (tag: string, { upper }: { upper: boolean }) => (upper ? tag.toUpperCase() : tag) },
        }),
      },
      labels: {
        typeDefs: `
          type Box @key(fields: "id") {
            id: ID! outer: Side @external inner: [Side] @external
            fine: String @requires(fields: "outer { length(unit: MM) } inner { length(unit: CM) }")
            rough: String @requires(fields: "outer { length(unit: CM) tags(first: 1) { text } }")
            loud: String @requires(fields: "outer { tags(first: 1) { text(upper: true) } }")
          }
          type Side @external { length(unit: Unit!): Int tags(first: Int!): [Tag] }
          type Tag @external { text(upper: Boolean = false): String }
          enum Unit { CM MM }
        `,
        resolvers: () => ({
          Box: {
            fine: ({ outer, inner }: Box) =>
              [outer.length, ...inner.map((side) => side?.length ?? '-')].join(' '),
            rough: ({ outer }: Box) => `${outer.length} ${outer.tags[0]?.text}`,
            loud: ({ outer }: Box) => outer.tags[0]?.text,
          },
        }),
      },
    },
    operations: [
      {
        query: '{ box { fine rough loud outer { length(unit: MM) tags(first: 2) { text } } } }',
        data: {
          box: {
            fine: '50 3 - 4',
            rough: '5 a',
            loud: 'A',
            outer: { length: 50, tags: [{ text: 'a' }, { text: 'b' }] },
          },
        },
        stock: {
          fault: 'wrong data',
          data: {
            box: { fine: '5 3 - 4', rough: '5 A', loud: 'A', outer: { length: 5, tags: [{ text: 'A' }] } },
          },
        },
      },
    ],
  },
  {
    name: 'requires of requires, the inner one with arguments',
    subgraphs: {
      shop: { typeDefs: shop, resolvers: shopResolvers },
      tax: {
        typeDefs: `
          type Product @key(fields: "upc") {
            upc: ID! price(currency: String = "EUR"): Int @external
            gross(rate: Int!): Int @requires(fields: "price(currency: \\"USD\\")")
          }
        `,
        resolvers: () => ({
          Product: { gross: ({ price }: Priced, { rate }: { rate: number }) => (price ?? 0) * rate },
        }),
      },
      sales: {
        typeDefs: `
          type Product @key(fields: "upc") {
            upc: ID! gross(rate: Int!): Int @external price(currency: String = "EUR"): Int @external
            offer: String @requires(fields: "gross(rate: 2)")
            best: String @requires(fields: "gross(rate: 3) price(currency: \\"GBP\\")")
          }
        `,
        resolvers: () => ({
          Product: {
            offer: ({ gross }: { gross: number }) => `only ${gross}`,
            best: ({ gross, price }: { gross: number; price: number }) => `${gross} or ${price}`,
          },
        }),
      },
    },
    operations: [
      { query: '{ products { offer } }', data: { products: [{ offer: 'only 42' }, { offer: 'only 44' }] } },
      {
        query: '{ products { offer best gross(rate: 5) } }',
        data: {
          products: [
            { offer: 'only 42', best: '63 or 31', gross: 105 },
            { offer: 'only 44', best: '66 or 32', gross: 110 },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            products: [
              { offer: 'only 155', best: '155 or 31', gross: 155 },
              { offer: 'only 160', best: '160 or 32', gross: 160 },
            ],
          },
        },
      },
    ],
  },
];
