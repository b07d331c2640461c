/** Changing the caller's own profile. Source: account.yaml, endpoint updateUserProfile. */
import { DomainError, invalid } from '../../../common/errors';
import type { Change } from '../../common/changes';
import type { Context } from '../context';
import type { UpdateProfileInput } from '../schema.generated';
import type { User, UserRow } from './model';

/** All settings together, as JSON. */
const MAX_PREFERENCES_BYTES = 16 * 1024;

/** Throws VALIDATION_ERROR for a name that is null, and for settings that grow too large. */
export async function updateProfile(context: Context, input: UpdateProfileInput): Promise<UserRow> {
  refuseNulls(input, ['firstName', 'lastName']);
  const { userId } = context.viewer;
  return context.write(async (work) => {
    const user = await work.data.users.load(userId);
    if (!user) throw new DomainError('UNAUTHORIZED');
    const change = changeOf(user, input);
    if (Object.keys(change).length === 0) return user;
    work.record(profileUpdated(userId));
    return (await work.data.users.update({ _id: userId }, { $set: change })) ?? user;
  });
}

function refuseNulls(input: UpdateProfileInput, members: readonly (keyof UpdateProfileInput)[]): void {
  const nulls = members.filter((member) => input[member] === null);
  if (nulls.length > 0) throw invalid(Object.fromEntries(nulls.map((name) => [name, `${name} is required`])));
}

/** The members that were sent, as they are stored. */
function changeOf(user: UserRow, input: UpdateProfileInput): Partial<User> {
  const { firstName, lastName, phone, avatarUrl, preferences } = input;
  return {
    ...(firstName ? { firstName: firstName.trim() } : {}),
    ...(lastName ? { lastName: lastName.trim() } : {}),
    ...(phone === undefined ? {} : { phone }),
    ...(avatarUrl === undefined ? {} : { avatarUrl: avatarUrl?.trim() ?? null }),
    ...(preferences ? { preferences: merged(user.preferences, preferences) } : {}),
  };
}

function merged(kept: User['preferences'], sent: User['preferences']): User['preferences'] {
  const all = { ...kept, ...sent };
  if (Buffer.byteLength(JSON.stringify(all)) <= MAX_PREFERENCES_BYTES) return all;
  throw invalid({ preferences: `preferences must have at most ${MAX_PREFERENCES_BYTES} bytes in all` });
}

const profileUpdated = (userId: string): Change => ({
  kind: 'profile_updated',
  subject: { type: 'user', id: userId },
  visibleIn: ['stream', 'audit'],
  description: 'Profile updated',
});
