/** What an error of the graph becomes for the callers of an endpoint: @onError, and the service's own status. */
import { ERRORS, isErrorCode } from '../../../common/errors';
import type { OnErrorDirective, ServiceDirective } from '../documents/directives';
import type { Refusal } from './refusal';

/** The first mapping of the code decides; those of the operation stand before those of the service. */
export function mapped(
  given: Refusal,
  mappings: readonly OnErrorDirective[],
  service: ServiceDirective,
): Refusal & { readonly status: number; readonly showCode: boolean } {
  const mapping = mappings.find(({ code }) => code === given.code);
  const as = isErrorCode(mapping?.as) ? mapping.as : undefined;
  const code = as ?? given.code;
  const text = mapping?.text ?? (as ? ERRORS[as].message : given.text);
  const usual = code === 'VALIDATION_ERROR' ? service.invalidStatus : ERRORS[code].status;
  const status = mapping?.status ?? (as ? undefined : given.status) ?? usual;
  return { ...given, code, text, status, showCode: mapping?.showCode ?? false };
}
