/** What was made of one text and serves until something newer does. */
export interface Generations<T> {
  /** The newest that could be made. Who has asked once may use it to the end: it is only replaced, never closed. */
  current(): T;
  /** Why the newest text does not serve; undefined while it does. */
  fault(): string | undefined;
  /** Takes a new text, or keeps what serves when nothing can be made of it. Never throws. */
  offer(text: string): void;
  /** Notes that there is no text any more; what serves stays. */
  missing(fault: unknown): void;
}

export type Change = { readonly isTaken: true } | { readonly isTaken: false; readonly fault: unknown };

/**
 * Makes the first generation, and throws when that fails. The making is synchronous, and so is the change from one
 * generation to the next: no request can meet half of each.
 */
export function createGenerations<T>(
  first: string,
  make: (text: string) => T,
  onChange: (change: Change) => void,
): Generations<T> {
  let served = { text: first, value: make(first) };
  /** What came last, when it is not what serves. */
  let refused: { readonly text: string | undefined; readonly reason: string } | undefined;

  const refuse = (text: string | undefined, fault: unknown): void => {
    refused = { text, reason: fault instanceof Error ? fault.message : String(fault) };
    onChange({ isTaken: false, fault });
  };

  return {
    current: () => served.value,
    fault: () => refused?.reason,
    offer(text) {
      if (text === (refused ?? served).text) return;
      try {
        // A text that is taken back leaves what serves as it is.
        if (text !== served.text) served = { text, value: make(text) };
      } catch (fault) {
        refuse(text, fault);
        return;
      }
      refused = undefined;
      onChange({ isTaken: true });
    },
    missing(fault) {
      if (!refused || refused.text !== undefined) refuse(undefined, fault);
    },
  };
}
