/** A small shop whose POST endpoints tests repeat; what it adds gets a number, so that what is done twice is seen twice. */
import { SettableClock } from '../../../common/clock';
import { DomainError } from '../../../common/errors';
import { type Answer, inProcess, serve, type Served } from '../testing/kit';
import type { Identify } from '../types';
import { MemoryStore } from './memory-store';
import type { IdempotencyStore } from './store';

const ADD = (name: string, path: string): string => `
mutation ${name}($body: AddBookInput!) @rest(method: POST, path: "${path}", status: 201, pick: ["addBook.book"]) {
  addBook(input: $body) { book { id title } } }`;

const FILES = {
  'shop/books.graphql': `${ADD('Add', '/books')} ${ADD('AddVolume', '/volumes')}
    mutation Remove($id: ID!)
      @rest(method: POST, path: "/books/{id}:remove", aliases: ["/book/{id}:remove"], status: 204) {
      removeBook(input: { id: $id }) { removedId } }
    mutation Discard($id: ID! @query) @rest(method: POST, path: "/discard", envelope: SUCCESS) {
      removeBook(input: { id: $id }) { removedId } }
    mutation Change($body: ChangeBookInput!)
      @rest(method: PUT, path: "/shelves/{shelfId}/books/{id}", pick: ["changeBook.book"]) {
      changeBook(input: $body) { book { id } } }
    query Get($id: ID!) @rest(method: GET, path: "/books/{id}", pick: ["book"]) { book(id: $id) { id } }
    mutation SignIn($body: SignInInput!) @rest(method: POST, path: "/sign-in", pick: ["signIn.session"]) {
      signIn(input: $body) { session { accessToken } } }`,
  'flat/service.graphql':
    'extend schema @service(name: "flat", basePath: "/flat", errors: FLAT, invalidStatus: 400)',
  'flat/books.graphql': ADD('FlatAdd', '/books'),
};

/** Tokens are `user@tenant`. */
const identify: Identify = async ({ authorization = '', tenant }) => {
  const [, userId, tenantId] = /^Bearer (\w+)@(\w+)$/.exec(authorization) ?? [];
  if (!userId || !tenantId) throw new DomainError('UNAUTHORIZED');
  if (tenant !== undefined && tenant !== tenantId) throw new DomainError('FORBIDDEN');
  return { viewer: { userId, tenantId, orgId: 7 }, forward: { authorization } };
};

export const BODY = { title: 'Mosses', shelfNumber: 4 };

export interface Sent {
  /** No header where it is undefined; `k` where it is not there. */
  readonly key?: string | undefined;
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Shop extends Pick<Served, 'roots' | 'app'> {
  readonly clock: SettableClock;
  send(request: string, body?: unknown, sent?: Sent): Promise<Answer>;
  /** POST /books with the usual body. */
  add(body?: unknown, sent?: Sent): Promise<Answer>;
  /** How often the graph was asked to do anything. */
  timesDone(): number;
}

export function openShop(store: IdempotencyStore = new MemoryStore()): Shop {
  const clock = new SettableClock();
  const log = { warn: () => undefined, error: () => undefined };
  const idempotency = inProcess({ store, clock, log, timeout: 30_000 });
  const { call, roots, calls, app } = serve(FILES, 'base', { identify, idempotency });
  const book = roots['addBook']?.({}) as { book: object };
  let count = 0;
  roots['addBook'] = () => ({ book: { ...book.book, id: `b${(count += 1)}` } });
  roots['signIn'] = () => ({ session: { accessToken: `t${(count += 1)}` } });
  const send: Shop['send'] = (request, body, sent = {}) => {
    const { key, as = 'ada@one', headers } = { key: 'k', ...sent };
    const [method = '', url = ''] = request.split(' ');
    const given = key === undefined ? {} : { 'idempotency-key': key };
    return call(method, url, body, { headers: { authorization: `Bearer ${as}`, ...given, ...headers } });
  };
  const add: Shop['add'] = (body = BODY, sent) => send('POST /books', body, sent);
  return { clock, roots, app, send, add, timesDone: () => calls.length };
}

export interface Held {
  /** The graph has been asked. */
  readonly begun: Promise<void>;
  /** Lets it answer. */
  finish(): void;
}

/** Makes the graph wait with its answer to `addBook`, to all who ask from now on. */
export function hold({ roots }: Pick<Served, 'roots'>): Held {
  const { addBook } = roots;
  let [begin, finish] = [(): void => undefined, (): void => undefined];
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const held = new Promise<void>((resolve) => (finish = resolve));
  roots['addBook'] = async (args) => {
    begin();
    await held;
    return addBook?.(args);
  };
  return { begun, finish: () => finish() };
}

/** The number of what was added. */
export const addedId = ({ body }: Answer): string => (body as { data: { id: string } }).data.id;

export function expectRefusedKey(answer: Answer, words: string): void {
  const text = expect.stringMatching(new RegExp(`^Idempotency-Key .*${words}`)) as string;
  expect(answer).toMatchObject({
    status: 422,
    body: { success: false, error: text, code: 'VALIDATION_ERROR', errors: { 'Idempotency-Key': text } },
  });
}
