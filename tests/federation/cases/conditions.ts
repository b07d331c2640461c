import type { Case } from '../case';

const products = {
  typeDefs: `
    type Query { product: Product any: Any }
    union Any = Product | Note
    type Note { text: String }
    type Product @key(fields: "id") { id: ID! price: Float name: String }
  `,
  resolvers: () => ({
    Query: {
      product: () => ({ id: '1', price: 10, name: 'Table' }),
      any: () => ({ __typename: 'Product', id: '1', price: 10, name: 'Table' }),
    },
  }),
};

const inventory = {
  typeDefs: `
    type Product @key(fields: "id") {
      id: ID! price: Float @external expensive: Boolean @requires(fields: "price") stock: Int
    }
  `,
  resolvers: () => ({ Product: { expensive: ({ price }: { price: number }) => price > 5, stock: () => 3 } }),
};

const reviews = {
  typeDefs: `
    type Product @key(fields: "id") {
      id: ID! expensive: Boolean @external verdict: String @requires(fields: "expensive")
      called: String
    }
  `,
  resolvers: () => ({
    Product: {
      verdict: ({ expensive }: { expensive: boolean }) => (expensive ? 'dear' : 'cheap'),
      called: () => 'yes',
    },
  }),
};

/** An operation over `$yes` and `$no`, of which it declares those that it uses. */
function when(selection: string): string {
  const used = ['$yes: Boolean = true', '$no: Boolean = false'].filter((declared) =>
    selection.includes(declared.slice(0, declared.indexOf(':'))),
  );
  return `query (${used.join(', ')}) ${selection}`;
}

export const conditions: readonly Case[] = [
  {
    name: '@skip and @include with variables, on fields and fragments',
    subgraphs: { products, inventory, reviews },
    operations: [
      { query: when('{ product { price verdict @include(if: $no) } }'), data: { product: { price: 10 } } },
      {
        query: when('{ product { price verdict @skip(if: $no) } }'),
        data: { product: { price: 10, verdict: 'dear' } },
      },
      {
        query: when('{ product { ... @include(if: $no) { verdict } ... @include(if: $yes) { stock } } }'),
        data: { product: { stock: 3 } },
      },
      {
        query: when('{ product { ...V @include(if: $no) called } } fragment V on Product { verdict }'),
        data: { product: { called: 'yes' } },
      },
      {
        query: when(
          '{ product { ...V @skip(if: $no) ...W @skip(if: $yes) } } fragment V on Product { verdict expensive @skip(if: $yes) } fragment W on Product { name }',
        ),
        data: { product: { verdict: 'dear' } },
      },
      {
        query: when(
          '{ product { verdict @include(if: $yes) @skip(if: $yes) called @include(if: $yes) @skip(if: $no) } }',
        ),
        data: { product: { called: 'yes' } },
      },
      {
        query: when(
          '{ product @include(if: $no) { verdict } other: product { id @include(if: $yes) stock @include(if: $no) } }',
        ),
        data: { other: { id: '1' } },
      },
      {
        query: when(
          '{ any { ... on Product @include(if: $yes) { verdict } ... on Note @include(if: $no) { text } } }',
        ),
        data: { any: { verdict: 'dear' } },
      },
      {
        query: when(
          '{ any { ... on Product @include(if: $no) { verdict } ... on Product { price: stock } } }',
        ),
        data: { any: { price: 3 } },
      },
      { query: when('{ product { id @include(if: $no) stock } }'), data: { product: { stock: 3 } } },
      {
        query: when('{ product { price @include(if: $no) verdict } }'),
        data: { product: { verdict: 'dear' } },
      },
      {
        query: when('{ product { price @skip(if: $yes) expensive price @include(if: $yes) } }'),
        data: { product: { expensive: true, price: 10 } },
      },
      {
        query:
          'query ($a: Boolean!, $b: Boolean!) { product { ... @include(if: $a) { name ... @skip(if: $b) { verdict } } id @include(if: $b) } }',
        variables: { a: true, b: true },
        data: { product: { name: 'Table', id: '1' } },
      },
    ],
  },
];
