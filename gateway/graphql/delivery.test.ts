import fastify, { type FastifyInstance } from 'fastify';
import type { AnswerInParts, ArrivedParts } from '../federation';
import { DomainError } from '../../common/errors';
import { Delivery } from './delivery';
import { DEFER_2022 } from './multipart';
import type { Outcome } from './outcome';

let app: FastifyInstance;
let url: string;
let answer: AnswerInParts;
let stop: AbortController;
let outcome: Promise<Outcome>;

beforeEach(async () => {
  stop = new AbortController();
  app = fastify();
  app.get('/', (_request, reply) => {
    outcome = new Delivery(reply).send(DEFER_2022, answer, stop.signal);
    return reply;
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});

afterEach(async () => {
  const closed = app.close();
  // Clients of this process may hold connections open that they have never used.
  app.server.closeAllConnections();
  await closed;
});

const arrived = (text: string, hasNext: boolean): ArrivedParts => ({
  parts: [{ id: '1', path: ['a'], data: { text } }],
  pending: [],
  hasNext,
});

function answerOf(parts: AnswerInParts['parts']): AnswerInParts {
  return { initial: { data: { a: {} } }, pending: [], parts };
}

it('reads parts as far as the client does, and leaves with it', async () => {
  let isLeft = false;
  answer = answerOf(
    (async function* endless() {
      try {
        for (;;) yield arrived('x'.repeat(100_000), true);
      } finally {
        isLeft = true;
      }
    })(),
  );
  const leave = new AbortController();
  const { body } = await fetch(url, { signal: leave.signal });
  await body?.getReader().read();
  leave.abort();
  expect((await outcome).result).toEqual({ data: { a: {} } });
  expect(isLeft).toBe(true);
});

it('ends with the reason when it is stopped', async () => {
  answer = answerOf(
    (async function* () {
      yield arrived('first', true);
      await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
      return undefined;
    })(),
  );
  const response = await fetch(url);
  stop.abort(new DomainError('REQUEST_TIMEOUT'));
  const text = await response.text();
  expect(text).toMatch(/"errors":\[\{[^\]]*"code":"REQUEST_TIMEOUT"[^\]]*\],"hasNext":false\}\r\n-----\r\n$/);
});

it('says so when parts are missing for no reason that a client need know', async () => {
  answer = answerOf(
    (async function* () {
      yield arrived('first', true);
      return undefined;
    })(),
  );
  expect(await (await fetch(url)).text()).toContain('"code":"INTERNAL_SERVER_ERROR"');
});

it('sends nothing when it has been answered that it took too long', async () => {
  const returned = jest.fn(async () => ({ value: undefined, done: true }) as const);
  const parts = { next: returned, return: returned, [Symbol.asyncIterator]: () => parts };
  const delivery = new Delivery({ raw: {} } as never);
  const late = new DomainError('REQUEST_TIMEOUT');
  await expect(delivery.send(DEFER_2022, answerOf(parts), AbortSignal.abort(late))).rejects.toBe(late);
  expect(delivery.hasBegun).toBe(false);
  expect(returned).toHaveBeenCalledTimes(1);
});
