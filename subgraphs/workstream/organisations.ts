/** The integer organisation of Workstream's callers. Source: workstream.yaml, orgScope and errorBodies.forbidden. */
import { DomainError } from '../../common/errors';
import type { Viewer } from '../../common/viewer';

/**
 * The organisation that a caller means: the one of the token where none is named.
 * Throws FORBIDDEN for that of another tenant.
 */
export function organisationOf(viewer: Viewer, orgId: number | null | undefined): number {
  if (orgId !== null && orgId !== undefined && orgId !== viewer.orgId)
    throw new DomainError('FORBIDDEN', 'org_id does not belong to the tenant');
  return viewer.orgId;
}
