import type { GraphQLError } from 'graphql';
import type { FetchStep } from '../plan/types';
import type { ObjectShape } from '../projection/types';
import type { RequestContext, SubgraphResponse } from '../types';
import { EntityLoader } from './entities';
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
}

/** One execution of one plan. */
export class Run implements RunFacts {
  readonly surroundings: Surroundings;
  readonly context: RequestContext;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: DataObject;
  readonly shape: ObjectShape;
  readonly errors: GraphQLError[];
  readonly entities: EntityLoader;
  /** Objects that stand at several places of the data. */
  readonly shared = new Set<DataObject>();

  constructor(facts: RunFacts) {
    this.surroundings = facts.surroundings;
    this.context = facts.context;
    this.variables = facts.variables;
    this.data = facts.data;
    this.shape = facts.shape;
    this.errors = facts.errors;
    const send = (fetch: FetchStep, extra: DataObject): Promise<SubgraphResponse | undefined> =>
      this.send(fetch, extra);
    this.entities = new EntityLoader(send, this.surroundings.failure('SERVICE_UNAVAILABLE'));
  }

  /** Asks one subgraph; undefined when there is no answer. */
  async send(fetch: FetchStep, extra: DataObject): Promise<SubgraphResponse | undefined> {
    const { transports, report } = this.surroundings;
    const variables: DataObject = {};
    for (const name of fetch.variables) {
      if (this.variables[name] !== undefined) variables[name] = this.variables[name];
    }
    try {
      this.context.signal?.throwIfAborted();
      return await transports.get(fetch.service)?.execute({
        service: fetch.service,
        kind: fetch.operation,
        query: fetch.query,
        document: fetch.document,
        operationName: fetch.operationName,
        variables: Object.assign(variables, extra),
        context: this.context,
      });
    } catch (fault) {
      // That a caller went away is no fault of the service.
      if (!this.context.signal?.aborted) report(fetch.service, fault);
      return undefined;
    }
  }
}
