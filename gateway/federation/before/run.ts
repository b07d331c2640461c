import { getArgumentValues } from 'graphql';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { GuardedField } from '../prepare/prepared';
import { isRecord } from '../projection/places';
import type { ExecutionRequest, Failure, PreparedOperation, RequestContext } from '../types';
import type { Guard } from './guard';

/** What the guards of one field decided: variables for its hidden arguments, or a refusal. */
export type Decision =
  { readonly variables: Readonly<Record<string, unknown>> } | { readonly refusal: Failure };

/** What guards need of the engine. */
export interface GuardRunner {
  execute(operation: PreparedOperation, request: ExecutionRequest): Promise<ExecutionResult>;
  readonly failure: (code: string) => Failure;
}

type Verdict = { readonly value: unknown } | { readonly refusal: Failure };

/**
 * Asks all guards of a field with the caller's identity. They run side by side; when several refuse, the one
 * that is declared first is heard.
 */
export async function consult(
  runner: GuardRunner,
  guarded: GuardedField,
  coerced: Readonly<Record<string, unknown>>,
  context: RequestContext,
): Promise<Decision> {
  const args = getArgumentValues(guarded.definition, guarded.field.node, coerced);
  const verdicts = await Promise.all(guarded.guards.map(({ guard }) => ask(runner, guard, args, context)));
  const variables: Record<string, unknown> = {};
  for (const [index, verdict] of verdicts.entries()) {
    if ('refusal' in verdict) return verdict;
    const name = guarded.guards[index]?.variable;
    if (name !== undefined) variables[name] = verdict.value;
  }
  return { variables };
}

async function ask(
  runner: GuardRunner,
  guard: Guard,
  args: Readonly<Record<string, unknown>>,
  context: RequestContext,
): Promise<Verdict> {
  const variables: Record<string, unknown> = {};
  for (const { variable, path } of guard.variables) {
    const value = valueAt(args, path);
    if (value !== null && value !== undefined) variables[variable] = value;
  }
  const nothingToAsk = guard.variables.length > 0 && Object.keys(variables).length === 0;
  if (nothingToAsk) return { value: undefined };
  const { data, errors = [] } = await runner.execute(guard.operation, { variables, context });
  const decisive = errors.find(isDecisive) ?? errors[0];
  if (decisive) return { refusal: decisive };
  const value = data?.[guard.rootKey];
  return value === null || value === undefined ? { refusal: runner.failure(guard.orElse) } : { value };
}

/** An error that says why nothing is known at all says more than one about a detail. */
function isDecisive({ path = [], extensions }: GraphQLError): boolean {
  return path.length <= 1 || extensions['code'] === 'SERVICE_UNAVAILABLE';
}

function valueAt(args: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), args);
}
