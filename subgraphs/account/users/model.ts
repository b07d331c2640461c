/** A user as it is stored; the password is kept apart, in credentials. Source: account.yaml, shape UserProfile. */
import { defineCollection, type Row } from '../../common/collections';

export type UserStatus = 'PENDING' | 'ACTIVE' | 'INACTIVE';

export interface User {
  /** The integer id, unique on the platform. */
  readonly number: number;
  /** As its owner spells it; null where a sign-in provider named none. */
  readonly email: string | null;
  /** The address as it is compared, see `emailKey`; absent where there is none. */
  readonly emailKey?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly avatarUrl: string | null;
  readonly phone: string | null;
  readonly status: UserStatus;
  readonly emailVerified: boolean;
  readonly preferences: Record<string, unknown>;
  /** An administrator of the platform, across tenants (contract README, row 12). */
  readonly isPlatformAdmin: boolean;
}

export type UserRow = Row<User>;

const text = { type: String, default: null };
const flag = { type: Boolean, default: false };

export const users = defineCollection<User>(
  'users',
  {
    number: { type: Number, required: true },
    email: text,
    emailKey: { type: String },
    firstName: { type: String, required: true },
    // A person may have one name only; forms of ours ask for both.
    lastName: { type: String, default: '' },
    avatarUrl: text,
    phone: text,
    status: { type: String, required: true },
    emailVerified: flag,
    preferences: { type: Object, default: {} },
    isPlatformAdmin: flag,
  },
  {
    indexes: [
      { keys: { number: 1 }, options: { unique: true } },
      { keys: { emailKey: 1 }, options: { unique: true, sparse: true } },
    ],
  },
);
