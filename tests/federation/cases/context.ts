import type { Case } from '../case';

export interface Keyed {
  readonly id: string;
}

/** Resolves a field to what it was told: who, and by which arguments. */
export const tells = ({ id }: Keyed, args: Readonly<Record<string, unknown>>): string =>
  `${id} ${JSON.stringify(args)}`;

/** A reference to an entity. */
export const keyed = (id: string): Keyed => ({ id });

const shop = {
  typeDefs: `
    type Query { shop(id: ID!): Shop shops: [Shop!]! }
    type Mutation { open(id: ID!, currency: String): Shop! }
    type Shop @key(fields: "id") {
      id: ID!
      currency: String
      address: Address
      aisles: [Aisle!]!
      best: Item
      items: [Item]!
    }
    type Address { street: Street }
    type Street { name: String! }
    type Aisle { items: [[Item!]!]! }
    type Item @key(fields: "id") { id: ID! }
  `,
  resolvers: () => {
    const shops = new Map(
      [
        { id: 's1', currency: 'EUR', address: { street: { name: 'Long Lane' } } },
        { id: 's2', currency: 'USD', address: { street: null } },
        { id: 's3', currency: null, address: null },
      ].map((row) => [row.id, row] as const),
    );
    const items = () => [keyed('i1'), null, keyed('i2'), keyed('i1')];
    return {
      Query: { shop: (_: unknown, { id }: Keyed) => shops.get(id), shops: () => [...shops.values()] },
      Mutation: { open: (_: unknown, row: Keyed) => row },
      Shop: {
        __resolveReference: ({ id }: Keyed) => shops.get(id),
        best: () => keyed('i1'),
        items,
        aisles: () => [{ items: [[keyed('i1')], []] }, { items: [[keyed('i2'), keyed('i1')]] }],
      },
    };
  },
};

const prices = {
  typeDefs: `
    type Shop @key(fields: "id") @context(name: "shop") {
      id: ID! currency: String @external address: Address @external deals: [Item!]!
    }
    type Address @shareable { street: Street @external }
    type Street @shareable { name: String! @external }
    type Item @key(fields: "id") {
      id: ID!
      weight: Int @external
      title: String
      price(in: String @fromContext(field: "$shop { currency }")): String
      cost(in: String @fromContext(field: "$shop { currency }"), count: Int = 1, note: String): String
      place(street: String @fromContext(field: "$shop { address { street { name } } }")): String
      postage(in: String @fromContext(field: "$shop { currency }")): String @requires(fields: "weight")
      both(
        in: String @fromContext(field: "$shop { currency }")
        street: String @fromContext(field: "$shop { address { street { name } } }")
      ): String
      parts: [Item!]!
    }
  `,
  resolvers: () => ({
    Shop: { deals: ({ id }: Keyed) => [keyed(`of ${id}`), keyed('i1')] },
    Item: {
      title: ({ id }: Keyed) => `Item ${id}`,
      price: tells,
      cost: tells,
      place: tells,
      both: tells,
      postage: (item: Keyed & { readonly weight: number }, args: Readonly<Record<string, unknown>>) =>
        `${item.weight} ${tells(item, args)}`,
      parts: ({ id }: Keyed) => [keyed(`${id}p`)],
    },
  }),
};

const weights = {
  typeDefs: 'type Item @key(fields: "id") { id: ID! weight: Int }',
  resolvers: () => ({ Item: { weight: ({ id }: Keyed) => id.length } }),
};

const at = (currency: string | null) => [
  { price: `i1 ${JSON.stringify({ in: currency })}` },
  null,
  { price: `i2 ${JSON.stringify({ in: currency })}` },
  { price: `i1 ${JSON.stringify({ in: currency })}` },
];

