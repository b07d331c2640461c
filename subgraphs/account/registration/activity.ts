/** What registrations leave in the log of their tenant. */
import type { Change } from '../../common/changes';
import type { UserRow } from '../users/model';

/** That a user was created. */
export function userRegistered({ id }: UserRow): Change {
  return {
    kind: 'user_registered',
    subject: { type: 'user', id },
    visibleIn: ['stream', 'audit'],
    description: 'User registered',
  };
}
