/** The bodies of refusals. Sources: common.yaml (envelopes.error), workstream.yaml (errorBodies). */
import { respelled } from '../answer/envelope';
import type { ErrorForm, OnErrorDirective, ServiceDirective } from '../documents/directives';
import type { RestResponse } from '../types';
import { mapped } from './mapping';
import type { Refusal } from './refusal';

type Settled = ReturnType<typeof mapped>;

const RETRY_AFTER_SECONDS = '5';

/** The answer to a refused request, in the service's own form. */
export function refuse(
  service: ServiceDirective,
  mappings: readonly OnErrorDirective[],
  given: Refusal,
): RestResponse {
  const settled = mapped(given, mappings, service);
  const retry = settled.status === 503 ? { 'retry-after': RETRY_AFTER_SECONDS } : {};
  return {
    status: settled.status,
    headers: { ...retry, ...settled.headers },
    body: FORMS[service.errors](settled, service),
  };
}

const FORMS: Readonly<Record<ErrorForm, (settled: Settled, service: ServiceDirective) => unknown>> = {
  STANDARD: standardBody,
  FLAT: flatBody,
  NULL_DATA: ({ text, code, showCode }) => ({
    success: false,
    data: null,
    error: text,
    ...(showCode ? { code } : {}),
  }),
  PLAIN: ({ text }) => ({ success: false, error: text }),
};

/** Clients of two ages: the older ones read `errors`, the younger ones `details`. */
function standardBody(
  { text, code, fields, details = {} }: Settled,
  { spelling }: ServiceDirective,
): unknown {
  const faults = fields && fields.size > 0 ? [...fields] : undefined;
  const told = {
    ...respelled(details, spelling),
    ...(faults ? { errors: faults.map(([field, message]) => ({ field, message })) } : {}),
  };
  return {
    success: false,
    error: text,
    code,
    ...(faults ? { errors: Object.fromEntries(faults) } : {}),
    ...(Object.keys(told).length > 0 ? { details: told } : {}),
  };
}

/** Exactly what is documented. Which object was not found stands in the text there, never in members. */
function flatBody({ text, status, details = {} }: Settled, { spelling }: ServiceDirective): unknown {
  const { resourceType: _type, resourceId: _id, ...told } = details;
  return { error: text, status, ...respelled(told, spelling) };
}
