import type { Case } from '../case';

interface Side {
  readonly length: number;
  readonly tags: readonly { readonly text: string }[];
}

interface Box {
  readonly outer: Side;
  readonly inner: readonly (Side | null)[];
}

const POSTS = ['1', '2'].map((id) => ({ id }));
const COMMENTS = [1, 2, 3, 4].map((number) => ({ id: `c${number}`, authorId: `a${number}` }));

/** Fields with arguments that `@requires` reads while the client reads them with others. */
export const requiredArguments: readonly Case[] = [
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
    name: 'a @requires that reads a field with arguments of an interface',
    subgraphs: {
      works: {
        typeDefs: `
          type Query { shelf: Shelf }
          type Shelf @key(fields: "id") { id: ID! works: [Work] }
          interface Work { title(lang: String!): String }
          type Book implements Work @key(fields: "id") { id: ID! title(lang: String!): String }
          type Film implements Work { title(lang: String!): String }
        `,
        resolvers: () => {
          const title = ({ name }: { name: string }, { lang }: { lang: string }) => `${name}-${lang}`;
          return {
            Query: {
              shelf: () => ({
                id: 's',
                works: [
                  { __typename: 'Book', id: 'b', name: 'Dune' },
                  { __typename: 'Film', name: 'Alien' },
                ],
              }),
            },
            Book: { title },
            Film: { title },
          };
        },
      },
      signs: {
        typeDefs: `
          type Shelf @key(fields: "id") {
            id: ID! works: [Work] @external
            sign: String @requires(fields: "works { title(lang: \\"en\\") }")
            schild: String @requires(fields: "works { title(lang: \\"de\\") }")
          }
          interface Work { title(lang: String!): String }
          type Book implements Work @key(fields: "id") {
            id: ID! title(lang: String!): String @external spine: String @requires(fields: "title(lang: \\"fr\\")")
          }
          type Film implements Work { title(lang: String!): String @external }
        `,
        resolvers: () => {
          const said = ({ works }: { works: { title: string }[] }) => works.map(({ title }) => title).join();
          return {
            Shelf: { sign: said, schild: said },
            Book: { spine: ({ title }: { title: string }) => title },
          };
        },
      },
    },
    operations: [
      {
        query: '{ shelf { sign schild works { title(lang: "it") ... on Book { spine } } } }',
        data: {
          shelf: {
            sign: 'Dune-en,Alien-en',
            schild: 'Dune-de,Alien-de',
            works: [{ title: 'Dune-it', spine: 'Dune-fr' }, { title: 'Alien-it' }],
          },
        },
        stock: {
          fault: 'wrong data',
          data: {
            shelf: {
              sign: 'Dune-de,Alien-de',
              schild: 'Dune-de,Alien-de',
              works: [{ title: 'Dune-de', spine: 'Dune-de' }, { title: 'Alien-de' }],
            },
          },
        },
      },
    ],
  },
];
