import { setTimeout } from 'node:timers/promises';
import type { StreamPosition, SubgraphResponse, SubgraphStream } from '../types';

/** What opening a stream brings: the stream, or an answer that refuses it. */
export type Opened = SubgraphStream | SubgraphResponse;

export function isStream(opened: Opened): opened is SubgraphStream {
  return Symbol.asyncIterator in opened;
}

/** The pace at which a broken stream is opened again, in milliseconds: about half a minute in all. */
const PAUSES = [100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000, 5000];

/** One stream of a subgraph, and what it takes to open it again where it broke. */
export interface Resumable {
  /** Opens the stream behind a position; from now on where there is none. */
  readonly open: (after: unknown) => Promise<Opened>;
  /** The position at which the subscriber begins. */
  readonly after: unknown;
  /** The position of an event; undefined when it has none, or when the stream cannot begin at one. */
  readonly cursorOf: (event: SubgraphResponse | StreamPosition) => unknown;
  readonly signal: AbortSignal;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly report: (fault: unknown) => void;
}

/** Waits for a moment that differs between processes: not all of them return to a restarted subgraph at once. */
export async function waitAbout(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds * (0.5 + Math.random() / 2), undefined, { signal });
}

/**
 * Opens a stream that survives the loss of its subgraph: it goes on behind the last event that was seen, or
 * where it said that it begins. Where
 * no position is known, events may have been missed: the stream then breaks for its reader as well.
 */
export async function openResumable(resumable: Resumable): Promise<Opened> {
  const opened = await resumable.open(resumable.after);
  return isStream(opened) ? resume(opened, resumable) : opened;
}

async function* resume(
  first: SubgraphStream,
  resumable: Resumable,
): AsyncGenerator<SubgraphResponse | StreamPosition> {
  const { cursorOf, signal } = resumable;
  let stream = first;
  let position = resumable.after;
  let pauses: Iterable<number> = PAUSES.values();
  for (;;) {
    try {
      for await (const event of stream) {
        position = cursorOf(event) ?? position;
        pauses = PAUSES.values();
        yield event;
      }
      return;
    } catch (fault) {
      if (signal.aborted) return;
      if (position === undefined) throw fault;
      resumable.report(fault);
      const again = await reopen(resumable, position, pauses, fault);
      if (!again) return;
      if (!isStream(again)) {
        yield again;
        return;
      }
      stream = again;
    }
  }
}

/** The stream anew; undefined when nobody wants it any more. Throws the last fault when the subgraph stays away. */
async function reopen(
  { open, signal, wait }: Resumable,
  position: unknown,
  pauses: Iterable<number>,
  broken: unknown,
): Promise<Opened | undefined> {
  let last = broken;
  for (const pause of pauses) {
    try {
      await wait(pause, signal);
      return await open(position);
    } catch (fault) {
      if (signal.aborted) return undefined;
      last = fault;
    }
  }
  throw last;
}
