/** The bar above GraphiQL: a form for nobody, a name and a way out for somebody. */
export class SignInBar {
  #session;
  #form;
  #signedIn;
  #fault;
  #told;

  constructor(page, session) {
    this.#session = session;
    this.#form = page.querySelector('[data-sign-in]');
    this.#signedIn = page.querySelector('[data-signed-in]');
    this.#fault = page.querySelector('[data-fault]');
    this.#told = page.querySelector('[data-told]');

    session.addEventListener('change', ({ detail }) => this.#show(detail.reason));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#signIn();
    });
    page.querySelector('[data-sign-out]').addEventListener('click', () => {
      void session.signOut();
      this.#form.elements.email.focus();
    });
  }

  /** Signs in with what the page was served with, where it says so. Says whether somebody is signed in. */
  async signInByItself() {
    return this.#form.dataset.signIn === 'automatic' && this.#signIn({ isRemembered: true });
  }

  async #signIn(how) {
    const { email, password } = this.#form.elements;
    const button = this.#form.querySelector('[type="submit"]');
    this.#complain('');
    button.disabled = true;
    try {
      await this.#session.signIn({ email: email.value.trim(), password: password.value }, how);
      return true;
    } catch (error) {
      this.#complain(`Could not sign in: ${error.message}`);
      return false;
    } finally {
      button.disabled = false;
    }
  }

  #show(reason = '') {
    const { who } = this.#session;
    this.#form.hidden = who !== null;
    this.#signedIn.hidden = who === null;
    this.#complain(reason);
    this.#told.textContent = who ? `Signed in as ${who.user}` : 'Signed out';
    if (!who) return;
    this.#signedIn.querySelector('[data-name]').textContent = who.user;
    this.#signedIn.querySelector('[data-tenant]').textContent = `· ${who.tenant}`;
  }

  #complain(text) {
    this.#fault.textContent = text;
    this.#fault.hidden = text === '';
  }
}
