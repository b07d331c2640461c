import type { RequestContext } from './types';

/**
 * All that these headers say, as one text: equal for callers whom no subgraph could tell apart by them. Nothing that
 * subgraphs get to see is left out, be it a token, a tenant or a language: what they answer may depend on it.
 */
export function principalOf(headers: RequestContext['headers']): string {
  return JSON.stringify(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** On whose behalf something is executed: what two callers must have in common to share anything. */
export function identityOf({ principal, headers }: RequestContext): string {
  return principal?.() ?? principalOf(headers);
}
