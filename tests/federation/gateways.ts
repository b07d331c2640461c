import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import type { DocumentNode, ExecutionResult } from 'graphql';
import { createEngine, createLocalTransport } from '../../gateway/federation';
import type { SubgraphResponse } from '../../gateway/federation';
import { merge, type Merged } from '../../gateway/federation/testing/parts';
import type { Case, Operation, Subgraph } from './case';

// Apollo's gateway calls home unless told not to; it looks when one is made.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override", "@extends",
  "@context", "@fromContext"
])\n`;

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Answers operations over the subgraphs of one case, which are made anew for each. */
export interface Gateway {
  answer(operation: Operation): Promise<ExecutionResult>;
  stop(): Promise<void>;
}

/** The supergraph of a case, as text. */
export function compose({ name, subgraphs }: Case): string {
  const services = Object.entries(subgraphs).map(([service, subgraph]) => ({
    name: service,
    url: `http://${service}.test`,
    typeDefs: document(subgraph),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl !== undefined) return supergraphSdl;
  throw new Error(`${name} does not compose:\n${errors.map(({ message }) => message).join('\n')}`);
}

export interface OurGateway extends Gateway {
  /** Answers in parts, and puts them together. */
  merge(query: DocumentNode, variables: Operation['variables']): Promise<Merged>;
}

/** Our engine over the subgraphs of a case. */
export function ours(theCase: Case, supergraph: string): OurGateway {
  let ask = subgraphs(theCase);
  const engine = createEngine({
    supergraph,
    failure: (code) => ({ message: code, extensions: { code } }),
    transport: (service) => createLocalTransport((request) => ask(service, request)),
  });
  return {
    answer: async ({ query, variables = {} }) => {
      ask = subgraphs(theCase);
      return engine.execute(engine.prepare(parse(query)), { variables, context: { headers: {} } });
    },
    merge: async (query, variables = {}) => {
      ask = subgraphs(theCase);
      const operation = engine.prepare(query, { isDeferring: true });
      return merge(await engine.answerInParts(operation, { variables, context: { headers: {} } }));
    },
    stop: async () => undefined,
  };
}

/** Apollo Server with Apollo's gateway over the subgraphs of a case. */
export async function stock(theCase: Case, supergraphSdl: string): Promise<Gateway> {
  let ask = subgraphs(theCase);
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: SILENT,
    buildService: ({ name }) => ({
      process: ({ request: { query: text = '', variables: given = {} } }) =>
        ask(name, { document: parse(text), variables: given }),
    }),
  });
  const server = new ApolloServer({ gateway, logger: SILENT, includeStacktraceInErrorResponses: false });
  await server.start();
  return {
    answer: async ({ query, variables = {} }) => {
      ask = subgraphs(theCase);
      const { body } = await server.executeOperation({ query, variables: { ...variables } });
      if (body.kind !== 'single') throw new Error('Expected one answer.');
      return body.singleResult as ExecutionResult;
    },
    stop: () => server.stop(),
  };
}

interface SubgraphCall {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Asks a subgraph of a case as both gateways do. What comes back is plain, as it would be over HTTP. */
function subgraphs(theCase: Case): (service: string, call: SubgraphCall) => Promise<SubgraphResponse> {
  const all = new Map(
    Object.entries(theCase.subgraphs).map(([name, subgraph]) => {
      const resolvers = subgraph.resolvers?.() ?? {};
      const schema = buildSubgraphSchema({ typeDefs: document(subgraph), resolvers });
      return [name, { schema, spoil: subgraph.spoil ?? ((answer) => answer) }];
    }),
  );
  return async (service, call) => {
    const subgraph = all.get(service);
    if (!subgraph) throw new Error(`No subgraph ${service}.`);
    const { schema, spoil } = subgraph;
    const answer = await execute({ schema, document: call.document, variableValues: call.variables });
    return spoil(JSON.parse(JSON.stringify(answer)) as SubgraphResponse) as SubgraphResponse;
  };
}

function document({ typeDefs, fed1 = false }: Subgraph): DocumentNode {
  return parse(fed1 ? typeDefs : LINK + typeDefs);
}
