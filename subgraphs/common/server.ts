/** A subgraph over HTTP: Apollo Server on Fastify, answering only calls that carry the gateway's signature. */
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from 'fastify';
import { GraphQLError } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import type { Clock } from '../../common/clock';
import type { Logger } from '../../common/log';
import { isSigned, SIGNATURE_HEADER } from '../../common/signature';
import { watchUnusedConnections } from '../../common/unused-connections';
import { subgraphStreams, wantsEvents } from './streams';
import type { AnyContext, RunningSubgraph } from './subgraph';

const BODY_LIMIT_BYTES = 10 * 1024 * 1024;

export interface SubgraphServerOptions {
  readonly gatewayKey: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Published at /.well-known/jwks.json where the subgraph issues tokens. */
  readonly publicKeys?: () => Promise<JSONWebKeySet>;
}

/** A server that is ready to listen. `close()` drains it; the subgraph's database stays open. */
export async function createSubgraphServer(
  subgraph: RunningSubgraph,
  { gatewayKey, clock, log, publicKeys }: SubgraphServerOptions,
): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = log;
  const app: FastifyInstance = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
  });
  const apollo = new ApolloServer<AnyContext>({
    schema: subgraph.schema,
    introspection: true,
    csrfPrevention: false, // no browser can forge the gateway's signature
    includeStacktraceInErrorResponses: false,
    plugins: [fastifyApolloDrainPlugin(app)],
    formatError: (formatted, error) => (error instanceof GraphQLError ? subgraph.present(error) : formatted),
    logger: log,
  });
  await apollo.start();

  keepRawBodies(app);
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql' || isFromGateway(request, gatewayKey, clock)) return;
    await reply.code(401).send({ error: 'Only the gateway may call a subgraph' });
  });
  const streams = subgraphStreams(subgraph, log);
  // Not an async hook: when that resolves, Fastify would take a stream that is still being sent for no answer.
  app.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.url !== '/graphql' || !wantsEvents(request)) done();
    else streams.serve(request, reply).catch((fault: unknown) => done(fault as Error));
  });
  const closeUnused = watchUnusedConnections(app.server);
  app.addHook('preClose', async () => {
    streams.cut();
    closeUnused();
  });
  await app.register(fastifyApollo(apollo), {
    context: async (request) =>
      subgraph.context({
        authorization: request.headers.authorization,
        requestId: header(request, 'x-request-id'),
      }),
  });
  if (publicKeys) app.get('/.well-known/jwks.json', async () => publicKeys());
  app.get('/health/live', async () => ({ status: 'Alive' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await subgraph.ping().then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'Ready' : 'Unhealthy' });
  });
  return app;
}

const rawBodies = new WeakMap<FastifyRequest, string>();

/** The signature covers the body as it was sent, so it is kept beside what was read from it. */
function keepRawBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    rawBodies.set(request, body as string);
    try {
      done(null, JSON.parse(body as string));
    } catch {
      done(Object.assign(new Error('The body is not JSON'), { statusCode: 400 }));
    }
  });
}

function isFromGateway(request: FastifyRequest, key: string, clock: Clock): boolean {
  const content = { body: rawBodies.get(request) ?? '', authorization: request.headers.authorization };
  return isSigned(key, content, request.headers[SIGNATURE_HEADER], clock);
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
