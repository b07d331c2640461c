/**
 * The change log: one row per change, numbered by the tenant without gaps, written in the transaction of the change.
 * Live activity is its tail, and the recent activity of a tenant is a filter on it.
 *
 * A row says what happened and to what, by name, and not what somebody wrote: texts lie in collections of their own,
 * to which `subject` leads. They may be redacted there, and they stay when the log has let go of the row
 * (live/retention.ts).
 */
import { Schema } from 'mongoose';
import { defineCollection } from './collections';

/** Where a change is to be seen. */
export type Visibility = 'recent' | 'stream' | 'audit';

export interface Change {
  /** What happened, such as `goal_created`. */
  readonly kind: string;
  readonly subject: {
    readonly type: string;
    readonly id: string;
    /** What it was called then; needed where the change is in the recent activity. */
    readonly title?: string;
  };
  readonly visibleIn: readonly Visibility[];
  /** One sentence for people. */
  readonly description: string;
  /** The goal that it belongs to, and whose stream tells it. */
  readonly goalId?: string;
  /** Facts for programs, such as `{ pursuit_id }`. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

export interface LoggedChange extends Change {
  /** The place in the tenant's log, from 1. */
  readonly seq: number;
  readonly actorId: string;
}

export interface Counter {
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
    subject: { type: new Schema({ type: text, id: text, title: text }, { _id: false }), required: true },
    visibleIn: { type: [String], required: true },
    description: { type: String, required: true },
    goalId: text,
    payload: { type: Object },
  },
  {
    indexes: [
      { keys: { tenantId: 1, seq: 1 }, options: { unique: true } },
      { keys: { tenantId: 1, goalId: 1, seq: 1 } },
      { keys: { tenantId: 1, visibleIn: 1, seq: -1 } },
    ],
  },
);

/** The last number given in each tenant's log; the id is the tenant's. */
export const counters = defineCollection<Counter>('counters', { last: { type: Number, default: 0 } });
