/** Events as a connection takes them: ready-made bytes, which are made once however many readers there are. */
import type { Frames } from './event-stream';

/** Events that are taken as there is room for them, see `Frames`. */
export interface Takable<T extends object> {
  take(most?: number): readonly T[];
  readonly isOver: boolean;
  onReady: () => void;
}

/** What is made of a thing, remembered as long as the thing lives. */
export function madeOnce<T extends object, M>(make: (thing: T) => M): (thing: T) => M {
  const known = new WeakMap<T, { readonly made: M }>();
  return (thing) => {
    const found = known.get(thing) ?? { made: make(thing) };
    known.set(thing, found);
    return found.made;
  };
}

/**
 * The frames of a subscription's events, and behind them the last one where there is one.
 *
 * @param frame makes the bytes of one event, best by `madeOnce`
 */
export function framesOf<T extends object>(
  events: Takable<T>,
  frame: (event: T) => Uint8Array,
  last?: Uint8Array,
): Frames {
  let rest = last ? [last] : [];
  return {
    take(most) {
      const frames = events.take(most).map(frame);
      if (!events.isOver || rest.length === 0) return frames;
      frames.push(...rest);
      rest = [];
      return frames;
    },
    get isOver() {
      return events.isOver && rest.length === 0;
    },
    set onReady(tell: () => void) {
      events.onReady = tell;
    },
  };
}
