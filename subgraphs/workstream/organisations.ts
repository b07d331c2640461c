/** The integer organisation of Workstream's callers. Source: workstream.yaml, orgScope and errorBodies.forbidden. */
import { DomainError } from '../../common/errors';
import type { Viewer } from '../../common/viewer';

/** Makes sure that the organisation is the one of the caller's tenant. Throws FORBIDDEN. */
export function ensureOwnOrganisation(viewer: Viewer, orgId: number): void {
  if (orgId !== viewer.orgId) throw new DomainError('FORBIDDEN', 'org_id does not belong to the tenant');
}
