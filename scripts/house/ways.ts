/** How the gateway reaches the subgraphs that its own process has started: directly, or over HTTP on free ports. */
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../common/clock';
import type { Logger } from '../../common/log';
import { sign, SIGNATURE_HEADER } from '../../common/signature';
import {
  createLocalTransport,
  createStreamingTransport,
  type HttpTransport,
  type SubgraphRequest,
  type Transport,
} from '../../gateway/federation';
import { createSubgraphServer } from '../../subgraphs/common/server';
import type { RunningSubgraph, SubgraphOperation } from '../../subgraphs/common/subgraph';
import type { SubgraphName } from './subgraphs';

export interface Ways {
  transport(name: SubgraphName): Transport;
  /** Closes the way to one subgraph, as when its process dies: streams break. */
  stop(name: SubgraphName): Promise<void>;
}

type Subgraphs = ReadonlyMap<SubgraphName, RunningSubgraph>;

export function localWays(subgraphs: Subgraphs): Ways {
  const stops = new Map([...subgraphs.keys()].map((name) => [name, new AbortController()]));
  return {
    transport: (name) => {
      const subgraph = subgraphs.get(name) as RunningSubgraph;
      return createLocalTransport(
        async (request) => subgraph.answer(operationOf(request)),
        async (request) => subgraph.subscribe(operationOf(request)),
        () => stops.get(name)?.signal,
      );
    },
    stop: async (name) => stops.get(name)?.abort(new Error(`${name} is stopped`)),
  };
}

function operationOf({ document, operationName, variables, context }: SubgraphRequest): SubgraphOperation {
  const { authorization, 'x-request-id': requestId } = context.headers;
  return { document, operationName, variables, authorization, requestId };
}

export interface SignedCalls {
  readonly gatewayKey: string;
  readonly clock: Clock;
}

/** A transport that signs what it sends as the gateway. */
export function createSignedTransport(url: string, { gatewayKey, clock }: SignedCalls): HttpTransport {
  return createStreamingTransport({
    url,
    sign: (body, { authorization }) => ({
      [SIGNATURE_HEADER]: sign(gatewayKey, { body, authorization }, clock),
    }),
  });
}

export async function httpWays(
  subgraphs: Subgraphs,
  calls: SignedCalls & { readonly log: Logger },
): Promise<Ways> {
  const transports = new Map<SubgraphName, HttpTransport>();
  const running = new Map<SubgraphName, FastifyInstance>();
  for (const [name, subgraph] of subgraphs) {
    const server = await createSubgraphServer(subgraph, calls);
    await server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.server.address() as AddressInfo;
    running.set(name, server);
    transports.set(name, createSignedTransport(`http://127.0.0.1:${port}/graphql`, calls));
  }
  return {
    transport: (name) => transports.get(name) as HttpTransport,
    stop: async (name) => {
      const server = running.get(name);
      if (!running.delete(name)) return;
      await transports.get(name)?.close();
      await server?.close();
    },
  };
}
