import { ask } from '../shared/ask.js';

const NAME = 'query Name($id: ID!) { user(id: $id) { name } }';
const NOBODY_KNOWN = 'Somebody';

/** The names of those whom an event names by their id alone; each is asked for once. */
export class People {
  #session;
  #names = new Map();

  constructor(session) {
    this.#session = session;
  }

  nameOf(id) {
    if (!this.#names.has(id)) this.#names.set(id, this.#ask(id));
    return this.#names.get(id);
  }

  async #ask(id) {
    try {
      const { data } = await ask(this.#session, { query: NAME, variables: { id } });
      return data?.user?.name ?? NOBODY_KNOWN;
    } catch {
      this.#names.delete(id); // another time, perhaps
      return NOBODY_KNOWN;
    }
  }
}
