import { parse } from 'graphql';
import { createTestGraph } from '../federation/testing/kit';
import { type LiveOperation, run } from './operations';

const NOBODY = { operation: () => undefined, refusal: () => undefined };

interface Waiting {
  readonly live: LiveOperation;
  readonly asked: Promise<void>;
  readonly answer: () => void;
  readonly isGivenUp: () => unknown;
}

/** A query whose subgraph answers when it is told to. */
function waiting(timeout: number): Waiting {
  let ask: () => void = () => undefined;
  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const pace = (): Promise<void> => {
    ask();
    return answered;
  };
  const { engine, requests } = createTestGraph({ a: { typeDefs: 'type Query { x: Int }' } }, { pace });
  const operation = engine.prepare(parse('{ x }'));
  return {
    live: {
      engine,
      operation,
      variables: {},
      context: { headers: {} },
      after: undefined,
      timeout,
      observer: NOBODY,
    },
    asked,
    answer,
    isGivenUp: () => requests[0]?.context.signal?.aborted,
  };
}

it('gives a query up that takes too long, and says so', async () => {
  const { live, isGivenUp } = waiting(1);
  const results = run(live, new AbortController().signal);
  expect((await results.next()).value).toMatchObject({
    errors: [{ extensions: { code: 'REQUEST_TIMEOUT' } }],
  });
  expect((await results.next()).done).toBe(true);
  expect(isGivenUp()).toBe(true);
});

it('gives a query up when its reader has left', async () => {
  const { live, asked, answer, isGivenUp } = waiting(60_000);
  const reader = new AbortController();
  const result = run(live, reader.signal).next();
  await asked;
  reader.abort();
  expect(isGivenUp()).toBe(true);
  answer();
  await result;
});
