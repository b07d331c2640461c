/** A GraphQL request as it comes over HTTP, read strictly. Source: GraphQL over HTTP specification, Request. */
import { DomainError } from '../../common/errors';

export interface GraphQLRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Several operations in one request: each alone is within the limits, all of them together are not. */
export class Batched extends DomainError {
  constructor() {
    super('BAD_REQUEST', 'Send one operation in each request; a list of them is not taken');
  }
}

/** Reads the members of a POST body. Throws BAD_REQUEST naming the member that is wrong. */
export function readBody(body: unknown): GraphQLRequest {
  if (Array.isArray(body)) throw new Batched();
  if (!isObject(body))
    throw new DomainError('BAD_REQUEST', 'The body must be a JSON object with a member "query"');
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '')
    throw new DomainError('BAD_REQUEST', '"query" must be a text');
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw new DomainError('BAD_REQUEST', '"operationName" must be a text');
  }
  if (!isAbsent(variables) && !isObject(variables)) {
    throw new DomainError('BAD_REQUEST', '"variables" must be an object');
  }
  if (!isAbsent(extensions) && !isObject(extensions)) {
    throw new DomainError('BAD_REQUEST', '"extensions" must be an object');
  }
  return {
    query,
    operationName: operationName || undefined,
    variables: isObject(variables) ? variables : {},
  };
}

/** Reads the parameters of a GET; `variables` and `extensions` are JSON there. Throws BAD_REQUEST. */
export function readQuery(parameters: Readonly<Record<string, unknown>>): GraphQLRequest {
  const { variables, extensions } = parameters;
  return readBody({
    ...parameters,
    variables: parse('variables', variables),
    extensions: parse('extensions', extensions),
  });
}

function parse(name: string, text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('BAD_REQUEST', `"${name}" must be JSON`);
  }
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
