import type { GraphQLError } from 'graphql';
import { executeStep } from '../execute/steps';
import { createRun } from '../execute/run';
import type { Surroundings } from '../execute/types';
import type { SubscriptionPlan } from '../plan/types';
import { project } from '../projection/project';
import type { ObjectShape } from '../projection/types';
import type { RequestContext, SubgraphResponse, SubscriptionEvent } from '../types';

/** What all events of one subscription share. */
export interface EventExecution {
  readonly surroundings: Surroundings;
  readonly context: RequestContext;
  readonly plan: SubscriptionPlan;
  readonly shape: ObjectShape;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Makes the answer of one event: what the primary has sent is merged as if it had just been fetched, then the
 * rest of the plan runs for this event alone, with the subscriber's identity.
 */
export async function executeEvent(
  { surroundings, context, plan, shape, variables }: EventExecution,
  answer: () => Promise<SubgraphResponse>,
): Promise<SubscriptionEvent> {
  const errors: GraphQLError[] = [];
  const facts = { surroundings, context, variables, data: {}, shape, errors };
  const run = createRun(facts);
  const transports = new Map([[plan.primary.service, { execute: answer }]]);
  await executeStep(createRun({ ...facts, surroundings: { ...surroundings, transports } }), plan.primary);
  await executeStep(run, plan.rest);
  const data = project(shape, { data: run.data, introspection: {}, variables, errors, shared: run.shared });
  return errors.length > 0 ? { errors, data } : { data };
}

/** Whether it is no event and tells only where the stream stands. */
export const isPosition = ({ data, errors }: SubscriptionEvent): boolean =>
  data === undefined && errors === undefined;
