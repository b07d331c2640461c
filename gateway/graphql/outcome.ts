/** What a request comes to: a GraphQL answer, and its status for clients that want meaningful ones. */
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { DomainError, ERRORS } from '../../common/errors';
import { InvalidOperation, LimitExceeded } from '../federation';

export interface Outcome {
  readonly status: number;
  readonly result: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };
  /** Nothing that GraphQL could answer: the status counts for every client. */
  readonly isOutside: boolean;
}

/** Faults without any data mean that execution never began: that is a bad request, not a partial answer. */
export function executed({ data, errors }: ExecutionResult): Outcome {
  const told = errors && errors.length > 0 ? { errors: errors.map((error) => format(error)) } : {};
  const result = { ...told, ...(data === undefined ? {} : { data }) };
  return { status: data === undefined ? 400 : 200, result, isOutside: false };
}

/** A request that did not get as far as an answer of the graph. */
export function failed(fault: unknown): Outcome {
  if (fault instanceof InvalidOperation) {
    const code =
      fault instanceof LimitExceeded ? 'OPERATION_LIMIT_EXCEEDED' : ('GRAPHQL_VALIDATION_FAILED' as const);
    const errors = fault.errors.map((error) => format(error, code));
    return { status: 400, result: { errors }, isOutside: false };
  }
  const { message, code, extensions } =
    fault instanceof DomainError ? fault : new DomainError('INTERNAL_SERVER_ERROR');
  const { status } = ERRORS[code];
  // The operation that takes too long was a good one.
  return { status, result: { errors: [{ message, extensions }] }, isOutside: code !== 'REQUEST_TIMEOUT' };
}

function format(error: GraphQLError, code?: string): GraphQLFormattedError {
  const { extensions, ...rest } = error.toJSON();
  const all = { ...(code ? { code } : {}), ...extensions };
  return Object.keys(all).length > 0 ? { ...rest, extensions: all } : rest;
}

/** Names that a client has not asked for are nobody's business in production. */
export function withoutSuggestions(outcome: Outcome): Outcome {
  const { errors, ...rest } = outcome.result;
  if (!errors) return outcome;
  const bare = errors.map((error) => ({ ...error, message: error.message.replace(SUGGESTION, '') }));
  return { ...outcome, result: { errors: bare, ...rest } };
}

const SUGGESTION = / Did you mean .+\?$/s;
