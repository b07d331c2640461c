import { GraphQLError } from 'graphql';
import { Prepared } from '../prepare/prepared';
import type { Stage } from '../prepare/prepared';
import { projectInitial } from '../projection/deferred';
import type { DeferredShape } from '../projection/deferred';
import type { Step } from '../plan/types';
import type { AnswerInParts, ExecutionRequest, PreparedOperation, TextAnswer } from '../types';
import { readVariables } from '../variables';
import { Deferral } from './deferral';
import { Delivery } from './delivery';
import { answerOperation, consultGuards } from './operation';
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
): Promise<TextAnswer | AnswerInParts> {
  if (!(operation instanceof Prepared) || !operation.isDeferring) {
    return answerOperation(surroundings, operation, request);
  }
  const variables = readVariables(surroundings.api, operation.variables, request.variables ?? {});
  if ('errors' in variables) return { errors: variables.errors };
  const stop = new AbortController();
  const { context } = request;
  const signal = context.signal ? AbortSignal.any([context.signal, stop.signal]) : stop.signal;
  const errors: GraphQLError[] = [];
  const stoppable = { ...request, context: { ...context, signal } };
  const execution = { surroundings, request: stoppable, ...variables, errors };
  const delivery = new Delivery(execution, stop, signal);
  try {
    return await answerStages(execution, operation.stages, delivery);
  } catch (fault) {
    stop.abort();
    surroundings.report('engine', fault);
    const { message, extensions } = surroundings.failure('INTERNAL_SERVER_ERROR');
    return { errors: [...errors, new GraphQLError(message, { extensions })], data: 'null' };
  }
}

async function answerStages(
  execution: Execution,
  stages: readonly Stage[],
  delivery: Delivery,
): Promise<TextAnswer | AnswerInParts> {
  const texts: string[] = [];
  for (const stage of stages) {
    const text = await answerStage(execution, stage, delivery);
    if (text === undefined) return delivery.without('null');
    if (text !== '') texts.push(text);
  }
  const data = `{${texts.join(',')}}`;
  return delivery.isEmpty ? delivery.without(data) : delivery.after(data);
}

/** What a stage answers at once; what it defers is left to the delivery. Undefined when a null rose to the root. */
async function answerStage(
  execution: Execution,
  stage: Stage,
  delivery: Delivery,
): Promise<string | undefined> {
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
  const input = { data: run.data, introspection, variables: given, errors };
  const written = projectInitial(shown, input);
  delivery.add({ deferral, shown, input }, written);
  return written.text;
}

/** A stage of which nothing is deferred, beside others of which something is. */
function atOnce(
  { given }: Execution,
  { planFor, shape }: Stage,
): { step: Step | undefined; shown: DeferredShape } {
  return { step: planFor(given), shown: { shape, hanging: new WeakMap() } };
}
