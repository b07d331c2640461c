/** The refusal behind a result of the graph that has no data to show. */
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { isErrorCode } from '../../../common/errors';
import type { ResultPath } from '../answer/picks';
import type { Fault } from '../request/faults';
import type { ToldFields } from './fields';
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
  translate: (told: ToldFields) => readonly Fault[],
  statusOf: (refusal: Refusal) => number,
): Refusal | undefined {
  const { code, fields, kinds, details } = error.extensions ?? {};
  if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return undefined;
  const more = isRecord(details) ? { details } : {};
  if (!isRecord(fields) || Object.keys(fields).length === 0)
    return refusal(code, { text: error.message, ...more });
  const faults = translate({ fields, kinds: isRecord(kinds) ? kinds : {} });
  return { ...unacceptable(faults, statusOf, code), ...more };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
