import { parse } from 'graphql';
import { createEngine } from '../index';
import type {
  Engine,
  EngineOptions,
  PreparedOperation,
  SubscriptionEvent,
  SubscriptionEvents,
  SubscriptionRequest,
} from '../index';
import { createLiveGraph, localTransport } from './live-graph';
import type { LiveGraph } from './live-graph';

/** An engine over the live graph, with its subgraphs in this process. */
export interface LiveEngine {
  readonly graph: LiveGraph;
  readonly engine: Engine;
  /** What went wrong behind errors. */
  readonly reports: unknown[];
  /** Throws where the subscription is refused. */
  subscribe(query: string, more?: Partial<SubscriptionRequest>): Promise<SubscriptionEvents>;
}

export function createLiveEngine(
  options: (graph: LiveGraph) => Partial<EngineOptions> = () => ({}),
): LiveEngine {
  const graph = createLiveGraph();
  const reports: unknown[] = [];
  const engine = createEngine({
    supergraph: graph.supergraph((service) => `http://${service}.test`),
    failure: (code) => ({ message: `Failed with ${code}`, extensions: { code } }),
    report: (_service, fault) => reports.push(fault),
    transport: (service) => localTransport(graph, service),
    wait: async () => undefined,
    ...options(graph),
  });
  const prepared = new Map<string, PreparedOperation>();
  const prepare = (query: string): PreparedOperation => {
    const operation = prepared.get(query) ?? engine.prepare(parse(query));
    prepared.set(query, operation);
    return operation;
  };
  return {
    graph,
    engine,
    reports,
    subscribe: async (query, more) => {
      const events = await engine.subscribe(prepare(query), requestOf(more));
      if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
      return events;
    },
  };
}

/** A request of the caller `me`. */
export function requestOf(more: Partial<SubscriptionRequest> = {}): SubscriptionRequest {
  return { context: { headers: { authorization: 'me' } }, ...more };
}

/** The next event. */
export async function next(events: SubscriptionEvents): Promise<SubscriptionEvent> {
  const { value, done } = await events.next();
  if (done) throw new Error('The subscription has ended.');
  return value;
}
