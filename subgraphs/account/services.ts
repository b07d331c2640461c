/** Makes what the resolvers of Account have at hand, and takes it away again. */
import type { Clock } from '../../common/clock';
import type { Logger } from '../../common/log';
import { type Platform, SubgraphContext } from '../common/context';
import type { Database } from '../common/database';
import type { collections } from './context';
import { createPasswords } from './credentials/passwords';
import { createGoogleVerifier } from './google/token';
import { mailRound } from './mail/mailroom';
import { Rounds } from './mail/rounds';
import type { AccountServices, AccountSettings, Mailroom } from './settings';
import { createAccessTokenIssuer } from './tokens/access';

export interface ServiceParts {
  readonly database: Database<typeof collections>;
  readonly clock: Clock;
  readonly log: Logger;
}

export async function createServices(
  settings: AccountSettings,
  parts: ServiceParts,
): Promise<AccountServices> {
  const { keys, accessTokenSeconds: lifetimeSeconds } = settings;
  const { clock } = parts;
  return {
    settings,
    passwords: await createPasswords(settings.passwordCost),
    issueAccessToken: createAccessTokenIssuer({ keys, lifetimeSeconds, clock }),
    verifyGoogleToken: createGoogleVerifier({
      clientId: settings.googleClientId,
      jwksUrl: settings.googleJwksUrl,
      clock,
    }),
    mailroom: createMailroom(settings, parts),
  };
}

function createMailroom({ mailPort: port }: AccountSettings, parts: ServiceParts): Mailroom {
  const { log, clock } = parts;
  const context = new SubgraphContext({ ...parts, viewer: undefined, services: undefined, log: () => log });
  const platform = (): Platform<typeof collections> => context.asPlatform('mail is sent for all tenants');
  const rounds = new Rounds(mailRound({ platform, port, clock, log }), log);
  rounds.wake(); // what was left when the house stopped
  return {
    place: port.place,
    wake: () => rounds.wake(),
    finish: () => rounds.finish(),
    stop: async () => {
      await rounds.stop();
      await port.close();
    },
  };
}
