import { NoAnswer, request } from './request.js';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    session { accessToken refreshToken user { name } tenant { name } }
  }
}`;
const REFRESH = `mutation ($input: RefreshSessionInput!) {
  refreshSession(input: $input) { accessToken refreshToken }
}`;
const SIGN_OUT = 'mutation ($input: SignOutInput!) { signOut(input: $input) { signedOut } }';

/**
 * Who is signed in. Tokens stay in memory: they are gone with the page, and no other script finds them later.
 * Tells of every change by the event `change`.
 */
export class Session extends EventTarget {
  #tokens = null;
  #signInAgain = null;
  #renewal = null;
  /** The names of the user and of the tenant; null for nobody. */
  who = null;

  get accessToken() {
    return this.#tokens?.accessToken ?? null;
  }

  /** What a request of whoever is signed in carries. */
  get headers() {
    return this.#tokens ? { authorization: `Bearer ${this.#tokens.accessToken}` } : {};
  }

  /**
   * Signs in. Throws with a message for the reader.
   * @param isRemembered whether to use the same credentials again when the session cannot be renewed
   */
  async signIn(credentials, { isRemembered = false } = {}) {
    const { signIn } = await run(SIGN_IN, credentials);
    const { accessToken, refreshToken, user, tenant } = signIn.session;
    this.#tokens = { accessToken, refreshToken };
    this.#signInAgain = isRemembered ? () => this.#signInWith(credentials) : null;
    this.#become({ user: user.name, tenant: tenant.name });
  }

  /**
   * Gets an access token in place of one that was refused, once for all who ask. Says whether there is one; throws
   * NoAnswer where nobody could say so.
   */
  async replace(refused) {
    if (this.accessToken !== refused) return this.accessToken !== null;
    this.#renewal ??= this.#renew().finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  /** Forgets the session, and has the server forget it too. */
  async signOut() {
    const refreshToken = this.#tokens?.refreshToken;
    this.#end();
    // The reader is signed out here whatever becomes of this; the token ends by itself in time.
    if (refreshToken) await run(SIGN_OUT, { refreshToken }).catch(() => undefined);
  }

  async #renew() {
    if (!this.#tokens) return false;
    try {
      const { refreshToken } = this.#tokens;
      const { refreshSession } = await run(REFRESH, { refreshToken });
      if (!this.#tokens) return false; // signed out in the meantime
      this.#tokens = refreshSession;
      return true;
    } catch (error) {
      if (error instanceof NoAnswer) throw error;
      return this.#startOver();
    }
  }

  async #startOver() {
    if (this.#signInAgain && (await this.#signInAgain())) return true;
    this.#end('Your session has ended. Sign in again.');
    return false;
  }

  async #signInWith(credentials) {
    try {
      await this.signIn(credentials, { isRemembered: true });
      return true;
    } catch (error) {
      if (error instanceof NoAnswer) throw error;
      return false;
    }
  }

  #end(reason) {
    this.#tokens = null;
    this.#signInAgain = null;
    this.#become(null, reason);
  }

  #become(who, reason) {
    this.who = who;
    this.dispatchEvent(new CustomEvent('change', { detail: { reason } }));
  }
}

/** What says nothing about the credentials: it passes, and they may be used again. */
const PASSING = new Set([
  'INTERNAL_SERVER_ERROR',
  'RATE_LIMIT_EXCEEDED',
  'REQUEST_TIMEOUT',
  'SERVICE_UNAVAILABLE',
]);

async function run(query, input) {
  const { result } = await request({ query, variables: { input } });
  const [fault] = result.errors ?? [];
  if (!fault) return result.data;
  throw PASSING.has(fault.extensions?.code) ? new NoAnswer(fault.message) : new Error(fault.message);
}
