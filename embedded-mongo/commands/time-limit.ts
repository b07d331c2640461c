import { Deadline, timeIsOver } from '../deadline';
import { badValue } from '../errors';
import type { Writer } from '../storage/writer';
import { countMember } from './command';
import type { Command, CommandContext } from './command';

/** The longest time that a command can be given. */
const MAX_TIME_MS = 2 ** 31 - 1;

/**
 * A command's context, in which it takes no longer than its `maxTimeMS` says. The time is looked at whenever documents
 * are read: what computes long on one of them is not interrupted. For a getMore it means something else, or nothing.
 */
export function withinTime(command: Command, context: CommandContext): CommandContext {
  const limit = countMember(command.body, 'maxTimeMS') ?? 0;
  if (limit > MAX_TIME_MS) throw badValue(`${limit} value for maxTimeMS is out of range [0, ${MAX_TIME_MS}]`);
  if (limit === 0 || command.name === 'getMore') return context;
  const deadline = new Deadline(limit);
  return {
    ...context,
    deadline,
    view: () => {
      deadline.check();
      return context.view();
    },
    write: (work) => writeWithin(deadline, context, work),
  };
}

/** Writes in time or not at all, also where another transaction has to be waited for. */
async function writeWithin<T>(
  deadline: Deadline,
  { write }: CommandContext,
  work: (writer: Writer) => T,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      deadline.expire();
      reject(timeIsOver());
    }, deadline.remaining);
  });
  const written = write((writer) => {
    deadline.check();
    const result = writer.interruptible(() => deadline.check(), work);
    // What has been decided is not taken back while it is being made durable.
    clearTimeout(timer);
    return result;
  });
  try {
    return await Promise.race([written, over]);
  } finally {
    clearTimeout(timer);
  }
}
