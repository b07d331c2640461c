/** What is stored for mails: the orders of those that are still to be sent, and the tokens of their links. */
import { defineCollection, type Row } from '../../common/collections';
import type { MailKind } from './kinds';

/**
 * A mail that is still to be sent: written in the transaction of what causes it, removed when the mail is out. It names
 * an address, known or not, and holds no token: whoever asks cannot tell from the answer or its time whether somebody has
 * the address, and no link stands in the database. Stored under its kind and address: asking again before the mail is
 * out does not make it two mails.
 */
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
const moment = { type: Date, required: true };

export const mailOrders = defineCollection<MailOrder>(
  'mailOrders',
  {
    kind: text,
    emailKey: text,
    linkBase: text,
    orderId: text,
    attempts: { type: Number, required: true },
    dueAt: moment,
  },
  { indexes: [{ keys: { tenantId: 1, dueAt: 1 } }] },
);

export const mailTokens = defineCollection<MailToken>(
  'mailTokens',
  { kind: text, userId: text, emailKey: text, expiresAt: moment, spentAt: { type: Date, default: null } },
  { indexes: [{ keys: { tenantId: 1, userId: 1, kind: 1 } }] },
);
