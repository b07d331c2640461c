/**
 * From whom a signal comes. What its sender says is believed; addresses, phones and domains tell nothing yet.
 * Source: workstream.yaml, identity.autoResolve (rule 8).
 */
import type { IdentityResolution, NewSignal } from '../schema.generated';
import type { Resolution } from './model';

/** Resolves by what the signal itself names. */
export function resolveIdentity(signal: Pick<NewSignal, 'contactNumber' | 'clientNumber'>): Resolution {
  const { contactNumber = null, clientNumber = null } = signal;
  const isResolved = contactNumber !== null || clientNumber !== null;
  return {
    contactNumber,
    clientNumber,
    confidence: 0,
    method: isResolved ? 'AUTO_RESOLVED' : 'UNRESOLVED',
  };
}

/** As the graph shows it. */
export function shownResolution({
  contactNumber,
  clientNumber,
  confidence,
  method,
}: Resolution): IdentityResolution {
  return {
    isContactResolved: contactNumber !== null,
    contactNumber,
    isClientResolved: clientNumber !== null,
    clientNumber,
    confidenceScore: confidence,
    method,
  };
}
