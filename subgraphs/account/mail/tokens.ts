/** The tokens of mailed links: single use, short-lived. Source: account.yaml, tokens.mailTokens and enums.TokenStatus. */
import { defineCollection, type Row } from '../../common/collections';
import type { AccountWork } from '../context';
import type { MailTokenStatus } from '../schema.generated';
import { hashOf, newMailToken } from '../tokens/opaque';
import type { UserRow } from '../users/model';
import { MAILS, type MailKind } from './kinds';

/** Stored under the hash of the token. */
export interface MailToken {
  readonly kind: MailKind;
  readonly userId: string;
  /** The address that it was mailed to: it says nothing of another one. */
  readonly emailKey: string;
  readonly expiresAt: Date;
  readonly spentAt: Date | null;
}

export type MailTokenRow = Row<MailToken>;

const text = { type: String, required: true };

export const mailTokens = defineCollection<MailToken>(
  'mailTokens',
  {
    kind: text,
    userId: text,
    emailKey: text,
    expiresAt: { type: Date, required: true },
    spentAt: { type: Date, default: null },
  },
  { indexes: [{ keys: { tenantId: 1, userId: 1, kind: 1 } }] },
);

/** Makes the token of a mail that is about to be sent. What earlier mails of its kind brought is not good any more. */
export async function addMailToken(
  work: AccountWork,
  kind: MailKind,
  { id: userId, tenantId, emailKey = '' }: UserRow,
  now: Date,
): Promise<string> {
  await work.data.mailTokens.remove({ tenantId, userId, kind, spentAt: null }, now);
  const token = newMailToken();
  const expiresAt = new Date(now.getTime() + MAILS[kind].lifetimeSeconds * 1000);
  await work.data.mailTokens.insert({
    id: hashOf(token),
    tenantId,
    kind,
    userId,
    emailKey,
    expiresAt,
    spentAt: null,
  });
  return token;
}

/** The state of a token of this kind; null is a token that nobody knows. */
export function statusOf(token: MailToken | null, kind: MailKind, now: Date): MailTokenStatus {
  if (token?.kind !== kind) return 'NOT_FOUND';
  if (token.spentAt) return 'USED';
  return now.getTime() < token.expiresAt.getTime() ? 'VALID' : 'EXPIRED';
}
