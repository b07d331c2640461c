/**
 * Legacy endpoints on a Fastify server. Under the base path of a service every answer has the service's form, also
 * those that no endpoint gives. The server rewrites its addresses with `rewriteColons`.
 */
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { EVENT_STREAM_HEADERS } from '../../../common/event-stream';
import { OpenStreams } from '../../../common/open-streams';
import { type Refusal, refusal } from '../errors/refusal';
import type { RestApi, RestRequest, RestService, RestStream } from '../types';
import { type ReadBody, readBodies } from './bodies';
import { type Resource, resourcesOf } from './routes';
import { send } from './send';

export interface RestPluginOptions {
  /** All services under their base paths, or one service as its legacy port has it: at the root, too. */
  readonly mount: 'base' | { readonly legacy: string };
}

export function restPlugin(api: RestApi, { mount }: RestPluginOptions): FastifyPluginAsync {
  return async (app) => {
    const streams = new OpenStreams();
    app.addHook('preClose', async () => streams.end());
    const services =
      mount === 'base' ? api.services : api.services.filter(({ name }) => name === mount.legacy);
    for (const service of services) {
      for (const base of [service.basePath, ...service.mounts]) {
        await app.register(basePlugin(service, base, true, streams), { prefix: base });
      }
      if (mount !== 'base') await app.register(basePlugin(service, service.basePath, true, streams));
      await app.register(basePlugin(service, '', false, streams));
    }
  };
}

/** All that a service has below one base. Where the base is its own, it answers for unknown routes too. */
function basePlugin(
  service: RestService,
  base: string,
  isOwn: boolean,
  streams: OpenStreams,
): FastifyPluginAsync {
  return async (app) => {
    readBodies(app);
    for (const resource of resourcesOf(service, base)) serve(app, service, resource, streams);
    if (isOwn) answerUnknown(app, service);
    app.setErrorHandler((fault, request, reply) => {
      const known = refusalOfFault(fault);
      if (!known) request.log.error({ err: fault }, 'a REST request failed');
      return send(reply, service.refuse(known ?? refusal('INTERNAL_SERVER_ERROR')));
    });
  };
}

function answerUnknown(app: FastifyInstance, service: RestService): void {
  app.setNotFoundHandler((request, reply) => {
    const text = `no such route: ${request.method} ${pathOf(request)}`;
    return send(reply, service.refuse(refusal('RESOURCE_NOT_FOUND', { text })));
  });
}

function serve(
  app: FastifyInstance,
  service: RestService,
  { routes, refused, allow }: Resource,
  streams: OpenStreams,
): void {
  for (const { url, endpoint } of routes) {
    app.route({
      method: endpoint.method,
      url,
      exposeHeadRoute: endpoint.method === 'GET',
      config: { takesText: endpoint.takesText },
      handler: async (request, reply) => {
        const answer = await endpoint.handle({ ...requestOf(request), waited: reply.elapsedTime });
        return answer.stream ? stream(answer.stream, streams, request, reply) : send(reply, answer);
      },
    });
  }
  const notAllowed = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    send(reply, service.refuse(refusal('METHOD_NOT_ALLOWED', { headers: { allow } })));
  // In front of the body: nobody reads what nobody wants.
  app.route({ method: refused.methods, url: refused.url, onRequest: notAllowed, handler: notAllowed });
}

/** Whoever asks for the head alone hears that there is a stream, and it is over. */
function stream(
  { events, fill }: RestStream,
  streams: OpenStreams,
  { method, log }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.headers(EVENT_STREAM_HEADERS);
  if (method === 'HEAD') {
    events.cut();
    return reply.send();
  }
  streams.begin(events, fill, log);
  return reply.send(events.body);
}

function requestOf(request: FastifyRequest): RestRequest {
  const read = request.body as ReadBody | undefined;
  return {
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    headers: request.headers,
    requestId: request.id,
    ...(read && 'value' in read ? { body: read.value } : {}),
    ...(read && 'text' in read ? { text: read.text } : {}),
    ...(read && 'refused' in read ? { unreadable: read.refused } : {}),
  };
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;

/** What Fastify itself refuses; undefined for a fault of ours. */
function refusalOfFault(fault: unknown): Refusal | undefined {
  const { statusCode = 500 } = fault as { statusCode?: number };
  if (statusCode === 413) return refusal('PAYLOAD_TOO_LARGE');
  if (statusCode === 415) return refusal('UNSUPPORTED_MEDIA_TYPE');
  if (statusCode >= 400 && statusCode < 500) {
    return refusal('VALIDATION_ERROR', { status: statusCode, text: 'The request cannot be read' });
  }
  return undefined;
}
