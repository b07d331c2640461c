import { parse } from 'graphql';
import { collapsing } from './collapse';
import { createTestGraph } from './testing/kit';
import type { ExecutionRequest, WrittenAnswer } from './types';

let release: () => void;
let gate: Promise<void>;
let value: number;

const graph = createTestGraph({
  a: {
    typeDefs: 'type Query { value(of: Int): Int! } type Mutation { set(value: Int!): Int! }',
    resolvers: {
      Query: {
        value: async () => {
          const read = value;
          await gate;
          return read;
        },
      },
      Mutation: { set: (_: unknown, given: { value: number }) => (value = given.value) },
    },
  },
});
const engine = collapsing(graph.engine);
const query = engine.prepare(parse('query ($of: Int) { value(of: $of) }'));
const mutation = engine.prepare(parse('mutation { set(value: 2) }'));

const ada = { authorization: 'Ada' };

beforeEach(() => {
  value = 1;
  graph.requests.splice(0);
  gate = new Promise((resolve) => (release = resolve));
});

function ask(
  headers: Record<string, string> = ada,
  variables: ExecutionRequest['variables'] = {},
): Promise<WrittenAnswer> {
  return engine.answer(query, { variables, context: { headers } });
}

async function answersOf(...asked: Promise<WrittenAnswer>[]): Promise<unknown[]> {
  release();
  return (await Promise.all(asked)).map(({ body }) => body.toString());
}

it('identical queries of one identity in flight share one execution', async () => {
  const texts = await answersOf(ask(), ask());
  expect(texts).toEqual(['{"data":{"value":1}}', '{"data":{"value":1}}']);
  expect(graph.requests).toHaveLength(1);
});

it('who asks is the principal where the door names one, whatever else the headers say', async () => {
  const as = (principal: string, id: string): Promise<WrittenAnswer> =>
    engine.answer(query, { context: { headers: { 'x-request-id': id }, principal: () => principal } });
  await answersOf(as('Ada', '1'), as('Ada', '2'), as('Bob', '1'));
  expect(graph.requests).toHaveLength(2);
});

it('the order of headers says nothing', async () => {
  await answersOf(ask({ a: '1', b: '2' }), ask({ b: '2', a: '1' }));
  expect(graph.requests).toHaveLength(1);
});

it('other identities, other variables and later requests do not', async () => {
  await answersOf(ask(), ask({ authorization: 'Bob' }), ask({}), ask(ada, { of: 1 }));
  expect(graph.requests).toHaveLength(4);
  await ask();
  expect(graph.requests).toHaveLength(5);
});

it('whoever has seen a mutation end does not join a query that was begun before', async () => {
  const before = ask();
  const context = { headers: { authorization: 'Bob' } };
  await engine.execute(mutation, { context });
  const after = ask();
  expect(await answersOf(before, after)).toEqual(['{"data":{"value":1}}', '{"data":{"value":2}}']);
});

it('what the first caller has given up is begun anew for those who come later', async () => {
  const stop = new AbortController();
  const first = engine.answer(query, { context: { headers: ada, signal: stop.signal } });
  const second = ask();
  stop.abort();
  const third = ask();
  const fourth = ask();
  await answersOf(first, second, third, fourth);
  expect(graph.requests).toHaveLength(2);
});

it('a caller who goes away does not take the answer from others', async () => {
  const stop = new AbortController();
  const first = engine.answer(query, { context: { headers: ada, signal: stop.signal } });
  const second = ask();
  stop.abort();
  expect(await answersOf(first, second)).toEqual(['{"data":{"value":1}}', '{"data":{"value":1}}']);
});
