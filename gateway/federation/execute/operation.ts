import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { consult } from '../before/run';
import { hold } from '../conditions';
import { Prepared } from '../prepare/prepared';
import type { Stage } from '../prepare/prepared';
import { project } from '../projection/project';
import type { ExecutionRequest, Failure, PreparedOperation } from '../types';
import { readVariables } from '../variables';
import { Run } from './run';
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
    const data = await executeStages({ surroundings, request, ...variables, errors }, operation.stages);
    return errors.length > 0 ? { errors, data } : { data };
  } catch (fault) {
    surroundings.report('engine', fault);
    const { message, extensions } = surroundings.failure('INTERNAL_SERVER_ERROR');
    return { errors: [...errors, new GraphQLError(message, { extensions })], data: null };
  }
}

/** A null that rises to the root ends the operation: stages after it are not executed. */
async function executeStages(execution: Execution, stages: readonly Stage[]): Promise<Members | null> {
  const answer = Object.create(null) as Members;
  for (const stage of stages) {
    const members = await executeStage(execution, stage);
    if (!members) return null;
    Object.assign(answer, members);
  }
  return answer;
}

async function executeStage(execution: Execution, stage: Stage): Promise<Members | null> {
  const { surroundings, request, errors, given } = execution;
  const data: Members = {};
  const hidden = await consultGuards(execution, stage);
  if (hidden) {
    const variables = { ...given, ...hidden };
    const { context } = request;
    const run = new Run({ surroundings, context, variables, data, shape: stage.shape, errors });
    await executeStep(run, stage.planFor(given));
  }
  const introspection = stage.introspection?.answer(request.variables ?? {}) ?? {};
  return project(stage.shape, { data, introspection, variables: given, errors });
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
