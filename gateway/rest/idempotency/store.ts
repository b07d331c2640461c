/** Where it is remembered which keys were used, and what was answered. Knows neither requests nor what they hold. */

/** How long a store may take before it counts as one that does not answer. */
export const STORE_MILLISECONDS = 5000;

/** One attempt to be the one who does what was asked for. */
export interface Turn {
  /** Names the key within its scope, and tells nothing of it. */
  readonly id: string;
  /** Whose turn it is, should another one take over. */
  readonly holder: string;
}

export interface Claim extends Turn {
  /** The same for the same request under this key; tells nothing of it. */
  readonly proof: string;
  readonly now: Date;
  /** Until when nobody else may have a turn: who has not come back by then has died. */
  readonly leaseUntil: Date;
  /** Until when the key belongs to this request. */
  readonly keepUntil: Date;
}

export type Claimed =
  /** Do it, then `keep` or `release`. */
  | { readonly kind: 'granted' }
  | { readonly kind: 'answered'; readonly answer: Uint8Array }
  | { readonly kind: 'running' }
  /** The key was used for another request. */
  | { readonly kind: 'taken' };

export interface IdempotencyStore {
  /** Of several at the same moment, one is granted. Rejects when the store does not answer. */
  claim(claim: Claim): Promise<Claimed>;
  /** Ends a turn with an answer for all who ask again; without effect when the turn has gone to another one. */
  keep(turn: Turn, answer: Uint8Array): Promise<void>;
  /** Ends a turn without an answer: the next one who asks the same has a turn. */
  release(turn: Turn): Promise<void>;
  close(): Promise<void>;
}
