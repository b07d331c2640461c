/** Requests that are refused, and the bodies that say so. */

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export const unauthorized = (): Refused => new Refused(401, 'UNAUTHORIZED', 'A valid access token is needed');

export const otherTenant = (): Refused =>
  new Refused(403, 'FORBIDDEN', 'X-Tenant-Id is not the tenant of the access token');

export const goalLimitReached = (): Refused =>
  new Refused(403, 'GOAL_LIMIT_REACHED', 'The goal limit of your subscription is reached');

export const goalNotFound = (resourceId: string): Refused =>
  new Refused(404, 'GOAL_NOT_FOUND', 'Goal not found', { details: { resourceId, resource_id: resourceId } });

/** Members that are not acceptable, each with its message. */
export const invalid = (errors: Readonly<Record<string, string>>): Refused =>
  new Refused(422, 'VALIDATION_ERROR', Object.values(errors)[0] ?? '', {
    errors,
    details: { errors: Object.entries(errors).map(([field, message]) => ({ field, message })) },
  });

/** What the caller reads of a fault; nothing of one that is ours. */
export function refusalOf(fault: unknown): { readonly status: number; readonly body: object } {
  const { status, message, code, more } =
    fault instanceof Refused
      ? fault
      : new Refused(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side');
  return { status, body: { success: false, error: message, code, ...more } };
}
