import { Broken, readEvents } from './event-stream.js';

/** The access token was not taken. */
export class Refused extends Error {}

const PATH = '/graphql/stream';

/**
 * One event stream for all subscriptions of the page: browsers open few connections to one host, and other tabs want
 * theirs. It is graphql-sse's single connection mode: a stream is reserved, opened, and named by each operation.
 * Opened by the first who subscribes; after it has broken, by the next.
 */
export class Wire {
  #session;
  #signal;
  #stream = null;
  #ids = 0;

  /** @param signal aborts when nobody watches any more */
  constructor(session, signal) {
    this.#session = session;
    this.#signal = signal;
  }

  /**
   * Calls `onBegin`, then `onResult` with each result until that says false. Resolves then, or when the server says that
   * it is complete. Throws Refused, or another error when something came in between.
   */
  async subscribe(operation, { onBegin, onResult }) {
    const stream = await (this.#stream ??= this.#open());
    const id = String(++this.#ids);
    const ended = new Promise((resolve, reject) => {
      const take = (result) => {
        if (onResult(result) === false) resolve(this.#leave(stream, id));
      };
      stream.readers.set(id, { take, resolve, reject });
    });
    ended.catch(() => undefined); // told below, unless the operation was not even taken
    try {
      const body = JSON.stringify({ ...operation, extensions: { operationId: id } });
      await this.#send('POST', { ...stream.headers, 'content-type': 'application/json' }, body);
      onBegin();
      await ended;
    } finally {
      stream.readers.delete(id);
    }
  }

  /** Where the server cannot be told any more, it has noticed by itself. */
  async #leave({ headers, readers }, id) {
    readers.delete(id);
    await this.#send('DELETE', headers, undefined, `${PATH}?operationId=${id}`).catch(() => undefined);
  }

  async #open() {
    try {
      const token = await (await this.#send('PUT', {})).text();
      const headers = { 'x-graphql-event-stream-token': token };
      const response = await this.#send('GET', { ...headers, accept: 'text/event-stream' });
      const stream = { headers, readers: new Map() };
      void this.#read(response, stream.readers);
      return stream;
    } catch (error) {
      this.#stream = null;
      throw error;
    }
  }

  async #read(response, readers) {
    let fault = new Broken('The stream has ended');
    try {
      for await (const { event, data } of readEvents(response)) {
        if (data === '') continue;
        const { id, payload } = JSON.parse(data);
        if (event === 'next') readers.get(id)?.take(payload);
        else readers.get(id)?.resolve();
      }
    } catch (error) {
      fault = error;
    }
    this.#stream = null;
    for (const { reject } of readers.values()) reject(fault);
  }

  async #send(method, headers, body, path = PATH) {
    const response = await fetch(path, {
      method,
      headers: { ...this.#session.headers, ...headers },
      body,
      signal: this.#signal,
    });
    if (response.status === 401) throw new Refused('The access token was not taken');
    if (!response.ok) throw new Broken(`The gateway answered ${response.status}`);
    return response;
  }
}
