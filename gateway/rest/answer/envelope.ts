/** What surrounds the data of an answer. Source: common.yaml (envelopes). */
import type { EnvelopeKind, Spelling } from '../documents/directives';
import { spelledNames } from '../names';

export interface Content {
  readonly data: unknown;
  /** Beside the data, canonically spelled. */
  readonly pagination?: Readonly<Record<string, unknown>> | undefined;
}

export function envelop(kind: EnvelopeKind, spelling: Spelling, { data, pagination }: Content): unknown {
  if (kind === 'SUCCESS') return { success: true };
  const beside = pagination ? { pagination: respelled(pagination, spelling) } : {};
  if (kind === 'DATA') return { success: true, data, ...beside };
  return pagination ? { data, ...beside } : data;
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
