import type { SubgraphRequest, SubgraphResponse, Transport } from '../types';

/** The way to a subgraph in the same process: no HTTP, no JSON, the document as it was parsed when prepared. */
export function createLocalTransport(
  handler: (request: SubgraphRequest) => Promise<SubgraphResponse>,
): Transport {
  return { execute: handler };
}
