/** Writes an answer. */
import type { FastifyReply } from 'fastify';
import type { RestResponse } from '../types';

const CONTENT_TYPE = 'application/json; charset=utf-8';

export function send(reply: FastifyReply, { status, headers, body }: RestResponse): FastifyReply {
  reply.code(status).headers(headers);
  if (body === undefined || Buffer.isBuffer(body)) return reply.send(body);
  return reply.header('content-type', CONTENT_TYPE).send(JSON.stringify(body));
}
