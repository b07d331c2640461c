/** How Account behaves, and what its resolvers have at hand for it. Source: interface.md, Environment. */
import type { PasswordCost, Passwords } from './credentials/passwords';
import type { VerifyGoogleToken } from './google/token';
import type { MailPort } from './mail/port';
import type { IssueAccessToken } from './tokens/access';
import type { SigningKeys } from './tokens/keys';

export interface AccountSettings {
  readonly keys: SigningKeys;
  readonly accessTokenSeconds: number;
  /** How long a spent refresh token works on. */
  readonly refreshGraceSeconds: number;
  /** Whether a new user must confirm the e-mail address before the first sign-in. */
  readonly emailVerification: boolean;
  /** Whether `skipVerification` is honoured. */
  readonly development: boolean;
  /** What a password hash costs; as OWASP recommends where absent. */
  readonly passwordCost?: PasswordCost;
  /** Closed by Account when it stops. */
  readonly mailPort: MailPort;
  /** The web pages that mailed links may lead to; the first one unless a caller names another of them. */
  readonly frontendUrls: readonly string[];
  /** Whom Google's ID tokens must be made for; nobody signs in with Google where absent. */
  readonly googleClientId: string | undefined;
  readonly googleJwksUrl: string;
}

/** Mails that are ordered leave by it. */
export interface Mailroom {
  /** Where the mails go, see `MailPort`. */
  readonly place: string;
  /** Says that a mail was ordered. */
  wake(): void;
  /** Resolves when everything that is due was tried. */
  finish(): Promise<void>;
  stop(): Promise<void>;
}

export interface AccountServices {
  readonly settings: AccountSettings;
  readonly passwords: Passwords;
  readonly issueAccessToken: IssueAccessToken;
  readonly verifyGoogleToken: VerifyGoogleToken;
  readonly mailroom: Mailroom;
}
