/** What password resets leave in the log of the tenant. */
import type { Change } from '../../common/changes';

export const passwordReset = (userId: string): Change => ({
  kind: 'password_reset',
  subject: { type: 'user', id: userId },
  visibleIn: ['audit'],
  description: 'Password reset; all sessions ended',
});