export const context: readonly Case[] = [
  {
    name: 'a context that one type sets',
    refusedByStock: true,
    subgraphs: { shop, prices, weights },
    operations: [
      {
        query: '{ shop(id: "s1") { best { price } } }',
        data: { shop: { best: { price: 'i1 {"in":"EUR"}' } } },
      },
      // The same items stand in all shops.
      {
        query: '{ shops { id items { price } } }',
        data: {
          shops: [
            { id: 's1', items: at('EUR') },
            { id: 's2', items: at('USD') },
            { id: 's3', items: at(null) },
          ],
        },
      },
      {
        query: '{ a: shop(id: "s1") { best { id title price } } b: shop(id: "s2") { best { price title } } }',
        data: {
          a: { best: { id: 'i1', title: 'Item i1', price: 'i1 {"in":"EUR"}' } },
          b: { best: { price: 'i1 {"in":"USD"}', title: 'Item i1' } },
        },
      },
      // Two levels up, through lists of lists.
      {
        query: '{ shops { aisles { items { id price } } } }',
        data: {
          shops: ['EUR', 'USD', null].map((currency) => ({
            aisles: [
              { items: [[{ id: 'i1', price: `i1 ${JSON.stringify({ in: currency })}` }], []] },
              {
                items: [
                  ['i2', 'i1'].map((id) => ({ id, price: `${id} ${JSON.stringify({ in: currency })}` })),
                ],
              },
            ],
          })),
        },
      },
      // What stands below is there once for each shop, too.
      {
        query: '{ shops { best { parts { price weight parts { title place } } } } }',
        data: {
          shops: [
            ['EUR', 'Long Lane'],
            ['USD', null],
            [null, null],
          ].map(([currency, street]) => ({
            best: {
              parts: [
                {
                  price: `i1p ${JSON.stringify({ in: currency })}`,
                  weight: 3,
                  parts: [{ title: 'Item i1pp', place: `i1pp ${JSON.stringify({ street })}` }],
                },
              ],
            },
          })),
        },
      },
      {
        query: '{ shops { best { place both } } }',
        data: {
          shops: [
            {
              best: {
                place: 'i1 {"street":"Long Lane"}',
                both: 'i1 {"in":"EUR","street":"Long Lane"}',
              },
            },
            { best: { place: 'i1 {"street":null}', both: 'i1 {"in":"USD","street":null}' } },
            { best: { place: 'i1 {"street":null}', both: 'i1 {"in":null,"street":null}' } },
          ],
        },
      },
      {
        query:
          'query ($note: String) { shops { best { cost(note: $note, count: 3) dear: cost(note: "!") } } }',
        variables: { note: 'x' },
        data: {
          shops: ['EUR', 'USD', null].map((currency) => ({
            best: {
              cost: `i1 ${JSON.stringify({ in: currency, count: 3, note: 'x' })}`,
              dear: `i1 ${JSON.stringify({ in: currency, count: 1, note: '!' })}`,
            },
          })),
        },
      },
      {
        query: '{ shops { currency best { postage weight } } }',
        data: {
          shops: ['EUR', 'USD', null].map((currency) => ({
            currency,
            best: { postage: `2 i1 ${JSON.stringify({ in: currency })}`, weight: 2 },
          })),
        },
      },
      // The shop is fetched by one request with the items that read what it sets.
      {
        query: '{ shops { deals { title price parts { place } } } }',
        data: {
          shops: [
            ['s1', 'EUR', 'Long Lane'],
            ['s2', 'USD', null],
            ['s3', null, null],
          ].map(([id, currency, street]) => ({
            deals: [`of ${id}`, 'i1'].map((item) => ({
              title: `Item ${item}`,
              price: `${item} ${JSON.stringify({ in: currency })}`,
              parts: [{ place: `${item}p ${JSON.stringify({ street })}` }],
            })),
          })),
        },
      },
      {
        query: `query ($a: Boolean!, $b: Boolean!) {
          shop(id: "s1") { best @include(if: $a) { price @skip(if: $b) } items @include(if: $b) { price cost } }
        }`,
        variables: { a: true, b: false },
        data: { shop: { best: { price: 'i1 {"in":"EUR"}' } } },
      },
      {
        query: 'query ($with: Boolean!) { shops { best { id price @include(if: $with) } } }',
        variables: { with: false },
        data: { shops: [{ best: { id: 'i1' } }, { best: { id: 'i1' } }, { best: { id: 'i1' } }] },
      },
      {
        query:
          'mutation { a: open(id: "n1", currency: "CHF") { best { price } } b: open(id: "n2") { best { price } } }',
        data: {
          a: { best: { price: 'i1 {"in":"CHF"}' } },
          b: { best: { price: 'i1 {"in":null}' } },
        },
      },
    ],
  },
];
