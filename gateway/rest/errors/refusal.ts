/** Why a request is refused, before a service spells it. */
import { DomainError, type ErrorCode, ERRORS, isErrorCode } from '../../../common/errors';
import type { FaultDirective } from '../documents/directives';
import type { Fault } from '../request/faults';

export interface Refusal {
  readonly code: ErrorCode;
  /** The catalogue's when absent, or the service's for unacceptable requests. */
  readonly status?: number;
  readonly text: string;
  /** Faults by member, as the caller spelled it. */
  readonly fields?: ReadonlyMap<string, string>;
  /** What the document says of the very fault; goes before what it says of the code. */
  readonly said?: FaultDirective | undefined;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as the catalogue has it. */
export const refusal = (code: ErrorCode, more: Partial<Omit<Refusal, 'code'>> = {}): Refusal => ({
  code,
  text: ERRORS[code].message,
  ...more,
});

/**
 * A request with faults. The first one speaks for all, for some services have room for one text only; one with a lower
 * status goes before it: what cannot be read goes before what is not acceptable.
 */
export function unacceptable(
  faults: readonly Fault[],
  statusOf: (refusal: Refusal) => number,
  code: ErrorCode = 'VALIDATION_ERROR',
): Refusal {
  const fields = new Map(faults.map(({ path, text }) => [path, text]));
  const each = faults.map(({ text, said }): Refusal => {
    const own = said?.code;
    return { code: isErrorCode(own) ? own : code, text, fields, said };
  });
  const lowest = Math.min(...each.map(statusOf));
  return each.find((refused) => statusOf(refused) === lowest) ?? refusal(code);
}

/** What was thrown on the way, if its caller is meant to see it. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof DomainError)) return undefined;
  const { code, details } = thrown.extensions;
  return { code, text: thrown.message, ...(details ? { details } : {}) };
}
