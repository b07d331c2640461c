import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { consult } from '../before/run';
import { hold } from '../conditions';
import { Prepared } from '../prepare/prepared';
import type { Stage } from '../prepare/prepared';
import { project } from '../projection/project';
import { put } from '../projection/rules';
import type { Members } from '../projection/types';
import { InvalidOperation } from '../types';
import type { ExecutionRequest, Failure, PreparedOperation, WrittenAnswer } from '../types';
import { readVariables } from '../variables';
import { createRun } from './run';
import { executeStep } from './steps';
import type { Surroundings } from './types';

/** One execution: what all of its stages share. */
export interface Execution {
  readonly surroundings: Surroundings;
  readonly request: ExecutionRequest;
  readonly given: Readonly<Members>;
  readonly coerced: Readonly<Members>;
  readonly errors: GraphQLError[];
}

/** Executes a prepared operation, stage by stage. Never throws: what goes wrong is in the errors. */
export async function executeOperation(
  surroundings: Surroundings,
  operation: PreparedOperation,
  request: ExecutionRequest,
): Promise<ExecutionResult> {
  if (!(operation instanceof Prepared)) {
    return { errors: [new GraphQLError('The operation was not prepared by this engine.')] };
  }
  const variables = readVariables(surroundings.api, operation.variables, request.variables ?? {});
  if ('errors' in variables) return { errors: variables.errors };
  const errors: GraphQLError[] = [];
  try {
    // Whatever cannot be planned for these variables is refused before anything is done.
    for (const { planFor } of operation.stages) planFor(variables.given);
    const data = await executeStages({ surroundings, request, ...variables, errors }, operation.stages);
    return errors.length > 0 ? { errors, data } : { data };
  } catch (fault) {
    if (fault instanceof InvalidOperation) return { errors: fault.errors };
    return { errors: [...errors, internalFault(surroundings, fault)], data: null };
  }
}

/**
 * The same, written as well. Measured on answers of 90 KB: `JSON.stringify` of objects costs less than text that is put
 * together member by member.
 */
export async function answerOperation(
  surroundings: Surroundings,
  operation: PreparedOperation,
  request: ExecutionRequest,
): Promise<WrittenAnswer> {
  const result = await executeOperation(surroundings, operation, request);
  try {
    return written(result);
  } catch (fault) {
    // A scalar that a subgraph of the same process made may be something that JSON does not know.
    return written({ errors: [internalFault(surroundings, fault)], data: null });
  }
}

/** To bytes at once: a text of this size would be copied twice more on its way into the socket. */
export function written(result: ExecutionResult): WrittenAnswer {
  const body = encode(JSON.stringify(result));
  return result.errors ? { body, result } : { body };
}

/**
 * The text in UTF-8. Room for one character in eight that takes a second byte: to count the bytes first, as
 * `Buffer.from` does, costs more than to write them. A text that did not fit is counted.
 */
function encode(text: string): Buffer {
  const buffer = Buffer.allocUnsafe(text.length + (text.length >> 3) + LONGEST_CHARACTER);
  const length = buffer.write(text);
  return length > buffer.length - LONGEST_CHARACTER ? Buffer.from(text) : buffer.subarray(0, length);
}

/** In bytes. One that does not fit is left out whole. */
const LONGEST_CHARACTER = 4;

export function internalFault({ report, failure }: Surroundings, fault: unknown): GraphQLError {
  report('engine', fault);
  const { message, extensions } = failure('INTERNAL_SERVER_ERROR');
  return new GraphQLError(message, { extensions });
}

function executeStages(execution: Execution, stages: readonly Stage[]): Promise<Members | null> {
  const [first] = stages;
  return first && stages.length === 1 ? executeStage(execution, first) : executeInTurn(execution, stages);
}

/** A null that rises to the root ends the operation: stages after it are not executed. */
async function executeInTurn(execution: Execution, stages: readonly Stage[]): Promise<Members | null> {
  const data: Members = {};
  for (const stage of stages) {
    const part = await executeStage(execution, stage);
    if (part === null) return null;
    for (const name of Object.keys(part)) put(data, name, part[name]);
  }
  return data;
}

async function executeStage(execution: Execution, stage: Stage): Promise<Members | null> {
  const { surroundings, request, errors, given } = execution;
  const { context } = request;
  const { shape } = stage;
  const hidden = stage.guarded ? await consultGuards(execution, stage) : {};
  const variables = hidden ? { ...given, ...hidden } : given;
  const run = createRun({ surroundings, context, variables, data: {}, shape, errors });
  if (hidden) await executeStep(run, stage.planFor(given));
  const introspection = stage.introspection?.answer(request.variables ?? {}) ?? {};
  const { data, shared } = run;
  return project(shape, { data, introspection, variables: given, errors, shared });
}

/** The variables that the guards provide; undefined when they refuse, which is then an error of the field. */
export async function consultGuards(
  execution: Execution,
  { guarded, shape }: Stage,
): Promise<Members | undefined> {
  const { surroundings, request, errors, given, coerced } = execution;
  const [member] = guarded ? (shape.fieldsOf(shape.type) ?? []) : [];
  if (!guarded || (member?.when && !member.when.some((conditions) => hold(conditions, given)))) return {};
  const runner = {
    failure: surroundings.failure,
    execute: (operation: PreparedOperation, guardRequest: ExecutionRequest) =>
      executeOperation(surroundings, operation, guardRequest),
  };
  const decision = await consult(runner, guarded, coerced, request.context);
  if ('variables' in decision) return decision.variables;
  errors.push(refusal(decision.refusal, member?.names[0] ?? guarded.field.responseKey));
  return undefined;
}

function refusal({ message, extensions }: Failure, key: string): GraphQLError {
  return new GraphQLError(message, { path: [key], extensions });
}
