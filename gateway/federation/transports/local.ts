import type { SubgraphRequest, SubgraphResponse, SubgraphStream, Transport } from '../types';
import { until } from './local-stream';

/**
 * The way to a subgraph in the same process: no HTTP, no JSON, the document as it was parsed when prepared.
 * A subgraph's stream of events need not mind the signal: it is told to return when the signal aborts.
 */
export function createLocalTransport(
  handler: (request: SubgraphRequest) => Promise<SubgraphResponse>,
  subscribe?: (request: SubgraphRequest) => Promise<SubgraphStream | SubgraphResponse>,
): Transport {
  if (!subscribe) return { execute: handler };
  return {
    execute: handler,
    subscribe: async (request) => {
      const opened = await subscribe(request);
      const { signal } = request.context;
      return signal && Symbol.asyncIterator in opened ? until(opened, signal) : opened;
    },
  };
}
