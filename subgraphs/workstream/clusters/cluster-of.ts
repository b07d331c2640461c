/**
 * Signals of one client belong together, without a client those of one contact.
 * Source: workstream.yaml, identity.clustering.
 */
import type { WorkstreamWork } from '../context';
import { nextNumber } from '../numbers';
import type { Cluster } from './model';

/** Whom a signal comes from, as far as that is known. */
export interface Sender {
  readonly clientNumber: number | null;
  readonly contactNumber: number | null;
}

const ALGORITHM = 'identity_v1';

/** The number of the cluster that a signal belongs to; its first signal opens it. Null without client and contact. */
export async function clusterOf(
  { data }: WorkstreamWork,
  orgId: number,
  sender: Sender,
): Promise<number | null> {
  const shared = sharedBy(sender);
  if (!shared) return null;
  const known = await data.clusters.findOne(shared);
  if (known) return known.number;
  const number = await nextNumber(data.numbers, orgId, 'clusters');
  await data.clusters.insert({ orgId, number, algorithm: ALGORITHM, ...shared });
  return number;
}

function sharedBy({ clientNumber, contactNumber }: Sender): Pick<Cluster, 'by' | 'of'> | undefined {
  if (clientNumber !== null) return { by: 'CLIENT', of: clientNumber };
  return contactNumber === null ? undefined : { by: 'CONTACT', of: contactNumber };
}
