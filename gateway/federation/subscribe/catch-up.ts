import type { ExecutionResult } from 'graphql';
import { Approach } from './approach';
import { areEvents, Broken } from './events';
import type { Events, OpenedEvents } from './events';
import type { Reader, SharedStream } from './shared-stream';

/** A reader that begins behind an event that others may have seen long ago. */
export interface Latecomer extends Reader {
  /** Whether it has left or been ended. */
  readonly isEnded: boolean;
  /** Resolves when it wants more: a stream that is its own is read at its pace. */
  wantsMore(): Promise<void>;
}

/** Where a latecomer begins, and the two streams that it reads one after the other. */
export interface CatchingUp {
  readonly reader: Latecomer;
  /** The position of the event that it begins behind. */
  readonly after: string | undefined;
  /** The shared one; undefined where nothing tells when the two are at the same place. */
  readonly find: (() => SharedStream) | undefined;
  /** Opens a stream of its own behind the event. */
  readonly openOwn: (signal: AbortSignal) => Promise<OpenedEvents>;
}

/** A latecomer on its way. */
export interface Begun {
  /** What came of it where its own stream was refused. */
  readonly refusal: Promise<ExecutionResult | undefined>;
  readonly leave: () => void;
}

/**
 * Reads a stream of its own until the shared one has everything that is still to come, and then that one: nothing is
 * lost between the two, and nothing comes twice. Who has missed nothing begins with the shared one.
 */
export function catchUp({ reader, after, find, openOwn }: CatchingUp): Begun {
  const own = new AbortController();
  const approach = new Approach(find, reader, () => own.abort());
  const leave = (): void => {
    approach.leave();
    own.abort();
  };
  const open = async (): Promise<ExecutionResult | undefined> => {
    const opened = await openOwn(own.signal);
    if (approach.isMet) return undefined;
    if (areEvents(opened)) return void follow(opened, approach, reader);
    approach.giveUp();
    return opened;
  };
  approach.reach(after);
  return { refusal: approach.isMet ? Promise.resolve(undefined) : open(), leave };
}

/** Reads the own stream; the shared one puts what comes behind, and has what is being read here when they meet. */
async function follow(events: Events, approach: Approach, reader: Latecomer): Promise<void> {
  let last: Parameters<Reader['end']> = [];
  try {
    for await (const event of events) {
      if (approach.isMet || reader.isEnded) return;
      reader.put(event);
      approach.reach(event.cursor);
      await reader.wantsMore();
    }
  } catch (fault) {
    if (fault instanceof Broken) last = [fault.last];
  }
  if (approach.isMet) return;
  approach.giveUp();
  reader.end(...last);
}
