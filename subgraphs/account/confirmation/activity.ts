/** What confirmations leave in the log of the tenant. */
import type { Change } from '../../common/changes';

export const emailConfirmed = (userId: string): Change => ({
  kind: 'email_confirmed',
  subject: { type: 'user', id: userId },
  visibleIn: ['stream', 'audit'],
  description: 'E-mail address confirmed',
});
