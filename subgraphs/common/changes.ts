/**
 * The change log: one row per change, numbered by the tenant without gaps, written in the transaction of the change.
 * Live activity is its tail, and the documented activity lists are filters on it.
 */
import { Schema } from 'mongoose';
import { defineCollection } from './collections';

/** Where a change is to be seen. */
export type Visibility = 'goal' | 'recent' | 'stream' | 'audit';

/** What an activity entry of a goal says. */
export interface ActivityEntry {
  readonly type: string;
  readonly text: string;
  readonly title?: string;
  readonly url?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface Change {
  /** What happened, such as `goal_created`. */
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly visibleIn: readonly Visibility[];
  /** One sentence for people. */
  readonly description: string;
  /** The goal whose feed shows it. */
  readonly goalId?: string;
  readonly entry?: ActivityEntry;
  /** Facts for programs, such as `{ pursuit_id }`. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

export interface LoggedChange extends Change {
  /** The place in the tenant's log, from 1. */
  readonly seq: number;
  readonly actorId: string;
}

interface Counter {
  readonly last: number;
}

const text = { type: String };

/** The log itself. A position in it is `seq`; the order of commits is the order of numbers. */
export const changes = defineCollection<LoggedChange>(
  'changes',
  {
    seq: { type: Number, required: true },
    actorId: { type: String, required: true },
    kind: { type: String, required: true },
    subject: { type: new Schema({ type: text, id: text }, { _id: false }), required: true },
    visibleIn: { type: [String], required: true },
    description: { type: String, required: true },
    goalId: text,
    entry: { type: Object },
    payload: { type: Object },
  },
  {
    indexes: [
      { keys: { tenantId: 1, seq: 1 }, options: { unique: true } },
      { keys: { tenantId: 1, goalId: 1, seq: 1 } },
    ],
  },
);

/** The last number given in each tenant's log; the id is the tenant's. */
export const counters = defineCollection<Counter>('counters', { last: { type: Number, default: 0 } });
