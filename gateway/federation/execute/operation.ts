import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { consult } from '../before/run';
import { hold } from '../conditions';
import { Prepared } from '../prepare/prepared';
import type { Stage } from '../prepare/prepared';
import type { ProjectionInput } from '../projection/completion';
import { project } from '../projection/project';
import { projectText } from '../projection/text';
import type { ObjectShape } from '../projection/types';
import { InvalidOperation } from '../types';
import type { ExecutionRequest, Failure, PreparedOperation, TextAnswer } from '../types';
import { readVariables } from '../variables';
import { createRun } from './run';
import { executeStep } from './steps';
import type { Surroundings } from './types';

type Members = Record<string, unknown>;

/** One execution: what all of its stages share. */
interface Execution {
  readonly surroundings: Surroundings;
  readonly request: ExecutionRequest;
  readonly given: Readonly<Members>;
  readonly coerced: Readonly<Members>;
  readonly errors: GraphQLError[];
}

/** How the data of an answer are written: what a stage contributes, and what the stages are together. */
interface Form<Part, Whole> {
  /** Undefined when a null rose to the root. */
  readonly part: (shape: ObjectShape, input: ProjectionInput) => Part | undefined;
  readonly whole: (parts: readonly Part[]) => Whole;
}

const OBJECTS: Form<Members, Members> = {
  part: (shape, input) => project(shape, input) ?? undefined,
  whole: (parts) => Object.assign(Object.create(null) as Members, ...parts) as Members,
};

const TEXT: Form<string, string> = {
  part: projectText,
  whole: (parts) => `{${parts.filter((part) => part !== '').join(',')}}`,
};

/** Executes a prepared operation, stage by stage. Never throws: what goes wrong is in the errors. */
export function executeOperation(
  surroundings: Surroundings,
  operation: PreparedOperation,
  request: ExecutionRequest,
): Promise<ExecutionResult> {
  return execute(surroundings, operation, request, OBJECTS);
}

/** The same, with the data as JSON text. */
export async function answerOperation(
  surroundings: Surroundings,
  operation: PreparedOperation,
  request: ExecutionRequest,
): Promise<TextAnswer> {
  const isPlain = operation instanceof Prepared && operation.isPlain;
  const { data, errors } = isPlain
    ? await execute(surroundings, operation, request, TEXT)
    : asText(await execute(surroundings, operation, request, OBJECTS));
  return { ...(errors && { errors }), ...(data !== undefined && { data: data ?? 'null' }) };
}

interface Result<Whole> {
  readonly errors?: readonly GraphQLError[];
  /** Undefined when nothing was executed. */
  readonly data?: Whole | null;
}

function asText({ data, ...result }: Result<Members>): Result<string> {
  return data === undefined ? result : { ...result, data: JSON.stringify(data) };
}

async function execute<Part, Whole>(
  surroundings: Surroundings,
  operation: PreparedOperation,
  request: ExecutionRequest,
  form: Form<Part, Whole>,
): Promise<Result<Whole>> {
  if (!(operation instanceof Prepared)) {
    return { errors: [new GraphQLError('The operation was not prepared by this engine.')] };
  }
  const variables = readVariables(surroundings.api, operation.variables, request.variables ?? {});
  if ('errors' in variables) return { errors: variables.errors };
  const errors: GraphQLError[] = [];
  try {
    // Whatever cannot be planned for these variables is refused before anything is done.
    for (const { planFor } of operation.stages) planFor(variables.given);
    const data = await executeStages({ surroundings, request, ...variables, errors }, operation.stages, form);
    return errors.length > 0 ? { errors, data } : { data };
  } catch (fault) {
    if (fault instanceof InvalidOperation) return { errors: fault.errors };
    surroundings.report('engine', fault);
    const { message, extensions } = surroundings.failure('INTERNAL_SERVER_ERROR');
    return { errors: [...errors, new GraphQLError(message, { extensions })], data: null };
  }
}

/** A null that rises to the root ends the operation: stages after it are not executed. */
async function executeStages<Part, Whole>(
  execution: Execution,
  stages: readonly Stage[],
  form: Form<Part, Whole>,
): Promise<Whole | null> {
  const parts: Part[] = [];
  for (const stage of stages) {
    const part = await executeStage(execution, stage, form);
    if (part === undefined) return null;
    parts.push(part);
  }
  return form.whole(parts);
}

async function executeStage<Part>(
  execution: Execution,
  stage: Stage,
  form: Form<Part, unknown>,
): Promise<Part | undefined> {
  const { surroundings, request, errors, given } = execution;
  const { context } = request;
  const { shape } = stage;
  const hidden = stage.guarded ? await consultGuards(execution, stage) : {};
  const variables = hidden ? { ...given, ...hidden } : given;
  const run = createRun({ surroundings, context, variables, data: {}, shape, errors });
  if (hidden) await executeStep(run, stage.planFor(given));
  const introspection = stage.introspection?.answer(request.variables ?? {}) ?? {};
  const { data, shared } = run;
  return form.part(shape, { data, introspection, variables: given, errors, shared });
}

/** The variables that the guards provide; undefined when they refuse, which is then an error of the field. */
async function consultGuards(execution: Execution, { guarded, shape }: Stage): Promise<Members | undefined> {
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
