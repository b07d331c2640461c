import { OperationTypeNode } from 'graphql';
import { identityOf } from './identity';
import type { Engine, ExecutionRequest, PreparedOperation, WrittenAnswer } from './types';

/**
 * Lets identical queries of one identity that are in flight at the same moment share one execution. Only answers as
 * text are shared. Whoever has seen a mutation end gets an answer that was begun after it: every mutation that ends
 * in this process starts a new generation, which joins nothing older.
 */
export function collapsing(engine: Engine): Engine {
  const flights = new Map<string, Promise<WrittenAnswer>>();
  const ids = new WeakMap<PreparedOperation, number>();
  let generation = 0;
  let prepared = 0;

  const keyOf = (operation: PreparedOperation, { variables = {}, context }: ExecutionRequest): string => {
    const id = ids.get(operation) ?? (prepared += 1);
    ids.set(operation, id);
    // Variables are JSON: it is clear where they end and the identity begins.
    return `${generation} ${id} ${JSON.stringify(variables)} ${identityOf(context)}`;
  };

  const share = (operation: PreparedOperation, request: ExecutionRequest): Promise<WrittenAnswer> => {
    const key = keyOf(operation, request);
    const known = flights.get(key);
    if (known) return known;
    // Without the wish of one caller to stop: others may wait for the same.
    const { signal: wish, ...context } = request.context;
    const flight = engine.answer(operation, { ...request, context }).finally(() => forget());
    const forget = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flights.set(key, flight);
    // What may never end shall not draw in all who come: once its first caller has given it up, nobody joins it.
    wish?.addEventListener('abort', { handleEvent: forget });
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
