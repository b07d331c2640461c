/** A small graph of two services for tests of the REST layer: books with what is kept about them, and their ratings. */
import { Readable } from 'node:stream';
import { GraphQLError } from 'graphql';
import type { SubgraphResponse } from '../../federation';
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

type Subscription {
  shelfActivity(shelfId: ID!, after: ID): ShelfEvent!
}

interface ShelfEvent { cursor: ID! }
type BookMoved implements ShelfEvent {
  cursor: ID!
  kind: MoveKind!
  shelfId: ID!
  book: Book
  movedAt: DateTime!
}
type ShelfLost implements ShelfEvent { cursor: ID! }
enum MoveKind { PUT_IN TAKEN_OUT DUSTED }

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

type BookPayload { book: Book! similar(first: Int, offset: Int): BookConnection! }
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
  /** What happens to the shelves, told to the subscription that is open. */
  readonly shelves: Readable;
  /** What the fields with arguments answer; tests put their own in. */
  readonly roots: Record<string, Resolve>;
  /** The arguments with which root fields were called. */
  readonly calls: { readonly field: string; readonly args: unknown }[];
}

const ROOTS: Readonly<Record<'Query' | 'Mutation', readonly string[]>> = {
  Query: ['book', 'books', 'stock', 'openingHours'],
  Mutation: ['addBook', 'changeBook', 'removeBook', 'signIn'],
};

/** Composed once: only what answers is each test's own. */
let current: Omit<Library, 'graph'> = { roots: {}, calls: [], shelves: new Readable() };
let shared: TestGraph | undefined;

export function createLibrary(): Library {
  shared ??= createGraph();
  shared.down.clear();
  shared.requests.length = 0;
  const shelves = new Readable({ objectMode: true, read: () => undefined });
  const roots: Record<string, Resolve> = {
    shelfActivity: () => followed(shelves),
    book: () => BOOK,
    books: () => ({ nodes: [BOOK], totalCount: 45 }),
    stock: () => ({ total: 7, perShelf: [3, 4] }),
    openingHours: () => '9 to 5',
    similar: () => ({ nodes: [BOOK], totalCount: 45 }),
    addBook: () => ({ book: BOOK }),
    changeBook: () => ({ book: BOOK }),
    removeBook: () => ({ removedId: 'b1' }),
    signIn: () => ({ session: { accessToken: 't' }, pending: null }),
  };
  current = { roots, calls: [], shelves };
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
      resolvers: {
        Query: resolversOf(ROOTS.Query),
        Mutation: resolversOf(ROOTS.Mutation),
        BookPayload: { similar: resolver('similar') },
      },
      follow: ({ variables }) => follow('shelfActivity', variables),
    },
    ratings: {
      typeDefs: RATINGS,
      resolvers: { Book: { rating: () => ({ score: 4.5, averageStars: 4 }) } },
    },
  });
}

type Events = AsyncIterable<SubgraphResponse>;

/** Closed when whoever follows leaves, be it before the first event. */
function followed(events: Readable): Events {
  const iterator = events[Symbol.asyncIterator]() as AsyncIterator<SubgraphResponse>;
  const stop = async (): Promise<IteratorResult<SubgraphResponse>> => {
    events.destroy();
    return { done: true, value: undefined };
  };
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next(), return: stop }) };
}

/** A subscription of a root: its events, or why there are none. */
function follow(field: string, args: Record<string, unknown>): Events | SubgraphResponse {
  current.calls.push({ field, args });
  try {
    return current.roots[field]?.(args) as Events;
  } catch (fault) {
    return { errors: [(fault as GraphQLError).toJSON()] };
  }
}

/** What a subgraph sends of one event on a shelf. */
export const moved = (cursor: number, more: object = {}): SubgraphResponse => ({
  data: {
    shelfActivity: {
      __typename: 'BookMoved',
      cursor: String(cursor),
      kind: 'PUT_IN',
      shelfId: 's1',
      book: { ...BOOK },
      movedAt: '2025-11-02T23:00:00.123Z',
      ...more,
    },
  },
});

/** An error as a subgraph raises it. */
export function raise(code: string, message: string, more: Record<string, unknown> = {}): Resolve {
  return () => {
    throw new GraphQLError(message, { extensions: { code, ...more } });
  };
}
