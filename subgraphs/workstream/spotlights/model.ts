/**
 * Scores as they are stored, one for each item and spotlight.
 * Source: workstream.yaml, shape SpotlightScore and spotlightScoring.
 */
import { Schema } from 'mongoose';
import { defineCollection, type Row } from '../../common/collections';
import type { ItemType } from '../numbered';

/** One aspect of a score. */
export interface ScoreComponent {
  readonly name: string;
  readonly score: number;
  readonly weight: number;
  readonly reason: string;
  readonly contribution: number;
}

/** What scoring gives. */
export interface Score {
  readonly totalScore: number;
  /** The largest contribution first. */
  readonly components: readonly ScoreComponent[];
}

export interface SpotlightScore extends Score {
  readonly itemType: ItemType;
  readonly itemId: string;
  readonly spotlightNumber: number;
  readonly algorithmVersion: string;
  readonly scoredAt: Date;
}

export type SpotlightScoreRow = Row<SpotlightScore>;

const text = { type: String, required: true };
const number = { type: Number, required: true };

const component = new Schema<ScoreComponent>(
  { name: text, score: number, weight: number, reason: text, contribution: number },
  { _id: false },
);

export const spotlightScores = defineCollection<SpotlightScore>(
  'spotlightScores',
  {
    itemType: text,
    itemId: text,
    spotlightNumber: number,
    totalScore: number,
    algorithmVersion: text,
    scoredAt: { type: Date, required: true },
    components: { type: [component], required: true },
  },
  { indexes: [{ keys: { tenantId: 1, itemId: 1, spotlightNumber: 1 }, options: { unique: true } }] },
);
