/** A small graph of two services for tests of the REST layer: books with what is kept about them, and their ratings. */
import { GraphQLError } from 'graphql';
import { createTestGraph, type TestGraph } from '../../federation/testing/kit';

const HOUSE = `
extend schema
  @link(url: "https://specs.example/house/v1.0", import: ["@public", "@constraint"])
  @composeDirective(name: "@public")
  @composeDirective(name: "@constraint")
directive @public on FIELD_DEFINITION
directive @constraint(
  minLength: Int, maxLength: Int, min: Float, max: Float, minItems: Int, maxItems: Int, pattern: String, format: String
) on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
`;

const BOOKS = `${HOUSE}
scalar DateTime
scalar JSONObject

type Query {
  book(id: ID!): Book
  books(filter: BookFilter, sort: BookSort, first: Int, offset: Int): BookConnection!
  stock(orgId: Int! @constraint(min: 1)): Stock
  openingHours(day: String): String @public
}

type Mutation {
  addBook(input: AddBookInput!): BookPayload!
  changeBook(input: ChangeBookInput!): BookPayload!
  removeBook(input: RemoveBookInput!): RemovePayload
  signIn(input: SignInInput!): SignInPayload! @public
}

type Book @key(fields: "id") {
  id: ID!
  title: String!
  kind: BookKind!
  shelfNumber: Int
  tagNames: [String!]!
  lentCopies: [Copy!]!
  sharedKPIs: Int
  facts: JSONObject
  addedAt: DateTime!
  returnedAt: DateTime
  publisher: Publisher
}
enum BookKind { SHORT_STORY NOVEL FIELD_GUIDE }
type Copy { id: ID! ownerName: String }
type Publisher { fullName: String cityName: String }
type Stock { total: Int! perShelf: [Int!]! }

input BookFilter { kind: BookKind shelfNumbers: [Int!] title: String @constraint(maxLength: 5) isLent: Boolean weight: Float since: DateTime }
input BookSort { by: BookSortField! descending: Boolean! = false }
enum BookSortField { TITLE ADDED_AT }
type BookConnection { nodes: [Book!]! totalCount: Int! }

input AddBookInput {
  title: String! @constraint(minLength: 1, maxLength: 20)
  kind: BookKind = NOVEL
  shelfNumber: Int @constraint(min: 1)
  weight: Float
  isLent: Boolean
  ownerId: ID
  addedAt: DateTime
  facts: JSONObject
  tagNames: [String!] @constraint(maxItems: 2, maxLength: 5)
  copyOrders: [CopyOrderInput!]
  publisher: PublisherInput
  authors: [AuthorInput!] @constraint(minItems: 1)
}
input AuthorInput { fullName: String! @constraint(minLength: 1, maxLength: 9) role: String }
input CopyOrderInput { copyId: ID! newOrder: Int! @constraint(min: 1) }
input PublisherInput { fullName: String! parent: PublisherInput }
input ChangeBookInput { shelfId: ID! id: ID! title: String note: String }
input RemoveBookInput { id: ID! }
input SignInInput { email: String! @constraint(format: EMAIL) remember: Boolean = false }

type BookPayload { book: Book! }
type RemovePayload { removedId: ID! }
type SignInPayload { session: Session pending: Pending }
type Session { accessToken: String! }
type Pending { waitsFor: String! }
`;

const RATINGS = `
type Book @key(fields: "id") { id: ID! rating: Rating }
type Rating { score: Float averageStars: Float }
`;

export const BOOK = {
  __typename: 'Book',
  id: 'b1',
  title: 'Mosses',
  kind: 'FIELD_GUIDE',
  shelfNumber: 4,
  tagNames: ['green'],
  lentCopies: [{ id: 'c1', ownerName: 'Ada' }],
  sharedKPIs: 3,
  facts: { innerName: 1 },
  addedAt: '2025-11-02T23:00:00.123Z',
  returnedAt: null,
  publisher: { fullName: 'Fern & Co', cityName: null },
};

type Resolve = (args: Record<string, unknown>) => unknown;

export interface Library {
  readonly graph: TestGraph;
  /** What the root fields answer; tests put their own in. */
  readonly roots: Record<string, Resolve>;
  /** The arguments with which root fields were called. */
  readonly calls: { readonly field: string; readonly args: unknown }[];
}

const ROOTS: Readonly<Record<'Query' | 'Mutation', readonly string[]>> = {
  Query: ['book', 'books', 'stock', 'openingHours'],
  Mutation: ['addBook', 'changeBook', 'removeBook', 'signIn'],
};

/** Composed once: only what answers is each test's own. */
let current: Pick<Library, 'roots' | 'calls'> = { roots: {}, calls: [] };
let shared: TestGraph | undefined;

export function createLibrary(): Library {
  shared ??= createGraph();
  shared.down.clear();
  shared.requests.length = 0;
  const roots: Record<string, Resolve> = {
    book: () => BOOK,
    books: () => ({ nodes: [BOOK], totalCount: 45 }),
    stock: () => ({ total: 7, perShelf: [3, 4] }),
    openingHours: () => '9 to 5',
    addBook: () => ({ book: BOOK }),
    changeBook: () => ({ book: BOOK }),
    removeBook: () => ({ removedId: 'b1' }),
    signIn: () => ({ session: { accessToken: 't' }, pending: null }),
  };
  current = { roots, calls: [] };
  return { graph: shared, ...current };
}

function createGraph(): TestGraph {
  const resolver = (field: string) => (_: unknown, args: Record<string, unknown>) => {
    current.calls.push({ field, args });
    return current.roots[field]?.(args);
  };
  const resolversOf = (fields: readonly string[]) =>
    Object.fromEntries(fields.map((field) => [field, resolver(field)]));
  return createTestGraph({
    books: {
      typeDefs: BOOKS,
      resolvers: { Query: resolversOf(ROOTS.Query), Mutation: resolversOf(ROOTS.Mutation) },
    },
    ratings: {
      typeDefs: RATINGS,
      resolvers: { Book: { rating: () => ({ score: 4.5, averageStars: 4 }) } },
    },
  });
}

/** An error as a subgraph raises it. */
export function raise(code: string, message: string, more: Record<string, unknown> = {}): Resolve {
  return () => {
    throw new GraphQLError(message, { extensions: { code, ...more } });
  };
}
