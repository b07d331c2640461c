import { buildSchema, execute, parse } from 'graphql';
import type { ExecutionResult, GraphQLResolveInfo } from 'graphql';
import { createTestGraph } from './kit';
import type { TestGraph, TestGraphOptions } from './kit';

type Row = Readonly<Record<string, unknown>>;

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  Book: [
    { id: 'b1', title: 'Dune', pages: 412, genre: 'FICTION', authorId: 'a1', shelf: ['A', null], weight: 3 },
    { id: 'b2', title: 'Cosmos', pages: null, genre: null, authorId: 'a2', shelf: [], weight: 2 },
    { id: 'b3', title: null, pages: 99, genre: 'SCIENCE', authorId: null, shelf: null, weight: null },
  ],
  Film: [
    { id: 'f1', title: 'Alien', minutes: 117, authorId: 'a2', director: 'Scott' },
    { id: 'f2', title: 'Brazil', minutes: null, authorId: 'a1', director: null },
  ],
  Author: [
    { id: 'a1', name: 'Frank', email: 'frank@test', mentorId: 'a2' },
    { id: 'a2', name: 'Carl', email: null, mentorId: null },
  ],
  Review: [
    { id: 'r1', workId: 'b1', stars: 5, text: 'Good', authorId: 'a2' },
    { id: 'r2', workId: 'b1', stars: 1, text: null, authorId: 'a1' },
    { id: 'r3', workId: 'f1', stars: 4, text: 'Scary', authorId: 'a1' },
  ],
};

const row = (type: string, id: unknown): Row | null => {
  const found = ROWS[type]?.find((candidate) => candidate['id'] === id);
  return found ? { __typename: type, ...found } : null;
};
const rows = (type: string): Row[] => (ROWS[type] ?? []).map((found) => ({ __typename: type, ...found }));
const fail = (message: string): never => {
  throw new Error(message);
};

/** Who answers which field; the monolith and the subgraphs share these. */
const FIELDS: Readonly<Record<string, Record<string, (parent: Row, args: Row) => unknown>>> = {
  Query: {
    book: (_, { id }) => row('Book', id),
    books: () => rows('Book'),
    works: () => [...rows('Book'), ...rows('Film')],
    shelves: () => [[row('Book', 'b1'), null], [row('Book', 'b2')], null],
    author: (_, { id }) => row('Author', id),
    anything: () => [row('Film', 'f1'), row('Author', 'a1'), row('Book', 'b3')],
    broken: () => fail('Broken query'),
  },
  Work: {
    author: ({ authorId }) => row('Author', authorId),
    isbn: ({ id }, { prefix }) => `${String(prefix)}-${String(id)}`,
    reviews: ({ id }, { first }) =>
      rows('Review')
        .filter(({ workId }) => workId === id)
        .slice(0, first as number),
    postage: ({ weight }) => (weight === null ? null : Number(weight) * 10),
    rating: ({ id }) => (id === 'b2' ? fail('No rating') : 4.5),
    verdict: ({ id }) => (id === 'b3' ? null : `fine ${String(id)}`),
  },
  Author: {
    mentor: ({ mentorId }) => row('Author', mentorId),
    works: ({ id }) => [...rows('Book'), ...rows('Film')].filter(({ authorId }) => authorId === id),
  },
  Review: { author: ({ authorId }) => row('Author', authorId) },
};

const resolve = (type: string, field: string, parent: unknown, args: Row): unknown => {
  const known = { ...(parent as Row) };
  const resolver = FIELDS[type === 'Book' || type === 'Film' ? 'Work' : type]?.[field];
  return resolver ? resolver(known, args) : known[field];
};
const fieldResolver = (parent: unknown, args: Row, _context: unknown, info: GraphQLResolveInfo): unknown =>
  resolve(info.parentType.name, info.fieldName, parent, args);

/** The same graph as one schema: what graphql-js makes of it is what the engine must make of the subgraphs. */
const MONOLITH = buildSchema(`
  type Query {
    book(id: ID!): Book  books: [Book!]!  works: [Work!]!  shelves: [[Book]]
    author(id: ID!): Author  anything: [Anything]  broken: String
  }
  interface Work { id: ID! title: String author: Author reviews(first: Int = 10): [Review!]! }
  type Book implements Work {
    id: ID! title: String pages: Int genre: Genre shelf: [String] weight: Int author: Author
    isbn(prefix: String = "978"): String! reviews(first: Int = 10): [Review!]! postage: Int rating: Float verdict: String!
  }
  type Film implements Work {
    id: ID! title: String minutes: Int director: String author: Author reviews(first: Int = 10): [Review!]!
  }
  union Anything = Book | Film | Author
  enum Genre { FICTION SCIENCE }
  type Author { id: ID! name: String! email: String mentor: Author works: [Work!]! }
  type Review { id: ID! stars: Int! text: String author: Author }
`);

const SUBGRAPHS = {
  catalog: `
    type Query {
      book(id: ID!): Book  books: [Book!]!  works: [Work!]!  shelves: [[Book]]
      anything: [Anything]  broken: String
    }
    interface Work { id: ID! title: String author: Author }
    type Book implements Work @key(fields: "id") {
      id: ID! title: String pages: Int genre: Genre shelf: [String] weight: Int author: Author
      isbn(prefix: String = "978"): String!
    }
    type Film implements Work @key(fields: "id") { id: ID! title: String minutes: Int director: String author: Author }
    union Anything = Book | Film | Author
    enum Genre { FICTION SCIENCE }
    type Author @key(fields: "id") { id: ID! works: [Work!]! }
  `,
  people: `
    type Query { author(id: ID!): Author }
    type Author @key(fields: "id") { id: ID! name: String! email: String mentor: Author }
  `,
  reviews: `
    interface Work { id: ID! reviews(first: Int = 10): [Review!]! }
    type Book implements Work @key(fields: "id") {
      id: ID! weight: Int @external reviews(first: Int = 10): [Review!]!
      postage: Int @requires(fields: "weight") rating: Float verdict: String!
    }
    type Film implements Work @key(fields: "id") { id: ID! reviews(first: Int = 10): [Review!]! }
    type Review { id: ID! stars: Int! text: String author: Author }
    type Author @key(fields: "id") { id: ID! }
  `,
};

/** The library as a federation of three services. */
export function createLibrary(options: TestGraphOptions = {}): TestGraph {
  return createTestGraph(
    Object.fromEntries(
      Object.entries(SUBGRAPHS).map(([name, typeDefs]) => [
        name,
        { typeDefs, resolvers: resolversFor(typeDefs) },
      ]),
    ),
    options,
  );
}

/** What the monolith answers. */
export async function executeMonolith(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<ExecutionResult> {
  return execute({
    schema: MONOLITH,
    document: parse(query),
    variableValues: variables,
    fieldResolver,
    rootValue: {},
  });
}

type Resolvers = Record<string, Record<string, (parent: Row, args: Row) => unknown>>;

function resolversFor(typeDefs: string): Resolvers {
  const resolvers: Resolvers = {};
  for (const definition of parse(typeDefs.replaceAll(/@\w+(\([^)]*\))?/g, '')).definitions) {
    if (definition.kind !== 'ObjectTypeDefinition') continue;
    const type = definition.name.value;
    const own: Resolvers[string] = {};
    for (const { name } of definition.fields ?? []) {
      own[name.value] = (parent, args) => resolve(type, name.value, parent, args);
    }
    if (ROWS[type])
      own['__resolveReference'] = (reference) => ({ ...row(type, reference['id']), ...reference });
    resolvers[type] = own;
  }
  return resolvers;
}
