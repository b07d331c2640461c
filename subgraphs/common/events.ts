/** How a subgraph follows a subscription. */
import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { mongo, MongooseError } from 'mongoose';

/** The events of one subscription. `return()` leaves it. */
export interface Followed<T> extends AsyncIterableIterator<T, undefined> {
  /** The place in the log behind which they begin: known before the first of them, so that none is lost. */
  readonly position?: string | undefined;
}

/**
 * Opens the source of a subscription; what refuses it is the answer. Each event is an execution of its own, with the
 * arguments made anew: nothing batched is read from before it, and a token that has expired no longer counts.
 * Where the object that the resolver returned has a member `position`, the events have it, too. A database that cannot be
 * read breaks the events, for a gap would be taken for the truth: whoever comes back is told the same event as a whole.
 */
export async function followEvents<T>(
  makeArguments: () => Promise<ExecutionArgs>,
  present: (result: ExecutionResult) => T,
): Promise<T | Followed<T>> {
  const source = await createSourceEventStream(await makeArguments());
  if (!(Symbol.asyncIterator in source)) return present(source);
  const values: AsyncIterator<unknown> = source[Symbol.asyncIterator]();
  const events: Followed<T> = {
    position: positionOf(source),
    next: async () => {
      const next = await values.next();
      if (next.done) return { done: true, value: undefined };
      const result = await execute({ ...(await makeArguments()), rootValue: next.value });
      const fault = result.errors?.find(({ originalError }) => isOfDatabase(originalError));
      if (fault) throw fault.originalError ?? fault;
      return { done: false, value: present(result) };
    },
    return: async () => {
      await values.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => events,
  };
  return events;
}

const isOfDatabase = (fault: unknown): boolean =>
  fault instanceof mongo.MongoError || fault instanceof MongooseError;

function positionOf(source: object): string | undefined {
  const { position } = source as { readonly position?: unknown };
  return typeof position === 'string' ? position : undefined;
}
