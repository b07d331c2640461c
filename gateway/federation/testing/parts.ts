import { parse } from 'graphql';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { AnswerInParts, ArrivedParts, WrittenAnswer } from '../index';
import type { TestGraph } from './kit';

type Path = readonly (string | number)[];
type Variables = Readonly<Record<string, unknown>>;

/** An answer that was read to its end, as a client would hold it. */
export interface Merged {
  readonly data: unknown;
  readonly errors: readonly GraphQLError[];
  /** Where parts became null. */
  readonly lost: readonly Path[];
}

/** Begins an answer in parts. */
export async function defer(
  { engine }: TestGraph,
  query: string,
  variables: Variables = {},
  signal?: AbortSignal,
): Promise<WrittenAnswer | AnswerInParts> {
  const operation = engine.prepare(parse(query), { isDeferring: true });
  const context = { headers: {}, ...(signal && { signal }) };
  return engine.answerInParts(operation, { variables, context });
}

/** An answer that must come in parts. */
export async function inParts(
  graph: TestGraph,
  query: string,
  variables: Variables = {},
  signal?: AbortSignal,
): Promise<AnswerInParts> {
  const answer = await defer(graph, query, variables, signal);
  if (!('parts' in answer)) throw new Error('The answer came at once.');
  return answer;
}

/** An answer that must come at once. */
export async function atOnce(
  graph: TestGraph,
  query: string,
  variables: Variables = {},
): Promise<ExecutionResult> {
  const answer = await defer(graph, query, variables);
  if ('parts' in answer) throw new Error('The answer came in parts.');
  return read(answer);
}

/** What is answered first. */
export const dataOf = ({ initial }: AnswerInParts): unknown => initial.data;

/** The parts that arrive next. */
export async function next({ parts }: AnswerInParts): Promise<ArrivedParts> {
  const { value, done } = await parts.next();
  if (done) throw new Error('There are no more parts.');
  return value;
}

/** The parts as they are easily compared. */
export async function rest({ parts }: AnswerInParts): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const arrived of parts) {
    for (const { path, label, data, errors } of arrived.parts) {
      const told = errors?.map((error) => `${error.message} at ${error.path?.join('.') ?? ''}`);
      all.push({
        path: path.join('.'),
        data,
        ...(label !== undefined && { label }),
        ...(told && { errors: told }),
      });
    }
  }
  return all;
}

/** What a client reads, with the errors as they were found. */
const read = ({ body, result }: WrittenAnswer): ExecutionResult => ({
  ...(JSON.parse(body.toString()) as ExecutionResult),
  ...(result?.errors && { errors: result.errors }),
});

/** Reads an answer to its end and makes of it what a client makes of it. */
export async function merge(answer: WrittenAnswer | AnswerInParts): Promise<Merged> {
  const first = 'parts' in answer ? answer.initial : read(answer);
  const holder = { data: structuredClone(first.data ?? null) };
  const errors = [...(first.errors ?? [])];
  const lost: Path[] = [];
  if (!('parts' in answer)) return { ...holder, errors, lost };
  let isLast = false;
  for await (const { parts, hasNext } of answer.parts) {
    if (isLast) throw new Error('Parts came after the last of them.');
    isLast = !hasNext;
    for (const part of parts) {
      errors.push(...(part.errors ?? []));
      if (part.data === null) lost.push(part.path);
      else mergePart(holder, part.path, structuredClone(part.data));
    }
  }
  if (!isLast) throw new Error('The last parts were not said to be the last.');
  return { ...holder, errors, lost };
}

function mergePart(holder: object, path: Path, data: object): void {
  const target = ['data', ...path].reduce<unknown>(
    (object, key) => (object as Record<string | number, unknown>)[key],
    holder,
  );
  if (typeof target !== 'object' || target === null)
    throw new Error(`There is no object at ${path.join('.')}.`);
  mergeInto(target, data);
}

function mergeInto(target: object, source: object): void {
  for (const [key, value] of Object.entries(source) as [string, unknown][]) {
    const present = (target as Record<string, unknown>)[key];
    if (isObject(present) && isObject(value)) mergeInto(present, value);
    else (target as Record<string, unknown>)[key] = value;
  }
}

/** Where two values differ. A null that ended at a deferred fragment would have risen further without it. */
export function difference(
  actual: unknown,
  expected: unknown,
  lost: readonly Path[],
  path: Path = [],
): Path[] {
  if (expected === null && lost.some((at) => path.every((key, index) => at[index] === key))) return [];
  if (!isObject(actual) || !isObject(expected)) return Object.is(actual, expected) ? [] : [path];
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...keys].flatMap((key) =>
    difference(actual[key], expected[key], lost, [...path, Array.isArray(actual) ? Number(key) : key]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
