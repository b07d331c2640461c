/** Our engine over the same four subgraphs in two ways: called in the process, and over HTTP. */
import type { GraphQLSchema } from 'graphql';
import { createEngine, createHttpTransport, createLocalTransport } from '../../gateway/federation';
import type { Engine, SubgraphResponse } from '../../gateway/federation';
import { answer, computing, schemaOf } from '../subgraphs/answers';
import { SUBGRAPHS } from '../subgraphs/index';
import { serve } from '../subgraphs/server';
import { composeSupergraph } from '../subgraphs/supergraph';

export interface Ways {
  readonly local: Engine;
  readonly http: Engine;
}

/** The subgraphs of both ways execute every request, in this process: the difference is the way alone. */
export async function createWays(): Promise<Ways> {
  const schemas = new Map(SUBGRAPHS.map((subgraph) => [subgraph.name, schemaOf(subgraph)]));
  const urls: Record<string, string> = {};
  for (const [name, schema] of schemas) urls[name] = await serve(computing(schema));
  const supergraph = composeSupergraph(urls);
  const failure = (code: string) => ({ message: code, extensions: { code } });
  return {
    local: createEngine({
      supergraph,
      failure,
      transport: (service) => {
        const schema = schemas.get(service.toLowerCase()) as GraphQLSchema;
        return createLocalTransport((request) => answer(schema, request) as Promise<SubgraphResponse>);
      },
    }),
    http: createEngine({ supergraph, failure, transport: (_service, url) => createHttpTransport({ url }) }),
  };
}
