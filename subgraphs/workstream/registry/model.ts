/** Entries of an organisation's configuration as they are stored. Source: workstream.yaml, configRegistry. */
import { Schema } from 'mongoose';
import { defineCollection, type Row } from '../../common/collections';
import { byNumber, type NumberedRecord, numberedMembers, optionalMoment } from '../numbered';

export type ConfigType = 'SLA_RULE' | 'GATE_RULE' | 'RANKING_RULE' | 'SPOTLIGHT_RULE' | 'STATE_MACHINE';

/** What an entry sets. */
export interface Setting {
  readonly type: ConfigType;
  readonly key: string;
  /** In the words of the contract: callers read and write it as it is. */
  readonly value: unknown;
}

export interface ConfigEntry extends NumberedRecord, Setting {
  /** In force from this moment on, and until `effectiveTo`, which is excluded. */
  readonly effectiveFrom: Date;
  readonly effectiveTo: Date | null;
}

export type ConfigEntryRow = Row<ConfigEntry>;

export const configEntries = defineCollection<ConfigEntry>(
  'configEntries',
  {
    ...numberedMembers,
    type: { type: String, required: true },
    key: { type: String, required: true },
    value: { type: Schema.Types.Mixed, required: true },
    effectiveFrom: { type: Date, required: true },
    effectiveTo: optionalMoment,
  },
  { indexes: [byNumber, { keys: { tenantId: 1, type: 1, key: 1, effectiveFrom: -1 } }] },
);
