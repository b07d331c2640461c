/**
 * What a user proves its identity with, under the user's id. Kept apart from the users, so that no reading of a user
 * carries a password hash along.
 */
import { defineCollection } from '../../common/collections';

export interface Credentials {
  /** Argon2id, with its parameters and salt. */
  readonly passwordHash: string;
}

export const credentials = defineCollection<Credentials>('credentials', {
  passwordHash: { type: String, required: true },
});
