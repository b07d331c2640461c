/** How a subgraph follows a subscription. */
import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';

/**
 * Opens the source of a subscription; what refuses it is the answer. Each event is an execution of its own, with the
 * arguments made anew: nothing batched is read from before it, and a token that has expired no longer counts.
 */
export async function followEvents<T>(
  makeArguments: () => Promise<ExecutionArgs>,
  present: (result: ExecutionResult) => T,
): Promise<T | AsyncIterableIterator<T, undefined>> {
  const source = await createSourceEventStream(await makeArguments());
  if (!(Symbol.asyncIterator in source)) return present(source);
  const values: AsyncIterator<unknown> = source[Symbol.asyncIterator]();
  const events: AsyncIterableIterator<T, undefined> = {
    next: async () => {
      const next = await values.next();
      if (next.done) return { done: true, value: undefined };
      const result = await execute({ ...(await makeArguments()), rootValue: next.value });
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
