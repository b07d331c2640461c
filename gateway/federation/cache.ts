import { parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { GraphQLError } from 'graphql';
import { InvalidOperation } from './types';
import type { Engine, PreparedOperation } from './types';

/** Prepared operations of GraphQL callers, by their text. */
export interface OperationCache {
  /** Parses and prepares once per text and operation name; throws `InvalidOperation`, which is not kept. */
  prepare(query: string, operationName?: string): PreparedOperation;
}

/** Creates a cache of at most `max` operations; the least recently used goes first. */
export function createOperationCache(engine: Engine, { max }: { readonly max: number }): OperationCache {
  const known = new LRUCache<string, PreparedOperation>({ max });
  return {
    prepare(query, operationName) {
      const key = JSON.stringify([operationName ?? null, query]);
      const cached = known.get(key);
      if (cached) return cached;
      const document = parseDocument(query);
      const operation = engine.prepare(document, operationName === undefined ? {} : { operationName });
      known.set(key, operation);
      return operation;
    },
  };
}

function parseDocument(query: string): ReturnType<typeof parse> {
  try {
    return parse(query);
  } catch (error) {
    throw error instanceof GraphQLError ? new InvalidOperation([error]) : error;
  }
}
