/** `@defer` as the clients of the world read it, over real HTTP: what is not deferred is there while the rest is held. */
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { cacheExchange, Client as UrqlClient, fetchExchange } from '@urql/core';
import { Mailbox } from '../../gateway/federation/subscribe/mailbox';
import { type BookshopGateway, startBookshop } from './gateway';

interface Result {
  readonly data: unknown;
  readonly error?: unknown;
}

interface Reader {
  /** The results of a query, as the client shows them one after the other. */
  read(query: string): Mailbox<Result>;
  close(): void;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Its types do not fit the client's own where optional members are exact. */
const newerForm = (): Defer20220824Handler => new GraphQL17Alpha9Handler() as unknown as Defer20220824Handler;

function apollo(url: string, incrementalHandler = new Defer20220824Handler()): Reader {
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${url}/graphql` }),
    cache: new InMemoryCache(),
    incrementalHandler,
  });
  return {
    read: (query) => {
      const results = new Mailbox<Result>();
      client
        .watchQuery({ query: gql(query), errorPolicy: 'all' })
        .subscribe(({ data, loading, error, dataState }) => {
          if (dataState !== 'empty')
            results.put({ data: plain(data), ...(error && { error: error.message }) });
          if (!loading && dataState !== 'streaming') results.end();
        });
      return results;
    },
    close: () => client.stop(),
  };
}

function urql(url: string): Reader {
  const client = new UrqlClient({
    url: `${url}/graphql`,
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
  });
  return {
    read: (query) => {
      const results = new Mailbox<Result>();
      client.query(query, {}).subscribe(({ data, error, hasNext }) => {
        results.put({ data: plain(data), ...(error && { error: error.message }) });
        if (!hasNext) results.end();
      });
      return results;
    },
    close: () => undefined,
  };
}

let gateway: BookshopGateway;
const readers: Reader[] = [];

beforeEach(async () => {
  gateway = await startBookshop();
});

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close();
  await gateway.stop();
});

function open(reader: Reader): Reader {
  readers.push(reader);
  return reader;
}

async function next(results: Mailbox<Result>): Promise<Result> {
  const { value, done } = await results.next();
  if (done) throw new Error('There are no more results.');
  return value;
}

async function last(results: Mailbox<Result>): Promise<Result | undefined> {
  let found: Result | undefined;
  for await (const result of results) found = result;
  return found;
}

describe.each([
  ['@apollo/client', (url: string) => apollo(url)],
  ['@apollo/client in the form of graphql-js 17', (url: string) => apollo(url, newerForm())],
  ['@urql/core', urql],
])('%s', (_name, create) => {
  it('has what is not deferred while the rest is held, then everything', async () => {
    const release = gateway.hold('verdict');
    const results = open(create(gateway.url)).read(
      '{ book(id: "a") { id title ... @defer(label: "later") { verdict author { id name } } } }',
    );
    const { data } = await next(results);
    expect(data).toMatchObject({ book: { id: 'a', title: 'Title a' } });
    expect(data).not.toHaveProperty('book.verdict');
    release();
    expect(await last(results)).toMatchObject({
      data: {
        book: { id: 'a', title: 'Title a', verdict: 'Fine a', author: { name: 'Name of author-a' } },
      },
    });
  });

  it('has each element of a list completed', async () => {
    const results = open(create(gateway.url)).read(
      '{ books { id ...Later @defer author { id ... @defer { email } } } } fragment Later on Book { verdict }',
    );
    expect(await last(results)).toMatchObject({
      data: {
        books: [
          { id: 'a', verdict: 'Fine a', author: { email: 'author-a@test' } },
          { id: 'b', verdict: 'Fine b', author: { email: 'author-b@test' } },
        ],
      },
    });
  });

  it('learns of the errors of a deferred part', async () => {
    const result = await last(
      open(create(gateway.url)).read('{ book(id: "bad") { id title ... @defer { rating } } }'),
    );
    expect(result).toMatchObject({ data: { book: { title: 'Title bad', rating: null } } });
    expect(result?.error).toContain('No rating');
  });

  it('has the answer to an operation that defers nothing', async () => {
    const result = await last(open(create(gateway.url)).read('{ book(id: "a") { id rating } }'));
    expect(result).toMatchObject({ data: { book: { id: 'a', rating: 4.5 } } });
  });
});
