/** Ordering a mail inside the write that causes it. */
import { newId } from '../../../common/ids';
import type { AccountWork } from '../context';
import { PLATFORM } from '../platform';
import { emailKey } from '../users/email';
import type { MailKind } from './kinds';

export interface MailRequest {
  readonly kind: MailKind;
  readonly email: string;
  /** See `linkBase` of links. */
  readonly linkBase: string;
}

/** The mail goes out when the write is done and the mailroom is woken, or a little later by itself. */
export async function orderMail(work: AccountWork, request: MailRequest, now: Date): Promise<void> {
  const { kind, email, linkBase } = request;
  const key = emailKey(email);
  await work.data.mailOrders.upsert(
    { _id: `${kind}:${key}`, tenantId: PLATFORM },
    { $set: { kind, emailKey: key, linkBase, orderId: newId(), attempts: 0, dueAt: now } },
  );
}
