/** Whether a refresh token still works. Source: account.yaml, tokens.rotation; contract README, row 10. */
import type { RefreshToken } from './model';

/**
 * - `usable`: good for a new pair
 * - `expired`: too old
 * - `reused`: traded before, and the grace period is over: it may have been stolen
 */
export type Usability = 'usable' | 'expired' | 'reused';

/**
 * @param graceSeconds how long a spent token works on, for the clients and browser tabs that refresh at the same time
 */
export function usabilityOf(
  { spentAt, expiresAt }: Pick<RefreshToken, 'spentAt' | 'expiresAt'>,
  now: Date,
  graceSeconds: number,
): Usability {
  if (spentAt && now.getTime() >= spentAt.getTime() + graceSeconds * 1000) return 'reused';
  return now.getTime() < expiresAt.getTime() ? 'usable' : 'expired';
}
