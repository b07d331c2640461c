/** A process that serves three endpoints of Traction as somebody would write them by hand, until it is ended. */
import fastify, { LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import { createIdentify } from './identity';
import { Refused, refusalOf } from './refusals';
import { routes } from './routes';
import { openStore } from './store';

/** The arguments of the process. */
interface Settings {
  readonly mongodbUri: string;
  /** Where the house publishes the keys of its access tokens. */
  readonly jwksUrl: string;
}

async function main(): Promise<void> {
  const { mongodbUri, jwksUrl } = JSON.parse(process.argv[2] ?? '') as Settings;
  const app = fastify({
    logger: { level: 'info' },
    // One line for each request, as the house writes it.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => (headers['x-request-id'] as string | undefined) ?? randomUUID(),
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const facts = { method, route: routeOptions.url, status: reply.statusCode };
    request.log.info({ ...facts, milliseconds: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  app.setErrorHandler((fault, request, reply) => {
    if (!(fault instanceof Refused)) request.log.error({ err: fault }, 'a request failed');
    const { status, body } = refusalOf(fault);
    return reply.code(status).send(body);
  });
  await app.register(routes(await openStore(mongodbUri), createIdentify(jwksUrl)), {
    prefix: '/traction/api/v1',
  });
  process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }));
}

void main();
