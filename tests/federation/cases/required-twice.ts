import type { Case } from '../case';

interface Priced {
  readonly price: number | null;
}

const RATES = new Map([
  ['EUR', 10],
  ['USD', 20],
  ['GBP', 30],
]);

const shop = `
  type Query { products: [Product!]! }
  type Product @key(fields: "upc") { upc: ID! price(currency: String = "EUR"): Int }
`;

const shopResolvers = () => ({
  Query: { products: () => [{ upc: '1' }, { upc: '2' }] },
  Product: {
    price: ({ upc }: { upc: string }, { currency }: { currency: string }) =>
      Number(upc) + (RATES.get(currency) ?? 0),
  },
});

/** Fields that several `@requires` read, each with arguments of its own. */
export const requiredTwice: readonly Case[] = [
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
