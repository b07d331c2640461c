/** How Account behaves, and what its resolvers have at hand for it. Source: interface.md, Environment. */
import type { Clock } from '../../common/clock';
import { createPasswords, type PasswordCost, type Passwords } from './credentials/passwords';
import { createAccessTokenIssuer, type IssueAccessToken } from './tokens/access';
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
}

export interface AccountServices {
  readonly settings: AccountSettings;
  readonly passwords: Passwords;
  readonly issueAccessToken: IssueAccessToken;
}

export async function createServices(settings: AccountSettings, clock: Clock): Promise<AccountServices> {
  const { keys, accessTokenSeconds: lifetimeSeconds } = settings;
  return {
    settings,
    passwords: await createPasswords(settings.passwordCost),
    issueAccessToken: createAccessTokenIssuer({ keys, lifetimeSeconds, clock }),
  };
}
