/** Measures, their links and values as the tests make and read them: over REST, like everybody. */
import { randomInt } from 'node:crypto';
import type { Answer, CallOptions } from './call';
import { expectSuccess } from './expect';
import type { Kit, Tenant } from './kit';

export interface MeasureJson {
  readonly id: string;
  readonly name: string;
  readonly currentValue: number | null;
  readonly currentValueDate: string | null;
  readonly ownerId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly isDeleted: boolean;
}

export interface DetailJson extends MeasureJson {
  readonly linkedGoals: readonly Readonly<Record<string, unknown>>[];
  readonly historicalValues: readonly { readonly value: number; readonly recordedAt: string }[];
}

export interface LinkJson {
  readonly id: string;
  readonly measureId: string;
  readonly personId: string;
  readonly goalId: string | null;
  readonly strategyId: string | null;
  readonly linkType: 'personal' | 'goal' | 'strategy';
  readonly displayOrder: number;
  readonly isPrimary: boolean;
  readonly progress: Readonly<Record<string, unknown>> | null;
}

export interface EntryJson {
  readonly id: string;
  readonly postValue: number;
  readonly postDate: string;
  readonly createdAt: string;
}

/** An id that nothing has. */
export const NO_ID = '0199e5a2-7c1b-7d3e-9f40-1b2c3d4e5f60';

/** What no endpoint of measures takes for an id. */
export const MALFORMED = ['owner-123', '12_0199e5a2-7c1b-7d3e-9f40-1b2c3d4e5f60', 'x'] as const;

export async function newMeasure(kit: Kit, tenant: Tenant, body: object = {}): Promise<MeasureJson> {
  const answer = await kit.as(tenant, 'createMeasure', { body: { name: 'Revenue', ...body } });
  return expectSuccess<MeasureJson>(answer, 'createMeasure');
}

export async function readMeasure(kit: Kit, tenant: Tenant, id: string): Promise<DetailJson> {
  return expectSuccess<DetailJson>(await kit.as(tenant, 'getMeasure', { params: { id } }), 'getMeasure');
}

export async function listed(
  kit: Kit,
  tenant: Tenant,
  query?: CallOptions['query'],
): Promise<{ data: readonly MeasureJson[]; pagination: unknown }> {
  return expectSuccess(await kit.as(tenant, 'listMeasures', { query }), 'listMeasures');
}

export async function linksOf(
  kit: Kit,
  tenant: Tenant,
  query: CallOptions['query'],
): Promise<readonly LinkJson[]> {
  return expectSuccess(await kit.as(tenant, 'listMeasureLinks', { query }), 'listMeasureLinks');
}

/** For the tenant's own user, unless the body names another person. */
export async function newLink(
  kit: Kit,
  tenant: Tenant,
  measureId: string,
  body: object = {},
): Promise<LinkJson> {
  const sent = { measureId, personId: tenant.userId, ...body };
  return expectSuccess(await kit.as(tenant, 'createMeasureLink', { body: sent }), 'createMeasureLink');
}

export async function newTarget(
  kit: Kit,
  tenant: Tenant,
  measureId: string,
  body: object = {},
): Promise<EntryJson> {
  const sent = { targetValue: 100, targetDate: '2030-01-31T00:00:00Z', ...body };
  const answer = await kit.as(tenant, 'createMeasureTarget', { params: { measureId }, body: sent });
  return expectSuccess(answer, 'createMeasureTarget');
}

export async function newActual(
  kit: Kit,
  tenant: Tenant,
  measureId: string,
  body: object = {},
): Promise<EntryJson> {
  const sent = { actualSubtype: 'Measured', actualValue: 10, measurementDate: momentOf(kit), ...body };
  const answer = await kit.as(tenant, 'recordMeasureActual', { params: { measureId }, body: sent });
  return expectSuccess(answer, 'recordMeasureActual');
}

/** A moment so many seconds from now, as the service writes it. */
export const momentOf = ({ clock }: Kit, seconds = 0): string =>
  new Date(clock.now().getTime() + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');

const GREATEST_NUMBER = 2 ** 40;

/** Another user of the tenant: no endpoint invites one. */
export async function colleague(kit: Kit, tenant: Tenant): Promise<string> {
  const context = await kit.inside('account', tenant);
  const user = await context.write(({ data }) =>
    data.users.insert({
      number: randomInt(GREATEST_NUMBER),
      email: null,
      firstName: 'Grace',
      lastName: 'Hopper',
      avatarUrl: null,
      phone: null,
      status: 'ACTIVE',
      emailVerified: false,
      preferences: {},
      isPlatformAdmin: false,
    }),
  );
  return user.id;
}

/** The answer to a request that is good but for one member, for each value of it. */
export const withMember =
  (kit: Kit, tenant: Tenant, endpointId: string, good: CallOptions) =>
  (member: string, value: unknown): Promise<Answer> =>
    kit.as(tenant, endpointId, { ...good, body: { ...(good.body as object), [member]: value } });
