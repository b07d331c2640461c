/** The limits of the tenant's subscription. Source: account.yaml, limitsSemantics; contract README, rows 13 and 20. */
import { DomainError, type ErrorCode } from '../../common/errors';
import type { Viewer } from '../../common/viewer';

/**
 * Makes sure that one more fits.
 * @param count how many there are now; deleted ones do not count
 */
export async function ensureRoom(
  viewer: Viewer,
  limit: string,
  count: () => Promise<number>,
  code: ErrorCode = 'SUBSCRIPTION_LIMIT_REACHED',
): Promise<void> {
  const allowed = viewer.limits[limit];
  if (allowed === null || allowed === undefined) return;
  if ((await count()) >= allowed) throw new DomainError(code, undefined, { details: { limit, allowed } });
}
