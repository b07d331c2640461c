/**
 * The mails of Account, each with a link that carries a token: what they say, where they lead, how long the token works,
 * and who gets them. They name nobody: whoever registers a stranger's address must not choose what the stranger reads.
 * Source: account.yaml, tokens.mailTokens and emailVerification; the pages are ours to name.
 */
import type { UserStatus } from '../users/model';

export type MailKind = 'CONFIRM_EMAIL' | 'RESET_PASSWORD';

export interface MailTemplate {
  readonly subject: string;
  /** Paragraphs before the link. */
  readonly before: readonly string[];
  /** What the link is called. */
  readonly action: string;
  /** The page of the frontend that takes the token. */
  readonly page: string;
  /** Paragraphs behind the link. */
  readonly after: readonly string[];
  readonly lifetimeSeconds: number;
  /** The states of users who get it; everybody else's is dropped. */
  readonly isFor: readonly UserStatus[];
}

const HOUR_SECONDS = 60 * 60;

export const MAILS: Readonly<Record<MailKind, MailTemplate>> = {
  CONFIRM_EMAIL: {
    subject: 'Confirm your e-mail address',
    before: ['Welcome to PurposePath.', 'Open this link to confirm your e-mail address:'],
    action: 'Confirm the e-mail address',
    page: '/confirm-email',
    after: ['The link works for 24 hours, and once.', 'If you did not register, ignore this mail.'],
    lifetimeSeconds: 24 * HOUR_SECONDS,
    isFor: ['PENDING'],
  },
  RESET_PASSWORD: {
    subject: 'Choose a new password',
    before: ['Open this link to choose a new password for PurposePath:'],
    action: 'Choose a new password',
    page: '/reset-password',
    after: [
      'The link works for one hour, and once.',
      'If you did not ask for it, ignore this mail: your password stays as it is.',
    ],
    lifetimeSeconds: HOUR_SECONDS,
    isFor: ['PENDING', 'ACTIVE'],
  },
};
