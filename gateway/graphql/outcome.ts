/** What a request comes to: a GraphQL answer, and its status for clients that want meaningful ones. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError, ERRORS } from '../../common/errors';
import { InvalidOperation, type WrittenAnswer } from '../federation';

export interface Outcome {
  readonly status: number;
  /** Undefined where all went well. */
  readonly result?: Result | undefined;
  /** The result as JSON, where it is written already. */
  readonly body?: Buffer | undefined;
  /** Nothing that GraphQL could answer: the status counts for every client. */
  readonly isOutside: boolean;
}

export interface Result {
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[];
  /** Undefined where nothing was executed. */
  readonly data?: unknown;
}

/** Faults without any data mean that execution never began: that is a bad request, not a partial answer. */
export function executed({ result, body }: WrittenAnswer): Outcome {
  return { status: result && result.data === undefined ? 400 : 200, result, body, isOutside: false };
}

/** A request that did not get as far as an answer of the graph. */
export function failed(fault: unknown): Outcome {
  if (fault instanceof InvalidOperation) {
    const errors = fault.errors.map((error) => format(error, 'GRAPHQL_VALIDATION_FAILED'));
    return { status: 400, result: { errors }, isOutside: false };
  }
  const { message, code, extensions } =
    fault instanceof DomainError ? fault : new DomainError('INTERNAL_SERVER_ERROR');
  const { status } = ERRORS[code];
  // The operation that takes too long was a good one.
  return { status, result: { errors: [{ message, extensions }] }, isOutside: code !== 'REQUEST_TIMEOUT' };
}

function format(error: GraphQLError, code: string): GraphQLFormattedError {
  const { extensions, ...rest } = error.toJSON();
  return { ...rest, extensions: { code, ...extensions } };
}

/** The outcome as a client reads it. */
export const bodyOf = ({ result, body }: Outcome): Buffer | string => body ?? JSON.stringify(result);

/** Names that a client has not asked for are nobody's business in production. */
export function withoutSuggestions(outcome: Outcome): Outcome {
  const { errors, ...data } = outcome.result ?? {};
  if (!errors) return outcome;
  const bare = errors.map((error) => {
    const told = error instanceof GraphQLError ? error.toJSON() : error;
    return { ...told, message: told.message.replace(SUGGESTION, '') };
  });
  return { ...outcome, result: { errors: bare, ...data }, body: undefined };
}

const SUGGESTION = / Did you mean .+\?$/s;
