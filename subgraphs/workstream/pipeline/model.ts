/**
 * The records of the pipeline as they are stored: every one belongs to an organisation and has an integer id.
 * Source: workstream.yaml, shapes Signal, Candidate, Pursuit.
 */
import { type CollectionDefinition, defineCollection, type Row } from '../../common/collections';

export interface PipelineRecord {
  /** The tenant's integer id. */
  readonly orgId: number;
  /** The integer id that callers know, ascending within its kind. */
  readonly number: number;
}

export type PipelineRow = Row<PipelineRecord>;

const pipelineCollection = (name: string): CollectionDefinition<PipelineRecord> =>
  defineCollection<PipelineRecord>(
    name,
    { orgId: { type: Number, required: true }, number: { type: Number, required: true } },
    {
      indexes: [
        { keys: { tenantId: 1, number: 1 }, options: { unique: true } },
        { keys: { tenantId: 1, createdAt: -1 } },
      ],
    },
  );

export const signals = pipelineCollection('signals');
export const candidates = pipelineCollection('candidates');
export const pursuits = pipelineCollection('pursuits');
