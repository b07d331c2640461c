/**
 * /graphql: GraphQL over HTTP, GET and POST, on top of the engine.
 * Source: GraphQL over HTTP specification; interface.md, Addresses.
 */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, type GraphQLFormattedError, GraphQLError } from 'graphql';
import { DomainError, ERRORS } from '../../common/errors';
import { InvalidOperation, type Engine, type OperationCache, type PreparedOperation } from '../federation';
import { GRAPHQL_RESPONSE, negotiate, type ResponseType } from './negotiation';
import { type GraphQLRequest, readBody, readQuery } from './request';

export interface GraphQLDoor {
  readonly engine: Engine;
  readonly operations: OperationCache;
  /** The headers for the subgraphs. Throws UNAUTHORIZED or FORBIDDEN for an identity that is not valid. */
  readonly forward: (request: FastifyRequest) => Promise<Readonly<Record<string, string>>>;
}

/** A GraphQL answer and its status for clients that want meaningful ones. */
interface Outcome {
  readonly status: number;
  readonly result: { readonly data?: unknown; readonly errors?: readonly GraphQLFormattedError[] };
  /** The request never reached GraphQL: its status counts for every client. */
  readonly isMalformed?: boolean;
}

export function graphqlPlugin(door: GraphQLDoor): FastifyPluginAsync {
  return async (app) => {
    app.setErrorHandler((fault: unknown, _request, reply) => {
      const { statusCode = 500 } = fault as { statusCode?: number };
      const code =
        statusCode === 415
          ? 'UNSUPPORTED_MEDIA_TYPE'
          : statusCode === 413
            ? 'PAYLOAD_TOO_LARGE'
            : 'BAD_REQUEST';
      const error = statusCode < 500 ? new DomainError(code) : fault;
      return answer(reply, typeOf(reply.request), failed(error));
    });
    app.post('/graphql', (request, reply) => serve(door, request, reply, () => readBody(request.body)));
    app.get('/graphql', (request, reply) =>
      serve(door, request, reply, () => readQuery(request.query as Record<string, unknown>)),
    );
    // In front of the body: nobody reads what nobody wants. OPTIONS is answered before routes are looked at.
    const refuse = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
      answer(reply.header('allow', 'GET, HEAD, POST'), typeOf(request), failed(notAllowed()));
    app.route({ method: OTHER_METHODS, url: '/graphql', onRequest: refuse, handler: refuse });
  };
}

const OTHER_METHODS = ['PUT', 'PATCH', 'DELETE'];

const notAllowed = (message = 'Send queries by GET or POST, everything else by POST'): DomainError =>
  new DomainError('METHOD_NOT_ALLOWED', message);

const typeOf = ({ headers }: FastifyRequest): ResponseType => negotiate(headers.accept) ?? GRAPHQL_RESPONSE;

async function serve(
  door: GraphQLDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  read: () => GraphQLRequest,
): Promise<FastifyReply> {
  const type = negotiate(request.headers.accept);
  if (type === undefined)
    return reply.code(406).send({ errors: [{ message: `Accept ${GRAPHQL_RESPONSE}` }] });
  const outcome = await run(door, request, reply, read).catch(failed);
  return answer(reply, type, outcome);
}

async function run(
  { engine, operations, forward }: GraphQLDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  read: () => GraphQLRequest,
): Promise<Outcome> {
  const headers = await forward(request);
  const { query, operationName, variables } = read();
  const operation = operations.prepare(query, operationName);
  if (request.method === 'GET' && operation.kind !== 'query') return wrongMethod(reply, operation);
  const result = await engine.execute(operation, { variables, context: { headers } });
  return { status: statusOf(result), result: present(result) };
}

function wrongMethod(reply: FastifyReply, { kind }: PreparedOperation): Outcome {
  reply.header('allow', 'POST');
  return failed(notAllowed(`Send a ${kind} by POST`));
}

/** Faults without any data mean that execution never began: that is a bad request, not a partial answer. */
const statusOf = ({ data }: ExecutionResult): number => (data === undefined ? 400 : 200);

const present = ({ data, errors }: ExecutionResult): Outcome['result'] => ({
  ...(errors && errors.length > 0 ? { errors: errors.map((error) => format(error)) } : {}),
  ...(data === undefined ? {} : { data }),
});

/** A request that did not get as far as an execution. */
function failed(fault: unknown): Outcome {
  if (fault instanceof InvalidOperation) {
    return {
      status: 400,
      result: { errors: fault.errors.map((error) => format(error, 'GRAPHQL_VALIDATION_FAILED')) },
    };
  }
  if (fault instanceof GraphQLError) {
    return { status: 400, result: { errors: [format(fault, 'GRAPHQL_PARSE_FAILED')] } };
  }
  const error = fault instanceof DomainError ? fault : new DomainError('INTERNAL_SERVER_ERROR');
  const errors = [{ message: error.message, extensions: error.extensions }];
  return { status: ERRORS[error.code].status, result: { errors }, isMalformed: true };
}

function format(error: GraphQLError, code?: string): GraphQLFormattedError {
  const { extensions, ...rest } = error.toJSON();
  const all = { ...(code ? { code } : {}), ...extensions };
  return Object.keys(all).length > 0 ? { ...rest, extensions: all } : rest;
}

function answer(
  reply: FastifyReply,
  type: ResponseType,
  { status, result, isMalformed }: Outcome,
): FastifyReply {
  return reply
    .code(type === GRAPHQL_RESPONSE || isMalformed ? status : 200)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify(result));
}
