/**
 * Bodies from the wire. What cannot be read is handed on as a refusal instead of an error: the endpoint decides who may
 * hear about it. Sources: contract/README.md (order and form), common.yaml (headers).
 */
import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Refusal, refusal } from '../errors/refusal';
import { flawOf } from './json-text';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes its body as it comes, of whatever type. */
    takesText?: boolean;
  }
}

export type ReadBody =
  { readonly value: unknown } | { readonly text: string } | { readonly refused: Refusal };

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/i;

const unreadable = (text: string): ReadBody => ({
  refused: refusal('VALIDATION_ERROR', { status: 400, text }),
});

const NOT_JSON: ReadBody = { refused: refusal('UNSUPPORTED_MEDIA_TYPE') };
const NO_TEXT = unreadable('The request body is not valid UTF-8');
const MALFORMED = unreadable('The request body is not valid JSON');
const TOO_DEEP = unreadable('The request body is nested too deeply');

/**
 * Reads JSON, and for routes that take texts whatever comes. Members that could change a prototype are dropped like all
 * unknown members.
 */
export function readBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('remove', 'remove');
  const read = (
    request: FastifyRequest,
    bytes: Buffer,
    done: (error: null, body?: ReadBody) => void,
  ): void => {
    const { takesText } = request.routeOptions.config;
    if (!takesText && isBlank(bytes)) return done(null);
    if (!takesText && !JSON_TYPE.test(request.headers['content-type'] ?? '')) return done(null, NOT_JSON);
    if (!isUtf8(bytes)) return done(null, NO_TEXT);
    const text = bytes.toString('utf8');
    if (takesText) return done(null, { text });
    void parseJson(request, text, (error, value: unknown) =>
      done(null, error ? MALFORMED : checked(text, value)),
    );
  };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, read);
}

const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => SPACE.has(byte));

function checked(text: string, value: unknown): ReadBody {
  const flaw = flawOf(text);
  if (!flaw) return { value };
  if (flaw.kind === 'deep') return TOO_DEEP;
  const fault = `${flaw.path} must be given once`;
  const fields = new Map([[flaw.path, fault]]);
  return { refused: refusal('VALIDATION_ERROR', { status: 400, text: fault, fields }) };
}
