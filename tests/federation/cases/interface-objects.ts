import type { Case } from '../case';

const MEDIA = [
  { __typename: 'Book', id: 'b1', title: 'Dune', pages: 412 },
  { __typename: 'Film', id: 'f1', title: 'Alien', minutes: 117 },
];

const find = ({ id }: { id: string }) => MEDIA.find((item) => item.id === id) ?? null;

const catalog = {
  typeDefs: `
    type Query { media: [Media!]! book: Book }
    interface Media @key(fields: "id") { id: ID! title: String }
    type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
    type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
  `,
  resolvers: () => ({
    Query: { media: () => MEDIA, book: () => MEDIA[0] },
    Media: { __resolveReference: find },
    Book: { __resolveReference: find },
    Film: { __resolveReference: find },
  }),
};

export const interfaceObjects: readonly Case[] = [
  {
    name: '@interfaceObject, directly and from its own root field',
    subgraphs: {
      catalog,
      ratings: {
        typeDefs: `
          type Query { best: Media ranking: [Media!]! }
          type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int rival: Media }
        `,
        resolvers: () => ({
          Query: { best: () => ({ id: 'f1' }), ranking: () => [{ id: 'b1' }, { id: 'f1' }] },
          Media: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            stars: ({ id }: { id: string }) => (id === 'b1' ? 5 : 3),
            rival: ({ id }: { id: string }) => ({ id: id === 'b1' ? 'f1' : 'b1' }),
          },
        }),
      },
    },
    operations: [
      {
        query: '{ media { __typename stars ... on Book { pages } } }',
        data: {
          media: [
            { __typename: 'Book', stars: 5, pages: 412 },
            { __typename: 'Film', stars: 3 },
          ],
        },
      },
      { query: '{ best { id stars } }', data: { best: { id: 'f1', stars: 3 } } },
      { query: '{ best { __typename stars } }', data: { best: { __typename: 'Film', stars: 3 } } },
      {
        query: '{ best { ... on Film { minutes stars } ... on Book { pages } } }',
        data: { best: { minutes: 117, stars: 3 } },
      },
      {
        query: '{ book { stars rival { title } } }',
        data: { book: { stars: 5, rival: { title: 'Alien' } } },
      },
      {
        query: '{ ranking { kind: __typename title rival { kind: __typename rival { stars title } } } }',
        data: {
          ranking: [
            { kind: 'Book', title: 'Dune', rival: { kind: 'Film', rival: { stars: 5, title: 'Dune' } } },
            { kind: 'Film', title: 'Alien', rival: { kind: 'Book', rival: { stars: 3, title: 'Alien' } } },
          ],
        },
      },
      {
        query: '{ ranking { ... on Media { ... on Film { id: title } } stars } }',
        data: { ranking: [{ stars: 5 }, { id: 'Alien', stars: 3 }] },
      },
    ],
  },
  {
    name: '@interfaceObject with @requires, with arguments too',
    subgraphs: {
      catalog: {
        typeDefs: `
          type Query { media: [Media!]! book: Book }
          interface Media @key(fields: "id") { id: ID! title: String price(currency: String!): Int }
          type Book implements Media @key(fields: "id") { id: ID! title: String price(currency: String!): Int }
          type Film implements Media @key(fields: "id") { id: ID! title: String price(currency: String!): Int }
        `,
        resolvers: () => {
          const price = ({ id }: { id: string }, { currency }: { currency: string }) =>
            (id === 'b1' ? 1 : 2) * (currency === 'USD' ? 10 : 100);
          return {
            Query: { media: () => MEDIA, book: () => MEDIA[0] },
            Media: { __resolveReference: find },
            Book: { __resolveReference: find, price },
            Film: { __resolveReference: find, price },
          };
        },
      },
      shop: {
        typeDefs: `
          type Media @key(fields: "id") @interfaceObject {
            id: ID! title: String @external price(currency: String!): Int @external
            label: String @requires(fields: "title")
            usd: String @requires(fields: "price(currency: \\"USD\\")")
            eur: String @requires(fields: "price(currency: \\"EUR\\")")
          }
        `,
        resolvers: () => ({
          Media: {
            __resolveReference: (media: object) => media,
            label: ({ title }: { title: string }) => `The ${title}`,
            usd: ({ price }: { price: number }) => `$${price}`,
            eur: ({ price }: { price: number }) => `€${price}`,
          },
        }),
      },
    },
    operations: [
      { query: '{ media { label } }', data: { media: [{ label: 'The Dune' }, { label: 'The Alien' }] } },
      {
        query: '{ media { title: label } }',
        data: { media: [{ title: 'The Dune' }, { title: 'The Alien' }] },
      },
      { query: '{ book { label } }', data: { book: { label: 'The Dune' } } },
      {
        query: '{ media { usd eur price(currency: "EUR") } }',
        data: {
          media: [
            { usd: '$10', eur: '€100', price: 100 },
            { usd: '$20', eur: '€200', price: 200 },
          ],
        },
        stock: {
          fault: 'wrong data',
          data: {
            media: [
              { usd: '$100', eur: '€100', price: 100 },
              { usd: '$200', eur: '€200', price: 200 },
            ],
          },
        },
      },
      {
        query: '{ book { eur usd } }',
        data: { book: { eur: '€100', usd: '$10' } },
        stock: { fault: 'wrong data', data: { book: { eur: '€10', usd: '$10' } } },
      },
      {
        query: '{ media { ... on Film { eur usd } label } }',
        data: { media: [{ label: 'The Dune' }, { eur: '€200', usd: '$20', label: 'The Alien' }] },
        stock: {
          fault: 'wrong data',
          data: { media: [{ label: null }, { eur: '€20', usd: '$20', label: 'The Alien' }] },
        },
      },
      {
        query: '{ media { ... on Film { usd } ... on Book { label eur } } }',
        data: { media: [{ label: 'The Dune', eur: '€100' }, { usd: '$20' }] },
        stock: {
          fault: 'wrong data',
          data: { media: [{ label: 'The Dune', eur: '€100' }, { usd: '$undefined' }] },
        },
      },
      {
        query: '{ media { ... on Film { label } id } }',
        data: { media: [{ id: 'b1' }, { label: 'The Alien', id: 'f1' }] },
      },
    ],
  },
  {
    name: '@interfaceObject that is reached through a third subgraph only',
    subgraphs: {
      catalog: {
        typeDefs: `
          type Query { shelf: Shelf }
          type Shelf @key(fields: "id") { id: ID! }
          interface Media @key(fields: "id") { id: ID! }
          type Book implements Media @key(fields: "id") { id: ID! pages: Int }
          type Film implements Media @key(fields: "id") { id: ID! minutes: Int }
        `,
        resolvers: () => ({
          Query: { shelf: () => ({ id: 's' }) },
          Media: { __resolveReference: find },
          Book: { __resolveReference: find },
          Film: { __resolveReference: find },
        }),
      },
      shelves: {
        typeDefs: `
          type Shelf @key(fields: "id") { id: ID! media: [Media!]! }
          type Media @key(fields: "id") @interfaceObject { id: ID! shelved: String }
        `,
        resolvers: () => ({
          Shelf: { media: () => [{ id: 'f1' }, { id: 'b1' }] },
          Media: { shelved: ({ id }: { id: string }) => `${id} on s` },
        }),
      },
      ratings: {
        typeDefs: 'type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }',
        resolvers: () => ({ Media: { stars: ({ id }: { id: string }) => (id === 'b1' ? 5 : 3) } }),
      },
    },
    operations: [
      {
        query: '{ shelf { media { stars shelved } } }',
        data: {
          shelf: {
            media: [
              { stars: 3, shelved: 'f1 on s' },
              { stars: 5, shelved: 'b1 on s' },
            ],
          },
        },
      },
      {
        query:
          '{ shelf { media { __typename stars ... on Film { minutes } ... on Book { pages shelved } } } }',
        data: {
          shelf: {
            media: [
              { __typename: 'Film', stars: 3, minutes: 117 },
              { __typename: 'Book', stars: 5, pages: 412, shelved: 'b1 on s' },
            ],
          },
        },
      },
    ],
  },
  {
    name: '@interfaceObject whose key cannot be resolved',
    subgraphs: {
      catalog,
      links: {
        typeDefs: `
          type Query { linked: [Media!]! }
          type Media @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }
        `,
        resolvers: () => ({ Query: { linked: () => [{ id: 'f1' }, { id: 'b1' }, { id: 'gone' }] } }),
      },
    },
    operations: [
      {
        query: '{ linked { id title } }',
        data: {
          linked: [
            { id: 'f1', title: 'Alien' },
            { id: 'b1', title: 'Dune' },
            { id: 'gone', title: null },
          ],
        },
      },
      { query: '{ linked { id } }', data: { linked: [{ id: 'f1' }, { id: 'b1' }, { id: 'gone' }] } },
    ],
  },
];
