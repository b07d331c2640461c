/** The tokens of mailed links: single use, short-lived. Source: account.yaml, tokens.mailTokens and enums.TokenStatus. */
import type { AccountWork } from '../context';
import type { MailTokenStatus } from '../schema.generated';
import { hashOf, newMailToken } from '../tokens/opaque';
import type { UserRow } from '../users/model';
import { MAILS, type MailKind } from './kinds';
import type { MailToken } from './model';

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
  const row = { id: hashOf(token), tenantId, kind, userId, emailKey, expiresAt, spentAt: null };
  await work.data.mailTokens.insert(row);
  return token;
}

/** The state of a token of this kind; null is a token that nobody knows. */
export function statusOf(token: MailToken | null, kind: MailKind, now: Date): MailTokenStatus {
  if (token?.kind !== kind) return 'NOT_FOUND';
  if (token.spentAt) return 'USED';
  return now.getTime() < token.expiresAt.getTime() ? 'VALID' : 'EXPIRED';
}
