import { OperationTypeNode } from 'graphql';
import type { Engine, ExecutionRequest, PreparedOperation, WrittenAnswer } from './types';

export interface CollapseOptions {
  /** Headers that differ from request to request and say nothing about who asks, such as an id for the logs. */
  readonly ignoring?: readonly string[];
}

/**
 * Lets identical queries of one identity that are in flight at the same moment share one execution. Only answers as
 * text are shared. Whoever has seen a mutation end gets an answer that was begun after it: every mutation that ends
 * in this process starts a new generation, which joins nothing older.
 */
export function collapsing(engine: Engine, { ignoring = [] }: CollapseOptions = {}): Engine {
  const flights = new Map<string, Promise<WrittenAnswer>>();
  const ids = new WeakMap<PreparedOperation, number>();
  let generation = 0;
  let prepared = 0;

  const keyOf = (operation: PreparedOperation, { variables = {}, context }: ExecutionRequest): string => {
    const id = ids.get(operation) ?? (prepared += 1);
    ids.set(operation, id);
    const identity = Object.entries(context.headers).filter(([name]) => !ignoring.includes(name));
    return JSON.stringify([generation, id, variables, identity.sort()]);
  };

  const share = (operation: PreparedOperation, request: ExecutionRequest): Promise<WrittenAnswer> => {
    const key = keyOf(operation, request);
    const known = flights.get(key);
    if (known) return known;
    // Without the wish of one caller to stop: others may wait for the same.
    const { headers } = request.context;
    const flight = engine
      .answer(operation, { ...request, context: { headers } })
      .finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };

  const watched = async <T>({ kind }: PreparedOperation, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } finally {
      if (kind === OperationTypeNode.MUTATION) generation += 1;
    }
  };

  return {
    ...engine,
    execute: (operation, request) => watched(operation, () => engine.execute(operation, request)),
    answer: (operation, request) =>
      operation.kind === OperationTypeNode.QUERY
        ? share(operation, request)
        : watched(operation, () => engine.answer(operation, request)),
    // Parts go to one reader, at its pace.
    answerInParts: (operation, request) => watched(operation, () => engine.answerInParts(operation, request)),
  };
}
