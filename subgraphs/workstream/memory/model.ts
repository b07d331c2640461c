/**
 * What is remembered of candidates, pursuits and others: one atom per fact, decision or change.
 * Source: workstream.yaml, memory.
 */
import { Schema } from 'mongoose';
import { defineCollection } from '../../common/collections';
import { byNumber, type NumberedRecord, numberedMembers, optionalMoment, optionalText } from '../numbered';

export type MemoryEntityType = 'CANDIDATE' | 'PURSUIT' | 'ENGAGEMENT' | 'COMMS_THREAD';
export type AtomType = 'DECISION' | 'RISK' | 'PREFERENCE' | 'NOTE' | 'STATUS';

/** Where an atom was learned. */
export interface AtomSource {
  readonly system: string;
  readonly originId: string;
  readonly url: string | null;
}

export interface Atom extends NumberedRecord {
  readonly entityType: MemoryEntityType;
  readonly entityNumber: number;
  readonly atomType: AtomType;
  readonly content: string;
  readonly source: AtomSource;
  readonly tags: readonly string[];
  /** How much it weighs on a card. */
  readonly score: number;
  readonly occurredAt: Date;
  readonly expiresAt: Date | null;
}

/** Source: workstream.yaml, memory.atomScores. */
export const ATOM_SCORES: Readonly<Record<AtomType, number>> = {
  DECISION: 100,
  RISK: 90,
  PREFERENCE: 80,
  NOTE: 60,
  STATUS: 40,
};

const text = { type: String, required: true };
const integer = { type: Number, required: true };

export const atoms = defineCollection<Atom>(
  'atoms',
  {
    ...numberedMembers,
    entityType: text,
    entityNumber: integer,
    atomType: text,
    content: text,
    source: {
      type: new Schema<AtomSource>({ system: text, originId: text, url: optionalText }, { _id: false }),
      required: true,
    },
    tags: { type: [String], default: [] },
    score: integer,
    occurredAt: { type: Date, required: true },
    expiresAt: optionalMoment,
  },
  {
    indexes: [byNumber, { keys: { tenantId: 1, entityType: 1, entityNumber: 1, score: -1, occurredAt: -1 } }],
  },
);
