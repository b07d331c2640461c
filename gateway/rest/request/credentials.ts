/**
 * Who calls: the headers Authorization and X-Tenant-Id, or what stands for them in the address where clients can set no
 * headers. What the address holds is read here and nowhere else, and told to nobody. Source: common.yaml (realtime).
 */
import { bareId } from '../../../common/ids';
import type { IdentityDirective } from '../documents/directives';
import type { Caller, RestRequest } from '../types';
import { sentParameter } from './query';

export interface Credentials {
  readonly authorization: string | undefined;
  readonly tenant: string | undefined;
}

/** What the headers say goes before the address. A token that is given twice is none. */
export function credentialsOf({ headers, query }: RestRequest, named?: IdentityDirective): Credentials {
  const [token, second] = sentParameter(query, named?.token ?? [])?.texts ?? [];
  const inQuery = token === undefined || second !== undefined ? undefined : `Bearer ${token}`;
  return { authorization: text(headers['authorization']) ?? inQuery, tenant: text(headers['x-tenant-id']) };
}

/** Whether the address names a tenant that is not the caller's, wherever it does so. */
export function namesOtherTenant(
  { params, query }: RestRequest,
  { tenant: names }: IdentityDirective,
  { tenantId }: Caller,
): boolean {
  const named = names.flatMap((name) =>
    [params[name] ?? [], sentParameter(query, [name])?.texts ?? []].flat(),
  );
  return named.some((tenant) => bareId(tenant) !== tenantId);
}

/** Whether the query is spelled as callers of a later age do: by any but the first of the names. */
export const isLater = ({ query }: RestRequest, { token, tenant }: IdentityDirective): boolean =>
  sentParameter(query, [...token.slice(1), ...tenant.slice(1)]) !== undefined;

/** An empty header says as little as none. */
function text(header: string | readonly string[] | undefined): string | undefined {
  const value = typeof header === 'string' ? header : header?.[0];
  return value === '' ? undefined : value;
}
