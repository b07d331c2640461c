import type { SubgraphResponse, SubgraphStream } from '../types';
import type { Approach } from './approach';
import type { Hub } from './hub';
import { isStream } from './shared-stream';
import type { Opened, Source } from './shared-stream';

/** A subscription that begins behind an event that others may have seen long ago. */
export interface Latecomer {
  readonly source: Source;
  /** The position of that event; undefined when it can be compared with no other. */
  readonly after: string | undefined;
  /** Opens a stream of its own behind the event. */
  readonly openOwn: (signal: AbortSignal) => Promise<Opened>;
  readonly signal: AbortSignal;
}

/**
 * Reads a stream of its own until the shared one has everything that is still to come, and then that one: nothing is
 * lost between the two, and nothing comes twice. Who has missed nothing begins with the shared one.
 */
export async function catchUp(hub: Hub, latecomer: Latecomer): Promise<Opened> {
  const { source, after, openOwn, signal } = latecomer;
  const own = new AbortController();
  const approach = hub.approach(source, signal, () => own.abort());
  approach.reach(after);
  const met = approach.met();
  if (met) return met;
  try {
    const opened = await openOwn(AbortSignal.any([signal, own.signal]));
    if (isStream(opened)) return follow(opened, approach, source);
    approach.leave();
    return approach.met() ?? opened;
  } catch (fault) {
    approach.leave();
    const instead = approach.met();
    if (instead) return instead;
    throw fault;
  }
}

async function* follow(
  own: SubgraphStream,
  approach: Approach,
  { positionOf }: Source,
): AsyncGenerator<SubgraphResponse> {
  try {
    for await (const event of own) {
      if (approach.met()) break; // the shared stream has this one, too
      approach.reach(positionOf(event));
      yield event;
    }
  } finally {
    approach.leave();
  }
  const shared = approach.met();
  if (shared) yield* shared;
}
