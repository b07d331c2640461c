import type { TestSubgraph } from './kit';

/** Three subgraphs whose fields can be held back, to see what waits for them and what does not. */
export interface Bookshop {
  readonly subgraphs: Readonly<Record<string, TestSubgraph>>;
  /** Whoever asks for this field waits from now on, until the function is called. */
  hold(field: string): () => void;
  /** Resolves when someone has asked for this field. */
  asked(field: string): Promise<void>;
}

interface Reference {
  readonly id: string;
}

type Resolver = (parent: Reference, args: Readonly<Record<string, string>>) => unknown;

const book = (id: string): object => ({
  id,
  title: `Title ${id}`,
  pages: 100,
  author: { id: `author-${id}` },
});

const CATALOG = `
  type Query { book(id: ID!): Book  books: [Book!]!  shelf: Shelf }
  type Mutation { rename(id: ID!, title: String!): Book }
  type Shelf { label: String  top: [Book]  meta: Meta }
  type Meta { colour: String  height: Int }
  type Book @key(fields: "id") { id: ID! title: String pages: Int author: Author }
  type Author @key(fields: "id") { id: ID! }
`;

const PEOPLE = `
  type Query { me: Author }
  type Author @key(fields: "id") { id: ID! name: String! email: String mentor: Author }
`;

const REVIEWS = `
  type Book @key(fields: "id") { id: ID! rating: Float verdict: String! reviews: [Review!] }
  type Review { stars: Int! text: String author: Author }
  type Author @key(fields: "id") { id: ID! }
`;

/** The book `bad` has no verdict, and its rating fails; the author of `bad` has no name. */
const RESOLVERS: Readonly<Record<string, Record<string, Record<string, Resolver>>>> = {
  catalog: {
    Query: {
      book: (_, { id = '' }) => (id === 'none' ? null : book(id)),
      books: () => [book('a'), book('b')],
      shelf: () => ({
        label: 'Shelf',
        top: [book('a'), null, book('bad')],
        meta: { colour: 'red', height: 2 },
      }),
    },
    Mutation: { rename: (_, { id = '', title }) => ({ ...book(id), title }) },
    Book: { __resolveReference: ({ id }) => book(id) },
  },
  people: {
    Query: { me: () => ({ id: 'me' }) },
    Author: {
      name: ({ id }) => (id === 'author-bad' ? null : `Name of ${id}`),
      email: ({ id }) => `${id}@test`,
      mentor: ({ id }) => ({ id: `mentor-of-${id}` }),
    },
  },
  reviews: {
    Book: {
      rating: ({ id }) => {
        if (id === 'bad') throw new Error('No rating');
        return 4.5;
      },
      verdict: ({ id }) => (id === 'bad' ? null : `Fine ${id}`),
      reviews: ({ id }) => [{ stars: 5, text: `About ${id}`, author: { id: `author-${id}` } }],
    },
  },
};

const TYPE_DEFS: Readonly<Record<string, string>> = { catalog: CATALOG, people: PEOPLE, reviews: REVIEWS };

export function createBookshop(): Bookshop {
  const held = new Map<string, Promise<void>>();
  const asked = new Set<string>();
  const waiting: (() => void)[] = [];
  const holdable =
    (field: string, resolve: Resolver): Resolver =>
    async (parent, args) => {
      asked.add(field);
      for (const wake of waiting.splice(0)) wake();
      await held.get(field);
      return resolve(parent, args);
    };
  const entries = Object.entries(TYPE_DEFS).map(([service, typeDefs]) => {
    const types = Object.entries(RESOLVERS[service] ?? {}).map(([type, fields]) => {
      const own = Object.entries(fields).map(
        ([field, resolve]) => [field, holdable(field, resolve)] as const,
      );
      return [type, Object.fromEntries(own)] as const;
    });
    return [service, { typeDefs, resolvers: Object.fromEntries(types) as never }] as const;
  });
  return {
    subgraphs: Object.fromEntries(entries),
    hold: (field) => {
      let release: () => void = () => undefined;
      held.set(field, new Promise((resolve) => (release = resolve)));
      return release;
    },
    asked: async (field) => {
      while (!asked.has(field)) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
