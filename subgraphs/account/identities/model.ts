/**
 * Who a user is to a sign-in provider, stored under the provider and its name for the person: one identity is one user.
 * Source: account.yaml, endpoint loginWithGoogle.
 */
import { defineCollection } from '../../common/collections';

export interface Identity {
  readonly userId: string;
}

export const identities = defineCollection<Identity>(
  'identities',
  { userId: { type: String, required: true } },
  { indexes: [{ keys: { tenantId: 1, userId: 1 } }] },
);

/** The id of an identity at Google. */
export const googleIdentity = (subject: string): string => `google:${subject}`;
