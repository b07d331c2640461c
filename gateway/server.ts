/**
 * The gateway: one Fastify server with every door of the graph. It is put together from what it is given and opens no
 * connection by itself, so that tests can run it without sockets.
 */
import cors from '@fastify/cors';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import { randomUUID } from 'node:crypto';
import { ERRORS, isErrorCode } from '../common/errors';
import type { Logger } from '../common/log';
import { watchUnusedConnections } from '../common/unused-connections';
import {
  collapsing,
  createEngine,
  createOperationCache,
  type Expiry,
  type Failure,
  principalOf,
  type Scalars,
  type Transport,
} from './federation';
import { type Graph, type GraphQLDoor, graphqlPlugin } from './graphql/plugin';
import { readBody, readQuery } from './graphql/request';
import { livePlugin } from './live/plugin';
import { admitInTurn } from './operations/admission';
import { type HealthOptions, healthPlugin } from './operations/health';
import { measured } from './operations/measured';
import { type Metrics, metricsPlugin } from './operations/metrics';
import { rewriteColons } from './rest';

type FrameworkErrors = NonNullable<FastifyServerOptions['frameworkErrors']>;

const BODY_LIMIT_BYTES = 1024 * 1024;
const REMEMBERED_OPERATIONS = 1000;

/** An id that is too long names nothing; it is 404 like any other, not a fault of the address. */
const MAX_PARAMETER_LENGTH = 1000;

/** Sources: common.yaml, headers.rules (CORS); measures.yaml and coaching.yaml, open (their headers of answers). */
const CORS = {
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: [
    'Authorization',
    'X-Tenant-Id',
    'X-Frontend-Base-Url',
    'X-E2E-Test',
    'X-Request-Id',
    'Content-Type',
    'If-Match',
    'If-None-Match',
    'Last-Event-ID',
    'Idempotency-Key',
    'X-GraphQL-Event-Stream-Token',
  ],
  exposedHeaders: [
    'ETag',
    'Location',
    'Content-Disposition',
    'Retry-After',
    'X-Request-Id',
    'Deprecation',
    'X-Coaching-Engine',
    'X-Coaching-Confidence',
  ],
  maxAge: 600,
};

export interface HttpOptions {
  readonly log: Logger;
  /** Origins that browsers may call from; `*` is any. */
  readonly corsOrigins: readonly string[];
  readonly metrics: Metrics;
  /** How addresses that cannot be read are answered; plainly where absent. */
  readonly frameworkErrors?: FrameworkErrors;
}

/** On whose behalf a request comes. */
export interface Caller {
  /** What subgraphs get to see. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiry?: Expiry | undefined;
}

export interface GatewayOptions extends HttpOptions {
  readonly graph: GraphQLDoor['graph'];
  /** Who calls. Throws UNAUTHORIZED or FORBIDDEN for an identity that is not valid. */
  readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
  /** Milliseconds after which a GraphQL request is given up. */
  readonly timeout: number;
  /** Whether faults may name what a client could have meant. */
  readonly suggestions: boolean;
  readonly health: HealthOptions;
  /** Doors beside GraphQL and health: REST, pages, keys. */
  readonly doors: readonly ((app: FastifyInstance) => Promise<void>)[];
}

/** What the engine's own failures mean: the error catalogue. */
export function failure(code: string): Failure {
  const known = isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
  return { message: ERRORS[known].message, extensions: { code: known } };
}

export interface GraphParts {
  readonly transport: (service: string, url: string) => Transport;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Whether identical queries of one identity in flight share one execution. */
  readonly isCollapsing?: boolean;
  /** What scalars of the supergraph refuse of what callers send. */
  readonly scalars?: Scalars;
}

