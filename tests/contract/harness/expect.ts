/** What an answer must be. */
import { bookOf } from './books';
import type { Answer } from './call';
import { isMap, locate, type ShapeType } from './data';
import { faultsOf } from './shape';

/** The documented success of an endpoint, body included; answers its `data`. */
export function expectSuccess<T = Record<string, unknown>>(
  answer: Answer,
  endpointId: string,
  response?: ShapeType,
): T {
  const { endpoint, service } = locate(endpointId);
  expect(shown(answer)).toEqual({ body: expect.anything() as unknown, status: endpoint.status });
  expect(answer.headers.get('content-type')).toMatch(JSON_TYPE);
  expect(faultsOf(bookOf(service.service), response ?? endpoint.response, answer.body)).toEqual([]);
  return (isMap(answer.body) ? answer.body['data'] : undefined) as T;
}

const JSON_TYPE = /^application\/json\b/;

/** The body first, so that a wrong status shows what the answer said. */
const shown = ({ status, body }: Answer): unknown => ({ body, status });

export interface ErrorBody {
  readonly success: false;
  readonly error: string;
  readonly code: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The common form: success, error and code, and nothing else but errors and details. */
export function expectError(answer: Answer, status: number, code: string): ErrorBody {
  const told = expect.objectContaining({ success: false, code }) as unknown;
  expect(shown(answer)).toEqual({ body: told, status });
  expect(answer.headers.get('content-type')).toMatch(JSON_TYPE);
  const body = answer.body as ErrorBody;
  const { errors, details, ...form } = body;
  expect(form).toEqual({ success: false, code, error: expect.stringMatching(/\S/) as string });
  if (errors !== undefined) expect(isMap(errors)).toBe(true);
  if (details !== undefined) expect(isMap(details)).toBe(true);
  return body;
}

/** 422 with a message for exactly these members, as the caller spelled them, in both forms that clients read. */
export function expectInvalid(answer: Answer, ...members: readonly string[]): void {
  const { errors = {}, details } = expectError(answer, 422, 'VALIDATION_ERROR');
  expect(Object.keys(errors).sort()).toEqual([...members].sort());
  for (const message of Object.values(errors)) expect(message).toMatch(/\S/);
  const listed = Object.entries(errors).map(([field, message]) => ({ field, message }));
  expect(details?.['errors']).toEqual(listed);
}

/** Workstream: exactly these members. */
export function expectFlat(answer: Answer, status: number, error: string): void {
  expect({ status: answer.status, body: answer.body }).toEqual({ status, body: { error, status } });
}

/** Measures: exactly success, data and error, and a code where the contract shows one. */
export function expectNullData(answer: Answer, status: number, error: unknown, code?: string): void {
  const body = { success: false, data: null, error, ...(code === undefined ? {} : { code }) };
  expect({ status: answer.status, body: answer.body }).toEqual({ status, body });
}
