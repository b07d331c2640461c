import type { GraphQLError } from 'graphql';
import { Prepared } from '../prepare/prepared';
import type { Stage } from '../prepare/prepared';
import { projectInitial } from '../projection/deferred';
import type { DeferredShape } from '../projection/deferred';
import { put } from '../projection/rules';
import type { Members } from '../projection/types';
import type { Step } from '../plan/types';
import { Stop } from '../stop';
import { InvalidOperation } from '../types';
import type { AnswerInParts, ExecutionRequest, PreparedOperation, WrittenAnswer } from '../types';
import { readVariables } from '../variables';
import { Deferral } from './deferral';
import { Delivery } from './delivery';
import { answerOperation, consultGuards, internalFault, written } from './operation';
import type { Execution } from './operation';
import { createRun } from './run';
import { executeStep } from './steps';
import type { Surroundings } from './types';

/**
 * Executes an operation whose answer comes in parts: one execution, of which what is not deferred is answered as soon
 * as it is there. Never throws: what goes wrong is in the errors.
 */
export async function answerInParts(
  surroundings: Surroundings,
  operation: PreparedOperation,
  request: ExecutionRequest,
): Promise<WrittenAnswer | AnswerInParts> {
  if (!(operation instanceof Prepared) || !operation.isDeferring) {
    return answerOperation(surroundings, operation, request);
  }
  const variables = readVariables(surroundings.api, operation.variables, request.variables ?? {});
  if ('errors' in variables) return written({ errors: variables.errors });
  const { context } = request;
  const stop = Stop.with(context.signal);
  const errors: GraphQLError[] = [];
  const stoppable = { ...request, context: { ...context, signal: stop } };
  const execution = { surroundings, request: stoppable, ...variables, errors };
  const delivery = new Delivery(execution, stop);
  try {
    return await answerStages(execution, operation.stages, delivery);
  } catch (fault) {
    stop.abort(fault);
    if (fault instanceof InvalidOperation) return written({ errors: fault.errors });
    return written({ errors: [...errors, internalFault(surroundings, fault)], data: null });
  }
}

async function answerStages(
  execution: Execution,
  stages: readonly Stage[],
  delivery: Delivery,
): Promise<WrittenAnswer | AnswerInParts> {
  const data: Members = {};
  for (const stage of stages) {
    const members = await answerStage(execution, stage, delivery);
    if (!members) return delivery.without(null);
    for (const name of Object.keys(members)) put(data, name, members[name]);
  }
  return delivery.isEmpty ? delivery.without(data) : delivery.after(data);
}

/** Each place is written for itself: what comes later is noted for each. */
const NOTHING: ReadonlySet<object> = new Set();

/** What a stage answers at once; what it defers is left to the delivery. Null when a null rose to the root. */
async function answerStage(execution: Execution, stage: Stage, delivery: Delivery): Promise<Members | null> {
  const { surroundings, request, errors, given } = execution;
  const { context } = request;
  const { shape } = stage;
  const hidden = stage.guarded ? await consultGuards(execution, stage) : {};
  const variables = hidden ? { ...given, ...hidden } : given;
  const { step, shown } = stage.deferring?.(given) ?? atOnce(execution, stage);
  const deferral = new Deferral((fault) => surroundings.report('engine', fault));
  const run = createRun({ surroundings, context, variables, data: {}, shape, errors, deferral });
  if (hidden) await executeStep(run, step);
  const introspection = stage.introspection?.answer(request.variables ?? {}) ?? {};
  const input = { data: run.data, introspection, variables: given, errors, shared: NOTHING };
  const initial = projectInitial(shown, input);
  delivery.add({ deferral, shown, input }, initial);
  return initial.members;
}

/** A stage of which nothing is deferred, beside others of which something is. */
function atOnce(
  { given }: Execution,
  { planFor, shape }: Stage,
): { step: Step | undefined; shown: DeferredShape } {
  return { step: planFor(given), shown: { shape, hanging: new WeakMap() } };
}
