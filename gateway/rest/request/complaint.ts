/** Why a value cannot be taken. */
import type { FaultKind } from '../../../common/errors';

export class Complaint {
  constructor(
    /** Completes the name of the member: "must be a whole number". */
    readonly text: string,
    readonly kind: FaultKind = 'FORM',
  ) {}
}

export const IS_REQUIRED = new Complaint('is required', 'MISSING');
