import type { GraphQLError } from 'graphql';
import type { DeferStep, FetchStep } from '../plan/types';
import type { ObjectShape } from '../projection/types';
import type { RequestContext, SubgraphResponse } from '../types';
import { EntityLoader } from './entities';
import type { Send } from './entities';
import type { DataObject, Surroundings } from './types';

/** What one execution of one plan is about. */
export interface RunFacts {
  readonly surroundings: Surroundings;
  readonly context: RequestContext;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the answer is made of; fetches merge into it in place. */
  readonly data: DataObject;
  /** The shape of the answer: tells at which paths the caller sees an error. */
  readonly shape: ObjectShape;
  readonly errors: GraphQLError[];
  /** Begins what the plan defers; absent where an answer is given at once. */
  readonly deferral?: Defers | undefined;
}

/** Who is told of the steps that only plans with deferred parts have. */
export interface Defers {
  /** Runs the primary part; the others are begun as what they wait for arrives. */
  begin(run: Run, step: DeferStep): Promise<void>;
  reach(milestone: string): void;
}

/** One execution of one plan. */
export interface Run extends RunFacts {
  readonly entities: EntityLoader;
  /** Objects that stand at several places of the data. */
  readonly shared: Set<DataObject>;
}

export function createRun(facts: RunFacts): Run {
  const send: Send = (fetch, extra) => ask(facts, fetch, extra);
  const entities = new EntityLoader(send, facts.surroundings.failure('SERVICE_UNAVAILABLE'));
  const { surroundings, context, variables, data, shape, errors, deferral } = facts;
  return { surroundings, context, variables, data, shape, errors, deferral, entities, shared: new Set() };
}

/** Asks one subgraph; undefined when there is no answer. */
export async function ask(
  { surroundings, context, variables: given }: RunFacts,
  fetch: FetchStep,
  extra: DataObject,
): Promise<SubgraphResponse | undefined> {
  const { transports, report } = surroundings;
  const variables: DataObject = {};
  for (const name of fetch.variables) {
    if (given[name] !== undefined) variables[name] = given[name];
  }
  try {
    context.signal?.throwIfAborted();
    return await transports.get(fetch.service)?.execute({
      service: fetch.service,
      kind: fetch.operation,
      query: fetch.query,
      document: fetch.document,
      operationName: fetch.operationName,
      variables: Object.assign(variables, extra),
      context,
    });
  } catch (fault) {
    // That a caller went away is no fault of the service.
    if (!context.signal?.aborted) report(fetch.service, fault);
    return undefined;
  }
}
