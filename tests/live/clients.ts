/** Subscriptions as the clients of the world read them; each gives an async iterator of results. */
import { ApolloClient, ApolloLink, InMemoryCache, Observable, gql } from '@apollo/client';
import { Client as UrqlClient, subscriptionExchange } from '@urql/core';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-sse';
import { Mailbox } from '../../gateway/federation/subscribe/mailbox';

export interface Reading {
  readonly results: AsyncIterableIterator<{ data?: unknown; errors?: unknown }, undefined>;
  leave(): void;
}

export interface Reader {
  subscribe(query: string, variables?: Record<string, unknown>): Reading;
  close(): void;
}

interface Result {
  readonly data?: unknown;
  readonly errors?: unknown;
}

const plain = (value: unknown): Result => JSON.parse(JSON.stringify(value)) as Result;

function sse(url: string, singleConnection: boolean, authorization: string): Client<boolean> {
  return createClient({ url, singleConnection, headers: { authorization }, retryAttempts: 0 });
}

function reading(begin: (results: Mailbox<Result>) => () => void): Reading {
  const results = new Mailbox<Result>();
  return { results, leave: begin(results) };
}

export function graphqlSse(url: string, singleConnection: boolean, authorization = 'me'): Reader {
  const client = sse(url, singleConnection, authorization);
  return {
    subscribe: (query, variables = {}) =>
      reading((results) =>
        client.subscribe(
          { query, variables },
          {
            next: (result) => results.put(plain(result)),
            error: (fault) => results.end(fault),
            complete: () => results.end(),
          },
        ),
      ),
    close: () => client.dispose(),
  };
}

export function apollo(url: string, authorization = 'me'): Reader {
  const transport = sse(url, false, authorization);
  const link = new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) =>
        transport.subscribe(
          { query: print(query), variables, ...(operationName && { operationName }) },
          {
            next: (result) => observer.next(result as ApolloLink.Result),
            error: (fault) => observer.error(fault),
            complete: () => observer.complete(),
          },
        ),
      ),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  return {
    subscribe: (query, variables = {}) =>
      reading((results) => {
        const subscription = client.subscribe({ query: gql(query), variables }).subscribe({
          next: ({ data, error }) => results.put(plain(error ? { data, errors: [error] } : { data })),
          error: (fault) => results.end(fault),
          complete: () => results.end(),
        });
        return () => subscription.unsubscribe();
      }),
    close: () => {
      client.stop();
      transport.dispose();
    },
  };
}

export function urql(url: string, authorization = 'me'): Reader {
  const transport = sse(url, false, authorization);
  const client = new UrqlClient({
    url,
    preferGetMethod: false,
    exchanges: [
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: transport.subscribe(
              { query, variables: variables as Record<string, unknown> },
              { ...sink, next: (result) => sink.next(result as never) },
            ),
          }),
        }),
      }),
    ],
  });
  return {
    subscribe: (query, variables = {}) =>
      reading((results) => {
        const { unsubscribe } = client
          .subscription(query, variables)
          .subscribe(({ data, error }) => results.put(plain(error ? { data, errors: [error] } : { data })));
        return unsubscribe;
      }),
    close: () => transport.dispose(),
  };
}
