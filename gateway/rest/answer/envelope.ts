/** What surrounds the data of an answer. Source: common.yaml (envelopes). */
import type { EnvelopeKind, Spelling } from '../documents/directives';
import { spelledNames } from '../names';

export interface Content {
  readonly data: unknown;
  /** Further members, spelled as they are written; they win over those of the envelope. */
  readonly beside: Readonly<Record<string, unknown>>;
}

const WRAPPED: Readonly<Record<Exclude<EnvelopeKind, 'NONE' | 'FILE'>, (data: unknown) => object>> = {
  DATA: (data) => ({ success: true, data }),
  DATA_ERROR: (data) => ({ success: true, data, error: null }),
  STATUS: (data) => ({ status: 'ok', data }),
  SUCCESS: () => ({ success: true }),
};

export function envelop(kind: Exclude<EnvelopeKind, 'FILE'>, { data, beside }: Content): unknown {
  if (kind !== 'NONE') return { ...WRAPPED[kind](data), ...beside };
  if (Object.keys(beside).length === 0) return data;
  // A list cannot have members of its own: then it is the data beside them.
  return Array.isArray(data) ? { data, ...beside } : { ...(data as object | null), ...beside };
}

/** The members under their names in an answer. */
export function respelled(
  members: Readonly<Record<string, unknown>>,
  spelling: Spelling,
): Record<string, unknown> {
  const entries = Object.entries(members);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => spelledNames(name, spelling).map((spelled) => [spelled, value])),
  );
}
