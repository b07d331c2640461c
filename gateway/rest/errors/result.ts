/** The refusal behind a result of the graph that has no data to show. */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { isErrorCode } from '../../../common/errors';
import type { ResultPath } from '../answer/picks';
import type { Incoming } from '../request/reader';
import type { FieldTranslator } from './fields';
import { type Refusal, refusal, unacceptable } from './refusal';

export type ResultError = GraphQLError | GraphQLFormattedError;

/** The error that explains why nothing lies at the paths: one at them or above them, else any. */
export function decisive(
  errors: readonly ResultError[],
  paths: readonly ResultPath[],
): ResultError | undefined {
  return errors.find((error) => paths.some((path) => isAbove(error.path ?? [], path))) ?? errors[0];
}

/** Whether an error at this place takes away what lies at the path. */
export const isAbove = (place: readonly (string | number)[], path: ResultPath): boolean =>
  place.length <= path.length && place.every((key, index) => key === path[index]);

/** Undefined for an error that is no caller's business. */
export function refusalOfError(
  error: ResultError,
  translator: FieldTranslator,
  incoming: Incoming,
): Refusal | undefined {
  const { code, fields, details } = error.extensions ?? {};
  if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return undefined;
  const more = isRecord(details) ? { details } : {};
  if (!isRecord(fields) || Object.keys(fields).length === 0)
    return refusal(code, { text: error.message, ...more });
  const faults = translator.translate(fields, incoming);
  return { ...unacceptable(faults), code, ...more };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
