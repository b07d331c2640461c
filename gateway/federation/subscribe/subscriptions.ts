import { GraphQLError, valueFromASTUntyped } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Surroundings } from '../execute/types';
import { identityOf } from '../identity';
import type { SubscriptionPlan } from '../plan/types';
import { Prepared } from '../prepare/prepared';
import type { PreparedSubscription } from '../prepare/prepared';
import { InvalidOperation } from '../types';
import type { Engine, EngineOptions, PreparedOperation, SubscriptionRequest } from '../types';
import { setAlarm as byClock } from '../transports/alarm';
import { readVariables } from '../variables';
import { openEvents } from './events';
import type { SubscriptionParts } from './events';
import { Hub } from './hub';
import { waitAbout } from './resuming';
import { Session } from './session';
import type { Room, SessionSource } from './session';
import type { Source } from './shared-stream';

/** The subscriptions of one engine. */
export interface Subscriptions {
  readonly subscribe: Engine['subscribe'];
  readonly end: Engine['endSubscriptions'];
}

/** How many events are kept for those who are not there yet, beside those that wait for one reader. */
export interface Rooms extends Room {
  /** For all who are on their way to a shared stream together. */
  readonly recent: number;
}

const ROOMS: Rooms = { waiting: 1024, ahead: 64, recent: 128 };

/** Keeps the subscriptions of one engine, and the streams that they share. */
export function createSubscriptions(
  surroundings: Surroundings,
  { wait = waitAbout, setAlarm = byClock }: Pick<EngineOptions, 'wait' | 'setAlarm'>,
  rooms = ROOMS,
): Subscriptions {
  const hub = new Hub(rooms.recent);
  const keyOf = createKeys();
  const sessions = new Set<Session>();
  const { failure } = surroundings;
  const onEnd = (session: Session): void => void sessions.delete(session);
  const options = { room: rooms, failure, setAlarm, onEnd };
  return {
    subscribe: async (operation, request) => {
      const begun = read(surroundings, operation, request);
      if ('errors' in begun) return begun;
      const { subscription, parts, after } = begun;
      const shared: Source = {
        key: keyOf(subscription, parts),
        open: (signal) => openEvents(parts, undefined, signal, wait),
      };
      const source: SessionSource = {
        find: () => hub.find(shared),
        openOwn: (signal) => openEvents(parts, after, signal, wait),
        after,
        canMeet: parts.position.cursor !== undefined,
      };
      const session = new Session(source, request.context, options);
      sessions.add(session);
      return session.open();
    },
    end: (code) => {
      for (const session of sessions) session.fail(failure(code));
    },
  };
}

/**
 * Equal for subscriptions whose events are the same: one operation, the same values, one identity. The variable that
 * says where to begin does not count, for what comes from there on is the same for all.
 */
function createKeys(): (subscription: PreparedSubscription, parts: SubscriptionParts) => string {
  const ids = new WeakMap<PreparedSubscription, number>();
  let last = 0;
  return (subscription, { variables, context }) => {
    const id = ids.get(subscription) ?? (last += 1);
    ids.set(subscription, id);
    const values = Object.keys(variables)
      .filter((name) => name !== subscription.position.only)
      .sort()
      .map((name) => [name, variables[name]]);
    return JSON.stringify([id, values, identityOf(context)]);
  };
}

interface ReadRequest {
  readonly subscription: PreparedSubscription;
  readonly parts: SubscriptionParts;
  /** Where to begin; undefined is now. */
  readonly after: unknown;
}

interface Refused extends ExecutionResult {
  readonly errors: readonly GraphQLError[];
}

function read(
  surroundings: Surroundings,
  operation: PreparedOperation,
  request: SubscriptionRequest,
): ReadRequest | Refused {
  if (!(operation instanceof Prepared) || !operation.subscription) {
    return { errors: [new GraphQLError('The operation is no subscription that this engine has prepared.')] };
  }
  const { subscription } = operation;
  const variables = readVariables(surroundings.api, operation.variables, request.variables ?? {});
  if ('errors' in variables) return { errors: variables.errors };
  const plan = planOf(subscription, variables.given);
  if ('errors' in plan) return plan;
  const { shape, position } = subscription;
  const parts = { surroundings, plan, shape, variables: variables.given, context: request.context, position };
  const after = request.after ?? givenPosition(subscription, variables.given);
  return { subscription, parts, after: position.variable === undefined ? undefined : after };
}

/** Some plans depend on variables: what cannot be planned, or is too large, is only found out with them. */
function planOf(
  { planFor }: PreparedSubscription,
  variables: Readonly<Record<string, unknown>>,
): SubscriptionPlan | Refused {
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
