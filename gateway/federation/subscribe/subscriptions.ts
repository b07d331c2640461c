import { GraphQLError, valueFromASTUntyped } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Surroundings } from '../execute/types';
import type { SubscriptionPlan } from '../plan/types';
import { Prepared } from '../prepare/prepared';
import type { PreparedSubscription } from '../prepare/prepared';
import { InvalidOperation } from '../types';
import type { Engine, EngineOptions, PreparedOperation, SubscriptionRequest } from '../types';
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
): Session | ExecutionResult {
  if (!(operation instanceof Prepared) || !operation.subscription) {
    return { errors: [new GraphQLError('The operation is no subscription that this engine has prepared.')] };
  }
  const { subscription } = operation;
  const variables = readVariables(surroundings.api, operation.variables, request.variables ?? {});
  if ('errors' in variables) return { errors: variables.errors };
  const plan = planOf(subscription, variables.given);
  if ('errors' in plan) return plan;
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

/** Some plans depend on variables: what cannot be planned, or is too large, is only found out with them. */
function planOf(
  { planFor }: PreparedSubscription,
  variables: Readonly<Record<string, unknown>>,
): SubscriptionPlan | (ExecutionResult & { readonly errors: readonly GraphQLError[] }) {
  try {
    return planFor(variables) ?? { errors: [new GraphQLError('No subgraph can answer this operation.')] };
  } catch (fault) {
    if (fault instanceof InvalidOperation) return { errors: fault.errors };
    throw fault;
  }
}

/** What the client itself says about where to begin; null says nothing. */
function givenPosition(
  { position }: PreparedSubscription,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  return position.given ? (valueFromASTUntyped(position.given, { ...variables }) ?? undefined) : undefined;
}
