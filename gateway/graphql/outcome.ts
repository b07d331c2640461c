/** What a request comes to: a GraphQL answer, and its status for clients that want meaningful ones. */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { DomainError, ERRORS } from '../../common/errors';
import { InvalidOperation, type TextAnswer } from '../federation';

export interface Outcome {
  readonly status: number;
  /** As JSON; undefined where nothing was executed. */
  readonly data?: string | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  /** Nothing that GraphQL could answer: the status counts for every client. */
  readonly isOutside: boolean;
}

/** Faults without any data mean that execution never began: that is a bad request, not a partial answer. */
export function executed({ data, errors }: TextAnswer): Outcome {
  const told = errors?.map((error) => error.toJSON());
  return { status: data === undefined ? 400 : 200, data, errors: told, isOutside: false };
}

/** A request that did not get as far as an answer of the graph. */
export function failed(fault: unknown): Outcome {
  if (fault instanceof InvalidOperation) {
    const errors = fault.errors.map((error) => format(error, 'GRAPHQL_VALIDATION_FAILED'));
    return { status: 400, errors, isOutside: false };
  }
  const { message, code, extensions } =
    fault instanceof DomainError ? fault : new DomainError('INTERNAL_SERVER_ERROR');
  const { status } = ERRORS[code];
  // The operation that takes too long was a good one.
  return { status, errors: [{ message, extensions }], isOutside: code !== 'REQUEST_TIMEOUT' };
}

function format(error: GraphQLError, code: string): GraphQLFormattedError {
  const { extensions, ...rest } = error.toJSON();
  return { ...rest, extensions: { code, ...extensions } };
}

/** The outcome as a client reads it. */
export function textOf({ data, errors }: Outcome): string {
  const members = [
    ...(errors ? [`"errors":${JSON.stringify(errors)}`] : []),
    ...(data === undefined ? [] : [`"data":${data}`]),
  ];
  return `{${members.join(',')}}`;
}

/** Names that a client has not asked for are nobody's business in production. */
export function withoutSuggestions(outcome: Outcome): Outcome {
  const { errors } = outcome;
  if (!errors) return outcome;
  const bare = errors.map((error) => ({ ...error, message: error.message.replace(SUGGESTION, '') }));
  return { ...outcome, errors: bare };
}

const SUGGESTION = / Did you mean .+\?$/s;
