/**
 * Bodies from the wire. What cannot be read is handed on as a refusal instead of an error: the endpoint decides who may
 * hear about it. Sources: contract/README.md (order and form), common.yaml (headers).
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Refusal, refusal } from '../errors/refusal';

export type ReadBody = { readonly value: unknown } | { readonly refused: Refusal };

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/i;

const NOT_JSON: ReadBody = { refused: refusal('UNSUPPORTED_MEDIA_TYPE') };
const MALFORMED: ReadBody = {
  refused: refusal('VALIDATION_ERROR', { status: 400, text: 'The request body is not valid JSON' }),
};

/** Reads JSON and nothing else. Members that could change a prototype are dropped like all unknown members. */
export function readBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('remove', 'remove');
  const read = (
    request: FastifyRequest,
    text: string,
    done: (error: null, body?: ReadBody) => void,
  ): void => {
    if (text.trim() === '') return done(null);
    if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) return done(null, NOT_JSON);
    void parseJson(request, text, (error, value: unknown) => done(null, error ? MALFORMED : { value }));
  };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, read);
}
