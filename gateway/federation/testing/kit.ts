import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import { execute, parse } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { createEngine, createLocalTransport } from '../index';
import type { Engine, EngineOptions, PrepareOptions, SubgraphRequest, SubgraphResponse } from '../index';

export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override",
  "@composeDirective", "@tag", "@context", "@fromContext"
])\n`;

/** Lets a test's subgraph declare `@before`. */
export const BEFORE = `
extend schema
  @link(url: "https://specs.example/before/v1.0", import: ["@before"])
  @composeDirective(name: "@before")
directive @before(query: String!, variables: String, into: String, orElse: String!) repeatable on FIELD_DEFINITION
`;

/** A subgraph of a test: its SDL without the federation link, and what resolves it. */
export interface TestSubgraph {
  readonly typeDefs: string;
  readonly resolvers?: GraphQLResolverMap<unknown>;
  /** Takes the place of the resolvers. */
  readonly answer?: (request: SubgraphRequest) => SubgraphResponse;
  /** Carries its subscriptions. */
  readonly follow?: (request: SubgraphRequest) => AsyncIterable<SubgraphResponse> | SubgraphResponse;
}

/** An engine over subgraphs in the process, and a record of what each was asked. */
export interface TestGraph {
  readonly engine: Engine;
  readonly requests: SubgraphRequest[];
  /** Services that throw instead of answering. */
  readonly down: Set<string>;
  /** What the engine reported for the log. */
  readonly reports: { readonly service: string; readonly fault: unknown }[];
  asked(service: string): SubgraphRequest[];
  run(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: PrepareOptions,
  ): Promise<ExecutionResult>;
}

/** The supergraph of these subgraphs, as text. */
export function compose(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  address = (service: string): string => `http://${service}.test`,
): string {
  const services = Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
    name,
    url: address(name),
    typeDefs: parse(LINK + typeDefs),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

export interface TestGraphOptions extends Partial<EngineOptions> {
  /** What each request waits for before it is answered. */
  readonly pace?: (request: SubgraphRequest) => Promise<void>;
}

/** Composes subgraphs into an engine. */
export function createTestGraph(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  { pace, ...options }: TestGraphOptions = {},
): TestGraph {
  const requests: SubgraphRequest[] = [];
  const reports: TestGraph['reports'] = [];
  const down = new Set<string>();
  const handlers = new Map(Object.entries(subgraphs).map(([name, subgraph]) => [name, handlerOf(subgraph)]));
  const engine = createEngine({
    supergraph: compose(subgraphs),
    failure: (code) => ({ message: `Failed with ${code}`, extensions: { code } }),
    report: (service, fault) => reports.push({ service, fault }),
    transport: (service) => {
      const handle: Handler = async (request) => {
        requests.push(request);
        await pace?.(request);
        if (down.has(service)) throw new Error('connect ECONNREFUSED 10.0.0.7:4001');
        return handlers.get(service)?.(request) ?? { data: null };
      };
      const follow = subgraphs[service]?.follow;
      return createLocalTransport(handle, follow && (async (request) => follow(request)));
    },
    ...options,
  });
  return {
    engine,
    requests,
    down,
    reports,
    asked: (service) => requests.filter((request) => request.service === service),
    run: async (query, variables = {}, prepareOptions = {}) =>
      engine.execute(engine.prepare(parse(query), prepareOptions), { variables, context: { headers: {} } }),
  };
}

export type Handler = (request: SubgraphRequest) => Promise<SubgraphResponse>;

/** Answers as this subgraph does. */
export function handlerOf({ typeDefs, resolvers = {}, answer }: TestSubgraph): Handler {
  if (answer) return async (request) => answer(request);
  const schema = buildSubgraphSchema({ typeDefs: parse(LINK + typeDefs), resolvers });
  return async ({ document, variables }) => {
    const { data, errors } = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: {},
    });
    // What crosses the way to a subgraph is plain: tests see what a caller over HTTP would see.
    return JSON.parse(JSON.stringify({ data, ...(errors && { errors }) })) as SubgraphResponse;
  };
}
