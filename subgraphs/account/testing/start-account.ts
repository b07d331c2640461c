/** The Account subgraph with keys, a clock and an empty database of its own, for tests. */
import { SettableClock } from '../../../common/clock';
import { createTokenVerifier, keysAtHand, type VerifyToken } from '../../../common/tokens';
import type { SubgraphAnswer } from '../../common/subgraph';
import type { Context } from '../context';
import type { Mail } from '../mail/port';
import { account, type AccountSettings } from '../index';
import { createSigningKey, readSigningKeys } from '../tokens/keys';
import { CHEAP_PASSWORDS } from './passwords';
import { untilTheEnd } from '../../../tests/support/cases';
import { dataOf, type Question, startSubgraph } from '../../common/testing/start-subgraph';
import {
  CONFIRMATION,
  REFRESH,
  REGISTER,
  SIGN_IN,
  SIGN_OUT,
  type SessionAnswer,
  type TokenPairAnswer,
} from './operations';

export const PASSWORD = 'correct horse';

export interface TestAccount {
  readonly clock: SettableClock;
  readonly verifyToken: VerifyToken;
  ask(question: Question): Promise<SubgraphAnswer>;
  /** Registers a user who can sign in at once; without an address it gets one of its own. */
  register(input?: Readonly<Record<string, unknown>>): Promise<SessionAnswer>;
  signIn(email: string, password?: string): Promise<SubgraphAnswer>;
  refresh(refreshToken: string): Promise<SubgraphAnswer>;
  /** The new pair of a refresh that succeeds. */
  refreshed(refreshToken: string): Promise<TokenPairAnswer>;
  signOut(refreshToken: string): Promise<SubgraphAnswer>;
  /** The mails to this address so far, the oldest first; everything that is due has been tried before. */
  mailsTo(email: string): Promise<readonly Mail[]>;
  /** What the token of a confirmation mail is good for. */
  confirmationStatus(token: string): Promise<string>;
  /** What resolvers have at hand in an operation without a token. */
  context(): Promise<Context>;
  stop(): Promise<void>;
}

export async function startAccount(settings: Partial<AccountSettings> = {}): Promise<TestAccount> {
  const clock = new SettableClock();
  const keys = await readSigningKeys(await createSigningKey());
  const verifyToken = createTokenVerifier(
    keysAtHand(async () => keys.publicKeys()),
    clock,
  );
  const sent: Mail[] = [];
  const definition = account({
    keys,
    accessTokenSeconds: 900,
    refreshGraceSeconds: 30,
    emailVerification: false,
    development: false,
    passwordCost: CHEAP_PASSWORDS,
    mailPort: { place: 'memory', send: async (mail) => void sent.push(mail), close: async () => undefined },
    frontendUrls: ['https://app.example'],
    googleClientId: undefined,
    googleJwksUrl: 'http://127.0.0.1:1/certs',
    ...settings,
  });
  const { subgraph, ask, stop } = await startSubgraph(definition, { clock, verifyToken });
  const refresh = (refreshToken: string): Promise<SubgraphAnswer> =>
    ask({ document: REFRESH, variables: { refreshToken } });
  return {
    clock,
    verifyToken,
    ask,
    register: async (input) => {
      const answer = await ask({ document: REGISTER, variables: { input: newcomer(input) } });
      return dataOf<{ register: { session: SessionAnswer } }>(answer).register.session;
    },
    signIn: (email, password = PASSWORD) => ask({ document: SIGN_IN, variables: { email, password } }),
    refresh,
    refreshed: async (token) =>
      dataOf<{ refreshSession: TokenPairAnswer }>(await refresh(token)).refreshSession,
    mailsTo: async (email) => {
      await subgraph.services.mailroom.finish();
      return sent.filter(({ to }) => to === email);
    },
    confirmationStatus: async (token) => {
      const answer = await ask({ document: CONFIRMATION, variables: { token } });
      return dataOf<{ emailConfirmation: { status: string } }>(answer).emailConfirmation.status;
    },
    signOut: (refreshToken) => ask({ document: SIGN_OUT, variables: { refreshToken } }),
    context: () => subgraph.context({ authorization: undefined }),
    stop,
  };
}

let shared: Promise<TestAccount> | undefined;

/** The Account of a jest file with the usual settings, its clock at the beginning: cases take turns in it. */
export async function enterAccount(): Promise<TestAccount> {
  const account = await (shared ??= untilTheEnd(startAccount()));
  account.clock.set(new SettableClock().now());
  return account;
}

let newcomers = 0;

/** The input of a registration, with an address that nobody has yet. */
export function newcomer(input: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  newcomers += 1;
  const email = `newcomer-${newcomers}@example.com`;
  return { email, password: PASSWORD, firstName: 'Grace', lastName: 'Hopper', ...input };
}
