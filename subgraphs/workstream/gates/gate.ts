/** Quality gates: what must be done before an item may go on. Source: workstream.yaml, qualityGates, errorBodies.qualityGate. */
import { DomainError } from '../../../common/errors';
import type { Requirements } from '../registry/registry';

/**
 * Makes sure that everything required is done; names compare exactly.
 * Throws QUALITY_GATE_BLOCKED, which tells what is missing in the order of the requirements.
 * @param target where the gate leads, as the refusal names it
 */
export function ensureGate(
  target: 'Promote' | 'Red' | 'Submit',
  { gate, items, source }: Requirements,
  done: readonly string[],
): void {
  const missing = items.filter((item) => !done.includes(item));
  if (missing.length === 0) return;
  throw new DomainError(
    'QUALITY_GATE_BLOCKED',
    `${target} blocked; incomplete checklist: ${missing.join(', ')}`,
    { details: { gateType: gate, missingItems: missing, requiredItems: items, configSource: source } },
  );
}
