/** Whoever has the token of a mailed link has read the mail: what that allows. Source: account.yaml, tokens.mailTokens. */
import { DomainError } from '../../../common/errors';
import type { AccountWork, Context } from '../context';
import type { MailTokenStatus } from '../schema.generated';
import { hashOf } from '../tokens/opaque';
import type { UserRow } from '../users/model';
import type { MailKind } from './kinds';
import type { MailTokenRow } from './model';
import { statusOf } from './tokens';

const platformOf = (context: Context): ReturnType<Context['asPlatform']> =>
  context.asPlatform('the token of a mailed link stands for its bearer');

/** What the token is good for; spends nothing. */
export async function lookAtToken(context: Context, kind: MailKind, token: string): Promise<MailTokenStatus> {
  return statusOf(await platformOf(context).data.mailTokens.load(hashOf(token)), kind, context.clock.now());
}

/** A token that can be spent, for those who have costly work to do before. Throws INVALID_TOKEN. */
export async function goodToken(context: Context, kind: MailKind, token: string): Promise<MailTokenRow> {
  const row = await platformOf(context).data.mailTokens.load(hashOf(token));
  if (!row || statusOf(row, kind, context.clock.now()) !== 'VALID') throw new DomainError('INVALID_TOKEN');
  return row;
}

/** Spends a token together with what it allows, or does neither. Throws INVALID_TOKEN. */
export async function spendToken(
  context: Context,
  { id, tenantId, userId }: MailTokenRow,
  effect: (work: AccountWork, user: UserRow) => Promise<void>,
): Promise<void> {
  const spentAt = context.clock.now();
  await platformOf(context).write(tenantId, userId, async (work) => {
    const spent = await work.data.mailTokens.update(
      { _id: id, tenantId, spentAt: null },
      { $set: { spentAt } },
    );
    const user = await work.data.users.load(userId);
    if (!spent || user?.emailKey !== spent.emailKey) throw new DomainError('INVALID_TOKEN');
    await effect(work, user);
  });
}
