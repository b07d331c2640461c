/**
 * /graphql: GraphQL over HTTP, GET and POST, on top of the engine.
 * Source: GraphQL over HTTP specification; interface.md, Addresses.
 */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLFormattedError, GraphQLError } from 'graphql';
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

/** A GraphQL answer as JSON and its status for clients that want meaningful ones. */
interface Outcome {
  readonly status: number;
  readonly text: string;
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
  };
}

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
  const { isExecuted, text } = await engine.answer(operation, { variables, context: { headers } });
  // What was not executed was a bad request, not a partial answer.
  return { status: isExecuted ? 200 : 400, text };
}

function wrongMethod(reply: FastifyReply, { kind }: PreparedOperation): Outcome {
  reply.header('allow', 'POST');
  return { ...failed(new DomainError('METHOD_NOT_ALLOWED', `Send a ${kind} by POST`)), isMalformed: true };
}

/** A request that did not get as far as an execution. */
function failed(fault: unknown): Outcome {
  if (fault instanceof InvalidOperation) {
    return {
      status: 400,
      text: body(fault.errors.map((error) => format(error, 'GRAPHQL_VALIDATION_FAILED'))),
    };
  }
  if (fault instanceof GraphQLError) {
    return { status: 400, text: body([format(fault, 'GRAPHQL_PARSE_FAILED')]) };
  }
  const { message, extensions, code } =
    fault instanceof DomainError ? fault : new DomainError('INTERNAL_SERVER_ERROR');
  return { status: ERRORS[code].status, text: body([{ message, extensions }]), isMalformed: true };
}

const body = (errors: readonly GraphQLFormattedError[]): string => JSON.stringify({ errors });

function format(error: GraphQLError, code: string): GraphQLFormattedError {
  const { extensions, ...rest } = error.toJSON();
  return { ...rest, extensions: { code, ...extensions } };
}

function answer(
  reply: FastifyReply,
  type: ResponseType,
  { status, text, isMalformed }: Outcome,
): FastifyReply {
  return reply
    .code(type === GRAPHQL_RESPONSE || isMalformed ? status : 200)
    .type(`${type}; charset=utf-8`)
    .send(text);
}
