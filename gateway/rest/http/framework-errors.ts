/** Addresses that Fastify's router cannot read, answered in the form of the service that they lie under. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Refusal, refusal } from '../errors/refusal';
import type { RestApi, RestResponse } from '../types';
import { send } from './send';

type FrameworkErrors = (fault: Error, request: FastifyRequest, reply: FastifyReply) => void;

/** For Fastify's option `frameworkErrors`. */
export function restFrameworkErrors(api: RestApi): FrameworkErrors {
  return (_fault, request, reply) => {
    const text = 'The address cannot be read';
    const given = refusal('VALIDATION_ERROR', { status: 400, text });
    const service = api.services.find(({ basePath, mounts }) =>
      [basePath, ...mounts].some((base) => request.url.startsWith(`${base}/`)),
    );
    void send(reply, service ? service.refuse(given) : common(given));
  };
}

/** Elsewhere the form that most services share. */
const common = ({ text, code }: Refusal): RestResponse => ({
  status: 400,
  headers: {},
  body: { success: false, error: text, code },
});
