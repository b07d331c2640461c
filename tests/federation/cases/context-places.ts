import type { Case } from '../case';
import { keyed, tells } from './context';
import type { Keyed } from './context';

const MANY = Array.from({ length: 50 }, (_, index) => String(index));

export const contextPlaces: readonly Case[] = [
  {
    name: 'a context that several types set, each in its own way',
    refusedByStock: true,
    subgraphs: {
      media: {
        typeDefs: `
          type Query { media: [Medium!]! library: Library named: [Named!]! }
          union Medium = Book | Film
          interface Named @context(name: "medium") { name: String cover: Cover }
          type Book implements Named @key(fields: "id") @context(name: "medium") {
            id: ID! name: String title: String! cover: Cover
          }
          type Film implements Named @key(fields: "id") @context(name: "medium") {
            id: ID! name: String caption(short: Boolean): String cover: Cover still: Still
          }
          type Still { cover: Cover }
          type Library @context(name: "house") { name: String! books: [Book!]! }
          type Cover @key(fields: "id") {
            id: ID!
            text(of: String @fromContext(field: "$medium ... on Book { title } ... on Film { caption }")): String
          }
        `,
        resolvers: () => {
          const book = { __typename: 'Book', id: 'b', title: 'Emma', name: 'B', cover: keyed('c') };
          const film = { __typename: 'Film', id: 'f', caption: 'Ran', name: 'F', cover: keyed('c') };
          const mute = { __typename: 'Film', id: 'm', caption: null, name: 'M', cover: keyed('c') };
          return {
            Query: {
              media: () => [book, film, mute],
              named: () => [film, book],
              library: () => ({ name: 'L', books: [book, { ...book, id: 'b2', title: 'Ulysses' }] }),
            },
            Film: {
              caption: ({ caption }: { readonly caption: string | null }, { short }: { short?: boolean }) =>
                (short && caption?.[0]) || caption,
              still: ({ cover }: { readonly cover: Keyed }) => ({ cover }),
            },
            Cover: { text: tells },
          };
        },
      },
      colours: {
        typeDefs: 'type Cover @key(fields: "id") { id: ID! colour: String }',
        resolvers: () => ({ Cover: { colour: () => 'red' } }),
      },
    },
    operations: [
      {
        query:
          '{ media { ... on Book { cover { text colour } } ... on Film { cover { text } still { cover { colour text } } } } }',
        data: {
          media: [
            { cover: { text: 'c {"of":"Emma"}', colour: 'red' } },
            {
              cover: { text: 'c {"of":"Ran"}' },
              still: { cover: { colour: 'red', text: 'c {"of":"Ran"}' } },
            },
            {
              cover: { text: 'c {"of":null}' },
              still: { cover: { colour: 'red', text: 'c {"of":null}' } },
            },
          ],
        },
      },
      // What the client asks of a field is nothing to the context that reads it.
      {
        query:
          '{ media { ... on Book { title cover { text } } ... on Film { caption(short: true) cover { text } } } }',
        data: {
          media: [
            { title: 'Emma', cover: { text: 'c {"of":"Emma"}' } },
            { caption: 'R', cover: { text: 'c {"of":"Ran"}' } },
            { caption: null, cover: { text: 'c {"of":null}' } },
          ],
        },
      },
      {
        query: '{ named { name cover { text } } library { books { cover { text } } } }',
        data: {
          named: [
            { name: 'F', cover: { text: 'c {"of":"Ran"}' } },
            { name: 'B', cover: { text: 'c {"of":"Emma"}' } },
          ],
          library: {
            books: [{ cover: { text: 'c {"of":"Emma"}' } }, { cover: { text: 'c {"of":"Ulysses"}' } }],
          },
        },
      },
    ],
  },
  {
    name: 'an entity that stands, with entities below it, in two contexts',
    refusedByStock: true,
    subgraphs: {
      people: {
        typeDefs: `
          type Query { people: [Person!]! }
          type Person @key(fields: "id") { id: ID! tongue: String! pet: Pet! }
          type Pet @key(fields: "id") { id: ID! }
        `,
        resolvers: () => ({
          Query: {
            people: () => MANY.map((id) => ({ id, tongue: `t${id}`, pet: keyed('rex') })),
          },
        }),
      },
      pets: {
        typeDefs: `
          type Pet @key(fields: "id") { id: ID! basket: Basket! friends: [Toy!]! }
          type Basket { toy: Toy! }
          type Toy @key(fields: "id") { id: ID! }
        `,
        resolvers: () => ({
          Pet: { basket: () => ({ toy: keyed('ball') }), friends: () => [keyed('bone'), keyed('ball')] },
        }),
      },
      toys: {
        typeDefs: `
          type Person @key(fields: "id") @context(name: "person") { id: ID! tongue: String! @external }
          type Toy @key(fields: "id") {
            id: ID! name(in: String @fromContext(field: "$person { tongue }")): String! size: Int!
          }
        `,
        resolvers: () => ({ Toy: { name: tells, size: () => 1 } }),
      },
    },
    operations: [
      {
        query: '{ people { pet { basket { toy { name size } } friends { name } } } }',
        data: {
          people: MANY.map((id) => ({
            pet: {
              basket: { toy: { name: `ball {"in":"t${id}"}`, size: 1 } },
              friends: [{ name: `bone {"in":"t${id}"}` }, { name: `ball {"in":"t${id}"}` }],
            },
          })),
        },
      },
    ],
  },
  {
    name: 'a context that the root sets, and one that a union sets',
    refusedByStock: true,
    subgraphs: {
      notes: {
        typeDefs: `
          type Query @context(name: "root") { me: String note: Note! things: [Thing!]! }
          union Thing @context(name: "thing") = Task | Talk
          type Task @key(fields: "id") { id: ID! title: String note: Note! tag: Tag! }
          type Talk @key(fields: "id") { id: ID! topic: String note: Note! tag: Tag! }
          type Note @key(fields: "id") {
            id: ID!
            by(me: String @fromContext(field: "$root { me }")): String
          }
          type Tag @key(fields: "id") {
            id: ID!
            on(it: String @fromContext(field: "$thing ... on Task { title } ... on Talk { topic }")): String
          }
        `,
        resolvers: () => ({
          Query: {
            me: () => 'Ann',
            note: () => keyed('n'),
            things: () => [
              { __typename: 'Task', id: '1', title: 'Buy', note: keyed('n'), tag: keyed('t') },
              { __typename: 'Talk', id: '2', topic: 'Sell', note: keyed('n'), tag: keyed('t') },
            ],
          },
          Note: { by: tells },
          Tag: { on: tells },
        }),
      },
    },
    operations: [
      {
        query:
          '{ note { by } things { ... on Task { note { by } tag { on } } ... on Talk { tag { id on } } } }',
        data: {
          note: { by: 'n {"me":"Ann"}' },
          things: [
            { note: { by: 'n {"me":"Ann"}' }, tag: { on: 't {"it":"Buy"}' } },
            { tag: { id: 't', on: 't {"it":"Sell"}' } },
          ],
        },
      },
    ],
  },
];
