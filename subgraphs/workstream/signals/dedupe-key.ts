/** The text that groups signals which look alike. Source: workstream.yaml, identity.dedupe. */
import { normalDomain, normalEmail, normalPhone, normalSourceRef } from '../identity/keys';
import type { NewSignal } from '../schema.generated';

const LONGEST = 128;

/** What the sender gives, else source type and the first of what names the sender; null where nothing does. */
export function dedupeKeyOf(signal: NewSignal): string | null {
  if (signal.dedupeKey) return signal.dedupeKey;
  const { contactEmail, contactPhone, companyDomain, sourceRef } = signal;
  const name =
    normalEmail(contactEmail ?? '') ||
    normalPhone(contactPhone ?? '') ||
    normalDomain(companyDomain ?? '') ||
    normalSourceRef(sourceRef ?? '');
  if (name === '') return null;
  return Array.from(`${signal.sourceType}_${name}`).slice(0, LONGEST).join('');
}
