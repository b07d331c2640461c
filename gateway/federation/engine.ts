import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Guards } from './before/guard';
import { compileGuards } from './before/compile';
import { answerInParts } from './execute/incremental';
import { answerOperation, executeOperation, written } from './execute/operation';
import type { Surroundings } from './execute/types';
import { createApolloPlanner } from './plan/planner';
import { createPrepare } from './prepare/prepare';
import { createSubscriptions } from './subscribe/subscriptions';
import { checkByScalars } from './scalars';
import { readSupergraph } from './supergraph';
import type { Engine, EngineOptions } from './types';

/** Creates the engine of one supergraph; throws when the supergraph or one of its `@before` is faulty. */
export function createEngine(options: EngineOptions): Engine {
  const supergraph = readSupergraph(options.supergraph);
  const { api, full, source, services } = supergraph;
  checkByScalars(api, options.scalars ?? {});
  let guards: Guards = new Map();
  const prepare = createPrepare({ supergraph, planner: createApolloPlanner(source), guards: () => guards });
  guards = compileGuards({ api, full }, prepare);
  const surroundings: Surroundings = {
    api,
    schema: full,
    transports: new Map(services.map(({ name, url }) => [name, options.transport(name, url)])),
    failure: options.failure,
    report: options.report ?? (() => undefined),
  };
  const subscriptions = createSubscriptions(surroundings, options);
  return {
    schema: api,
    supergraph: full,
    prepare,
    execute: async (operation, request) =>
      operation.kind === OperationTypeNode.SUBSCRIPTION
        ? { errors: [notOnce()] }
        : executeOperation(surroundings, operation, request),
    answer: (operation, request) =>
      operation.kind === OperationTypeNode.SUBSCRIPTION
        ? Promise.resolve(written({ errors: [notOnce()] }))
        : answerOperation(surroundings, operation, request),
    answerInParts: (operation, request) =>
      operation.kind === OperationTypeNode.SUBSCRIPTION
        ? Promise.resolve(written({ errors: [notOnce()] }))
        : answerInParts(surroundings, operation, request),
    subscribe: subscriptions.subscribe,
    endSubscriptions: subscriptions.end,
  };
}

const notOnce = (): GraphQLError =>
  new GraphQLError('A subscription is answered event by event; this answers once.');
