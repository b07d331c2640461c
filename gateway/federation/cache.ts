import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { DEFAULT_LIMITS } from './limits/limits';
import type { Limits } from './limits/limits';
import { parseWithin } from './limits/parse';
import { createTurns } from './turns';
import type { Engine, PreparedOperation } from './types';

/** Prepared operations of GraphQL callers, by the hash of their text. */
export interface OperationCache {
  /**
   * Parses and prepares once per text and operation name, also for those who ask while that is being done. Rejects
   * with `InvalidOperation`, which is not kept. For callers that read answers in parts, one that defers is prepared
   * apart.
   */
  prepare(query: string, operationName?: string, readsParts?: boolean): Promise<PreparedOperation>;
}

export interface OperationCacheOptions {
  /** How many operations are kept; the least recently used goes first. */
  readonly max: number;
  /** How many bytes they may hold, by estimate: a thousand of the largest would not fit into any memory. */
  readonly maxBytes?: number;
  /** What operations may ask for; the defaults where absent. */
  readonly limits?: Partial<Limits>;
  /** Told of every operation that was asked for, whether it was there. */
  readonly onLookup?: (isHit: boolean) => void;
}

const MAX_BYTES = 128 * 1024 * 1024;

/** Measured on operations of 15 to 4,000 fields: 0.3 to 2.8 KiB. */
const BYTES_PER_FIELD = 2048;

/** Creates the cache through which strangers' operations come to the engine: parsed, held against limits, prepared. */
export function createOperationCache(engine: Engine, options: OperationCacheOptions): OperationCache {
  const { max, maxBytes = MAX_BYTES, onLookup } = options;
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const known = new LRUCache<string, PreparedOperation>({ max, maxSize: maxBytes });
  const underway = new Map<string, Promise<PreparedOperation>>();
  const takeTurn = createTurns();

  const prepare = (
    key: string,
    query: string,
    operationName: string | undefined,
    isDeferring: boolean,
  ): PreparedOperation => {
    const { document, fields } = parseWithin(query, limits);
    const operation = engine.prepare(document, {
      ...(operationName === undefined ? {} : { operationName }),
      mostFetches: limits.planSize,
      isDeferring,
    });
    known.set(key, operation, { size: query.length + fields * BYTES_PER_FIELD });
    return operation;
  };

  return {
    async prepare(query, operationName, readsParts = false) {
      // All others are the same for both kinds of callers.
      const isDeferring = readsParts && query.includes('@defer');
      const key = keyOf(query, operationName, isDeferring);
      const operation = known.get(key);
      onLookup?.(operation !== undefined);
      if (operation) return operation;
      const begun =
        underway.get(key) ??
        takeTurn(() => prepare(key, query, operationName, isDeferring)).finally(() => underway.delete(key));
      underway.set(key, begun);
      return begun;
    },
  };
}

/**
 * What tells operations apart: the length of the name says where it ends and the text begins. Of a long one its hash,
 * which, having no colon, is the key of no short one.
 */
function keyOf(query: string, name: string | undefined, isDeferring: boolean): string {
  const whole = `${isDeferring ? '@' : ''}${name?.length ?? ''}:${name ?? ''}${query}`;
  return whole.length > LONGEST_KEY ? hash('sha256', whole, 'base64') : whole;
}

/** In characters. */
const LONGEST_KEY = 200;
