/** What sessions leave in the log of their tenant. */
import type { Change } from '../../common/changes';

/** That a session was ended because one of its refresh tokens came back: it may have been stolen. */
export function sessionRevoked(sessionId: string): Change {
  return {
    kind: 'session_revoked',
    subject: { type: 'session', id: sessionId },
    visibleIn: ['audit'],
    description: 'Session revoked: a spent refresh token was used again',
  };
}
