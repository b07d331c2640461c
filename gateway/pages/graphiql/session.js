import { request } from './request.js';

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

  /**
   * Signs in. Throws with a message for the reader.
   * @param isRemembered whether to use the same credentials again when the session cannot be renewed
   */
  async signIn(credentials, { isRemembered = false } = {}) {
    const { signIn } = await run(SIGN_IN, credentials);
    const { accessToken, refreshToken, user, tenant } = signIn.session;
    this.#tokens = { accessToken, refreshToken };
    this.#signInAgain = isRemembered ? () => this.signIn(credentials, { isRemembered }) : null;
    this.#become({ user: user.name, tenant: tenant.name });
  }

  /** Gets a fresh access token, once for all who ask at the same time. Says whether there is one. */
  renew() {
    this.#renewal ??= this.#renewNow().finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  /** Forgets the session, and has the server forget it too. */
  async signOut() {
    const refreshToken = this.#tokens?.refreshToken;
    this.#end();
    // The reader is signed out here whatever becomes of this; the token ends by itself in time.
    if (refreshToken) await run(SIGN_OUT, { refreshToken }).catch(() => undefined);
  }

  async #renewNow() {
    if (!this.#tokens) return false;
    try {
      const { refreshToken } = this.#tokens;
      this.#tokens = (await run(REFRESH, { refreshToken })).refreshSession;
      return true;
    } catch {
      return this.#startOver();
    }
  }

  async #startOver() {
    try {
      await this.#signInAgain();
      return true;
    } catch {
      this.#end('Your session has ended. Sign in again.');
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

async function run(query, input) {
  const { result } = await request({ query, variables: { input } });
  if (result.errors?.length) throw new Error(result.errors[0].message);
  return result.data;
}
