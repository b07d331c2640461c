/** What sign-ins with Google leave in the log of the tenant. */
import type { Change } from '../../common/changes';
import type { UserRow } from '../users/model';

/** That a Google account can sign in as the user from now on. */
export function identityLinked({ id }: UserRow): Change {
  return {
    kind: 'identity_linked',
    subject: { type: 'user', id },
    visibleIn: ['audit'],
    description: 'A Google account was linked to the user',
  };
}
