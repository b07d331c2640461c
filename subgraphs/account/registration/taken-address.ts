/** An e-mail address that another user has. Source: account.yaml, endpoint register. */
import { DomainError } from '../../../common/errors';

const MESSAGE = 'This e-mail address is already registered';

export const addressTaken = (): DomainError =>
  new DomainError('EMAIL_ALREADY_EXISTS', MESSAGE, { fields: { email: MESSAGE } });

const DUPLICATE_KEY = 11_000;

/** Whether the unique index on addresses refused: somebody else registered the address at the same time. */
export function isTakenAddress(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false;
  const { code, keyPattern } = fault as { code?: unknown; keyPattern?: object };
  return code === DUPLICATE_KEY && keyPattern !== undefined && 'emailKey' in keyPattern;
}
