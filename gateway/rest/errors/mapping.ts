/** What an error of the graph becomes for the callers of an endpoint: @onError, and the service's own status. */
import { type ErrorCode, ERRORS, isErrorCode } from '../../../common/errors';
import type { OnErrorDirective, ServiceDirective } from '../documents/directives';
import { missingKind } from './missing';
import type { Refusal } from './refusal';

interface Words {
  readonly text?: string | null;
  readonly status?: number | null;
}

/**
 * The first mapping of the code decides; those of the operation stand before those of the service. What a @fault says
 * of the very fault stands before all of them.
 */
export function mapped(
  given: Refusal,
  mappings: readonly OnErrorDirective[],
  service: ServiceDirective,
): Refusal & { readonly status: number; readonly showCode: boolean } {
  const mapping = mappings.find(
    ({ code, errors }) => code === given.code && (errors == null || errors === service.errors),
  );
  const as = isErrorCode(mapping?.as) ? mapping.as : undefined;
  const code = as ?? given.code;
  const usual = code === 'VALIDATION_ERROR' ? service.invalidStatus : ERRORS[code].status;
  const unmapped: Words = as ? { text: ERRORS[as].message } : given;
  const words: readonly (Words | undefined)[] = [given.said, mapping, unmapped];
  return {
    ...given,
    ...(as && given.details ? { details: renamed(given.details, as) } : {}),
    code,
    text: firstOf(words.map((said) => said?.text)) ?? given.text,
    status: firstOf(words.map((said) => said?.status)) ?? usual,
    showCode: mapping?.showCode ?? false,
  };
}

/** The graph may call what is missing by a word that these callers do not know. */
function renamed(details: NonNullable<Refusal['details']>, code: ErrorCode): NonNullable<Refusal['details']> {
  const { resourceType, ...others } = details;
  return resourceType === undefined ? others : { ...missingKind(code), ...others };
}

const firstOf = <Value>(values: readonly (Value | null | undefined)[]): Value | undefined =>
  values.find((value) => value != null) ?? undefined;
