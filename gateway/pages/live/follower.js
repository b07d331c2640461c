import { ask } from '../shared/ask.js';
import { activityOf, positionQuery, subscription } from './feeds.js';
import { pause, pauseAfter } from './pauses.js';
import { Refused } from './wire.js';

/** How far back in the log of a service a page begins that shows nothing yet. */
const HISTORY = 100;

/** A stream that stood for so long was not a failure when it breaks. */
const STOOD_MS = 10_000;

/** What the graph answered in place of a result. */
class Fault extends Error {
  constructor({ message, extensions }) {
    super(message);
    this.code = extensions?.code;
  }
}

/**
 * Follows one feed until the signal aborts: what has been first, then what happens, each event once and none left out.
 * The place in the log of the service is what is remembered across breaks.
 */
export class Follower {
  #feed;
  #page;
  #failures = 0;
  /** The last event that was seen, or the place where the page begins; null when all is to be read anew. */
  #seen = null;
  /** Where the log stood when the page began: what comes behind happened while the reader looked on. */
  #began = 0;
  #isFirst = true;

  /** @param page { session, wire, signal, awakener, onState, onActivity, onAnew } */
  constructor(feed, page) {
    this.#feed = feed;
    this.#page = page;
  }

  async run() {
    const { session, signal } = this.#page;
    while (!signal.aborted) {
      const { accessToken } = session;
      const start = performance.now();
      try {
        await this.#follow();
      } catch (fault) {
        if (signal.aborted || !(await this.#canGoOn(fault, accessToken))) return;
      }
      await this.#rest(performance.now() - start);
    }
  }

  async #follow() {
    this.#say({ name: 'connecting' });
    if (this.#seen === null) await this.#begin();
    const operation = { query: subscription(this.#feed), variables: { after: String(this.#seen) } };
    let fault;
    await this.#page.wire.subscribe(operation, {
      onBegin: () => this.#say({ name: 'connected' }),
      onResult: ({ data, errors }) => {
        if (data?.event) return this.#take(data.event);
        fault = new Fault(errors[0]);
        return false;
      },
    });
    if (fault) throw fault;
  }

  /** Reads where the log stands, and goes a little back. */
  async #begin() {
    const result = await ask(this.#page.session, { query: positionQuery(this.#feed) });
    if (!result.data) throw new Fault(result.errors[0]);
    this.#began = Number(result.data.position);
    this.#seen = Math.max(0, this.#began - HISTORY);
    this.#isFirst = true;
  }

  /** Says whether to go on reading. */
  #take(event) {
    const cursor = Number(event.cursor);
    if (event.__typename === 'Resync') return this.#resync(cursor);
    this.#isFirst = false;
    if (cursor <= this.#seen) return true;
    this.#seen = cursor;
    this.#page.onActivity(activityOf(this.#feed, event), { isNew: cursor > this.#began });
    return true;
  }

  /** At the beginning it only says that less is kept than was asked for; later, that something may be missing. */
  #resync(cursor) {
    this.#seen = this.#isFirst ? cursor : null;
    if (this.#isFirst) return true;
    this.#page.onAnew(this.#feed.service);
    return false;
  }

  /** A token that has ended is replaced; what is forbidden stays forbidden; all else is worth another try. */
  async #canGoOn(fault, token) {
    if (fault.code === 'FORBIDDEN') {
      this.#say({ name: 'forbidden', reason: fault.message });
      return false;
    }
    if (!(fault instanceof Refused) && fault.code !== 'UNAUTHORIZED') return true;
    try {
      return await this.#page.session.replace(token);
    } catch {
      return true; // nobody could say: later
    }
  }

  async #rest(stood) {
    const { awakener, signal } = this.#page;
    this.#failures = stood > STOOD_MS ? 1 : this.#failures + 1;
    const milliseconds = pauseAfter(this.#failures);
    this.#say({ name: 'waiting', milliseconds });
    await pause(milliseconds, awakener, signal);
  }

  #say(state) {
    if (!this.#page.signal.aborted)
      this.#page.onState(this.#feed.service, { ...state, failures: this.#failures });
  }
}
