/** What is missing, in the words that callers have for it. Source: traction.yaml, notFoundDetails. */
import type { ErrorCode } from '../../../common/errors';
import { camelCase } from '../names';

/** The kind of thing that a code says is missing: KPI_LINK_NOT_FOUND tells of a `kpiLink`. */
export function missingKind(code: ErrorCode): { readonly resourceType?: string } {
  const [, kind] = /^(.+)_NOT_FOUND$/.exec(code) ?? [];
  return kind === undefined || kind === 'RESOURCE' ? {} : { resourceType: camelCase(kind.toLowerCase()) };
}
