/** Variables of which the access token says what they are. Source: workstream.yaml (conventions.orgScope, checkOrder). */
import type { ClaimName } from '../documents/directives';
import type { Caller } from '../types';
import type { Incoming, VariableReader } from './reader';

export interface Claimed {
  readonly reader: VariableReader;
  readonly claim: ClaimName;
}

const CLAIMS: Readonly<Record<ClaimName, (caller: Caller) => unknown>> = { ORG_ID: ({ orgId }) => orgId };

/** Whether the request says something else than the token. What is not well formed says nothing yet. */
export function contradicts({ reader, claim }: Claimed, incoming: Incoming, caller: Caller): boolean {
  const faults: unknown[] = [];
  const value = reader.read(incoming, (place) => void faults.push(place));
  return faults.length === 0 && value !== undefined && value !== CLAIMS[claim](caller);
}
