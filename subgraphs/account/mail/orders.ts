/**
 * Mails that are still to be sent: an order is written in the transaction of what causes it, and removed when the mail
 * is out. It names an address, known or not, and holds no token: whoever asks cannot tell from the answer or its time
 * whether somebody has the address, and no link stands in the database.
 */
import { defineCollection, type Row } from '../../common/collections';
import { newId } from '../../../common/ids';
import type { AccountWork } from '../context';
import { PLATFORM } from '../platform';
import { emailKey } from '../users/email';
import type { MailKind } from './kinds';

/** Stored under its kind and address: asking again before the mail is out does not make it two mails. */
export interface MailOrder {
  readonly kind: MailKind;
  readonly emailKey: string;
  readonly linkBase: string;
  /** Changes when the same mail is asked for again. */
  readonly orderId: string;
  /** How often it was tried. */
  readonly attempts: number;
  /** When it is to be tried next. */
  readonly dueAt: Date;
}

export type MailOrderRow = Row<MailOrder>;

const text = { type: String, required: true };

export const mailOrders = defineCollection<MailOrder>(
  'mailOrders',
  {
    kind: text,
    emailKey: text,
    linkBase: text,
    orderId: text,
    attempts: { type: Number, required: true },
    dueAt: { type: Date, required: true },
  },
  { indexes: [{ keys: { tenantId: 1, dueAt: 1 } }] },
);

export interface MailRequest {
  readonly kind: MailKind;
  readonly email: string;
  /** See `linkBase` of links. */
  readonly linkBase: string;
}

/** Orders a mail. It goes out when the write is done and the mailroom is woken, or a little later by itself. */
export async function orderMail(work: AccountWork, request: MailRequest, now: Date): Promise<void> {
  const { kind, email, linkBase } = request;
  const key = emailKey(email);
  await work.data.mailOrders.upsert(
    { _id: `${kind}:${key}`, tenantId: PLATFORM },
    { $set: { kind, emailKey: key, linkBase, orderId: newId(), attempts: 0, dueAt: now } },
  );
}
