import { LRUCache } from 'lru-cache';
import { DEFAULT_LIMITS } from './limits/limits';
import type { Limits } from './limits/limits';
import { parseWithin } from './limits/parse';
import type { Engine, PreparedOperation } from './types';

/** Prepared operations of GraphQL callers, by their text. */
export interface OperationCache {
  /** Parses and prepares once per text and operation name; throws `InvalidOperation`, which is not kept. */
  prepare(query: string, operationName?: string): PreparedOperation;
}

export interface OperationCacheOptions {
  /** How many operations are kept; the least recently used goes first. */
  readonly max: number;
  /** What operations may ask for; the defaults where absent. */
  readonly limits?: Partial<Limits>;
  /** Told of every operation that was asked for, whether it was there. */
  readonly onLookup?: (isHit: boolean) => void;
}

/** Creates the cache through which strangers' operations come to the engine: parsed, held against limits, prepared. */
export function createOperationCache(
  engine: Engine,
  { max, limits: given, onLookup }: OperationCacheOptions,
): OperationCache {
  const limits: Limits = { ...DEFAULT_LIMITS, ...given };
  const known = new LRUCache<string, PreparedOperation>({ max });
  return {
    prepare(query, operationName) {
      const key = JSON.stringify([operationName ?? null, query]);
      const cached = known.get(key);
      onLookup?.(cached !== undefined);
      if (cached) return cached;
      const operation = engine.prepare(parseWithin(query, limits), {
        ...(operationName === undefined ? {} : { operationName }),
        mostFetches: limits.planSize,
      });
      known.set(key, operation);
      return operation;
    },
  };
}
