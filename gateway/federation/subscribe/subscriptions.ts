import { GraphQLError, valueFromASTUntyped } from 'graphql';
import type { Surroundings } from '../execute/types';
import { Prepared } from '../prepare/prepared';
import type { PreparedSubscription } from '../prepare/prepared';
import type { Engine, EngineOptions, PreparedOperation, SubscriptionRequest, TextAnswer } from '../types';
import { readVariables } from '../variables';
import { waitAbout } from './resuming';
import { Session } from './session';
import { Upstreams } from './upstreams';

/** The subscriptions of one engine. */
export interface Subscriptions {
  readonly subscribe: Engine['subscribe'];
  readonly end: Engine['endSubscriptions'];
}

/** Keeps the subscriptions of one engine, and the streams that they share. */
export function createSubscriptions(
  surroundings: Surroundings,
  { wait = waitAbout }: Pick<EngineOptions, 'wait'>,
): Subscriptions {
  const upstreams = new Upstreams(surroundings, wait);
  const sessions = new Set<Session>();
  return {
    subscribe: async (operation, request) => {
      const begun = begin(surroundings, upstreams, operation, request);
      if (!(begun instanceof Session)) return begun;
      sessions.add(begun);
      return begun.open(() => sessions.delete(begun));
    },
    end: (code) => {
      for (const session of sessions) session.end(surroundings.failure(code));
    },
  };
}

function begin(
  surroundings: Surroundings,
  upstreams: Upstreams,
  operation: PreparedOperation,
  request: SubscriptionRequest,
): Session | TextAnswer {
  if (!(operation instanceof Prepared) || !operation.subscription) {
    return { errors: [new GraphQLError('The operation is no subscription that this engine has prepared.')] };
  }
  const { subscription } = operation;
  const variables = readVariables(surroundings.api, operation.variables, request.variables ?? {});
  if ('errors' in variables) return { errors: variables.errors };
  const plan = subscription.planFor(variables.given);
  if (!plan) return { errors: [new GraphQLError('No subgraph can answer this operation.')] };
  return new Session(upstreams, {
    surroundings,
    plan,
    shape: subscription.shape,
    variables: variables.given,
    context: request.context,
    position: subscription.position,
    after: request.after ?? givenPosition(subscription, variables.given),
  });
}

/** What the client itself says about where to begin; null says nothing. */
function givenPosition(
  { position }: PreparedSubscription,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  return position.given ? (valueFromASTUntyped(position.given, { ...variables }) ?? undefined) : undefined;
}
