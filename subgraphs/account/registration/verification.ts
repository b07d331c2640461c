/** Whether a new user must confirm the e-mail address first. Source: account.yaml, emailVerification and X-E2E-Test. */
import type { AccountSettings } from '../settings';

type Rules = Pick<AccountSettings, 'emailVerification' | 'development'>;

/** The wish to skip it is honoured in development, and ignored without an error everywhere else. */
export function needsVerification({ emailVerification, development }: Rules, wantsToSkip: boolean): boolean {
  return emailVerification && !(development && wantsToSkip);
}
