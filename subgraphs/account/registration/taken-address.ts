/** An e-mail address that another user has. Source: account.yaml, endpoint register. */
import { DomainError } from '../../../common/errors';

const MESSAGE = 'This e-mail address is already registered';

export const addressTaken = (): DomainError =>
  new DomainError('EMAIL_ALREADY_EXISTS', MESSAGE, { fields: { email: MESSAGE } });

const DUPLICATE_KEY = 11_000;

interface MongoFault {
  readonly code?: unknown;
  readonly keyPattern?: object;
}

/** Whether a unique index refused: somebody else wrote the same at the same time. */
export const isDuplicateKey = (fault: unknown): fault is MongoFault =>
  typeof fault === 'object' && fault !== null && (fault as MongoFault).code === DUPLICATE_KEY;

/** Whether it was the unique index on addresses: somebody else registered the address at the same time. */
export const isTakenAddress = (fault: unknown): boolean =>
  isDuplicateKey(fault) && fault.keyPattern !== undefined && 'emailKey' in fault.keyPattern;
