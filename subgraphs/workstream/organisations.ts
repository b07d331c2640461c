/** The integer organisation of Workstream's callers. Source: workstream.yaml, orgScope and errorBodies.forbidden. */
import { DomainError, invalid } from '../../common/errors';
import type { Viewer } from '../../common/viewer';

/** Makes sure that the organisation is the one of the caller's tenant. Throws VALIDATION_ERROR for none, FORBIDDEN. */
export function ensureOwnOrganisation(viewer: Viewer, orgId: number): void {
  if (orgId === 0) throw invalid({ orgId: 'orgId must name an organisation' });
  if (orgId !== viewer.orgId) throw new DomainError('FORBIDDEN', 'org_id does not belong to the tenant');
}