/** The engine with the project's errors, and the operations prepared for it; what goes wrong behind them is logged. */
export function createGraph(supergraph: string, parts: GraphParts): Graph {
  const { transport, log, metrics, isCollapsing, scalars } = parts;
  const plain = createEngine({
    supergraph,
    transport: (service, url) => measured(transport(service, url), service, metrics),
    failure,
    ...(scalars ? { scalars } : {}),
    report: (service, err) => log.warn({ service, err }, 'a subgraph did not answer'),
  });
  const engine = isCollapsing ? collapsing(plain) : plain;
  const operations = createOperationCache(engine, { max: REMEMBERED_OPERATIONS, onLookup: metrics.lookup });
  return { engine, operations };
}

/** Subscriptions do not outlive their supergraph: each is told why, and may be begun again over the new one. */
export const endStreams = ({ engine }: Graph): void => engine.endSubscriptions('SUBSCRIPTION_SCHEMA_RELOAD');

/** An HTTP server with the settings that all doors need: request ids, CORS, literal colons in paths. */
export async function createHttpServer({
  log,
  corsOrigins,
  frameworkErrors = refuseAddress,
  metrics,
}: HttpOptions): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = log.child({}, { serializers: { req: requestWithoutQuery } });
  const app: FastifyInstance = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: BODY_LIMIT_BYTES,
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    requestIdHeader: false,
    genReqId: ({ headers }) => givenRequestId(headers['x-request-id']) ?? randomUUID(),
    rewriteUrl: ({ url }) => rewriteColons(url ?? '/'),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    frameworkErrors,
  });
  const closeUnused = watchUnusedConnections(app.server);
  app.addHook('preClose', async () => closeUnused());
  app.removeContentTypeParser('text/plain'); // no door takes it
  const origin = corsOrigins.includes('*') ? true : [...corsOrigins];
  await app.register(cors, { ...CORS, origin, strictPreflight: false });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  admitInTurn(app);
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const { statusCode: status, elapsedTime } = reply;
    const route = routeOptions.url; // not the address: a query string may hold a token
    metrics.answered({ method, route, status, seconds: elapsedTime / 1000 });
    request.log.info({ method, route, status, milliseconds: Math.round(elapsedTime) }, 'answered');
    done();
  });
  return app;
}

/** Without a word of the address, which Fastify's own answer repeats. */
const refuseAddress = (_fault: Error, _request: FastifyRequest, reply: FastifyReply): void => {
  const { status, message: error } = ERRORS.BAD_REQUEST;
  void reply.code(status).send({ success: false, error, code: 'BAD_REQUEST' });
};

/** A request as Fastify logs it where it logs one by itself. A query string may hold a token. */
const requestWithoutQuery = ({ method, url }: FastifyRequest): object => ({ method, url: url.split('?')[0] });

const givenRequestId = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value) ? value : undefined;

export async function createGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const app = await createHttpServer(options);
  const contextOf = contexts(options.callerOf);
  const door = { ...options, contextOf, observer: options.metrics };
  await app.register(graphqlPlugin(door));
  await app.register(livePlugin({ ...door, readBody, readQuery }));
  await app.register(metricsPlugin(options.metrics));
  await app.register(healthPlugin(options.health));
  for (const door of options.doors) await door(app);
  app.setNotFoundHandler((request, reply) => {
    const error = `There is nothing at ${request.method} ${request.url.split('?')[0]}`;
    return reply.code(404).send({ success: false, error, code: 'RESOURCE_NOT_FOUND' });
  });
  app.setErrorHandler((fault: { statusCode?: number }, request, reply) => {
    const status = fault.statusCode !== undefined && fault.statusCode < 500 ? fault.statusCode : 500;
    if (status === 500) request.log.error({ err: fault }, 'a request failed');
    const code = status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    return reply.code(status).send({ success: false, error: ERRORS[code].message, code });
  });
  return app;
}

/** The request's id goes along to the subgraphs, but tells no callers apart. */
function contexts(callerOf: GatewayOptions['callerOf']): GraphQLDoor['contextOf'] {
  return async (request) => {
    const { headers: identity, expiry } = await callerOf(request);
    const headers: Record<string, string> = { 'x-request-id': request.id };
    for (const name in identity) headers[name] = identity[name] ?? '';
    return { headers, principal: () => principalOf(identity), expiry };
  };
}
