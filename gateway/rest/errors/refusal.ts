/** Why a request is refused, before a service spells it. */
import { DomainError, type ErrorCode, ERRORS } from '../../../common/errors';

export interface Refusal {
  readonly code: ErrorCode;
  /** The catalogue's when absent, or the service's for unacceptable requests. */
  readonly status?: number;
  readonly text: string;
  /** Faults by member, as the caller spelled it. */
  readonly fields?: ReadonlyMap<string, string>;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as the catalogue has it. */
export const refusal = (code: ErrorCode, more: Partial<Omit<Refusal, 'code'>> = {}): Refusal => ({
  code,
  text: ERRORS[code].message,
  ...more,
});

/** A request with faults. The first one speaks for all: some services have room for one text only. */
export function unacceptable(fields: ReadonlyMap<string, string>): Refusal {
  const [text = ERRORS.VALIDATION_ERROR.message] = fields.values();
  return { code: 'VALIDATION_ERROR', text, fields };
}

/** What was thrown on the way, if its caller is meant to see it. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (!(thrown instanceof DomainError)) return undefined;
  const { code, details } = thrown.extensions;
  return { code, text: thrown.message, ...(details ? { details } : {}) };
}
