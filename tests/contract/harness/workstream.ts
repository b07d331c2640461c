/** Signals and candidates as the tests make and read them: over REST, like everybody. */
import type { Json, ShapeType } from './data';
import type { Answer, CallOptions } from './call';
import { expectSuccess } from './expect';
import type { Kit, Tenant } from './kit';

export interface SignalJson {
  readonly signal_id: number;
  readonly source_type: string;
  readonly contact_id: number | null;
  readonly client_id: number | null;
  readonly cluster_id: number | null;
  readonly dedupe_key: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface SignalCreatedJson {
  readonly signal_id: number;
  readonly org_id: number;
  readonly identity_resolution: Readonly<Record<string, Json>>;
}

export type CandidateStatus = 'new' | 'triaged' | 'nurture' | 'on_hold' | 'promoted' | 'archived';

export interface CandidateJson {
  readonly candidate_id: number;
  readonly status: CandidateStatus;
  readonly last_touch_at: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface ChecklistItemJson {
  readonly checklist_id: number;
  readonly name: string;
  readonly is_required: boolean;
  readonly is_done: boolean;
  readonly done_at: string | null;
}

/** The moment that it is, as the service writes it. */
export const momentOf = ({ clock }: Kit): string =>
  clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');

/** The organisation in the query, as nearly every endpoint wants it. */
export const inOrg = ({ orgId }: Tenant): { readonly query: { readonly org_id: number } } => ({
  query: { org_id: orgId },
});

/** The record of the path, in the organisation. */
export const onRecord = (tenant: Tenant, number: number): CallOptions => ({
  ...inOrg(tenant),
  params: { id: String(number) },
});

/** The documented answer, which stands in the body without a wrapper. */
export function bare<T>(answer: Answer, endpointId: string, response?: ShapeType): T {
  expectSuccess(answer, endpointId, response);
  return answer.body as T;
}

export async function newSignal(kit: Kit, tenant: Tenant, body: object = {}): Promise<SignalCreatedJson> {
  const answer = await kit.as(tenant, 'createSignal', { body: { source_type: 'email', ...body } });
  return bare(answer, 'createSignal', 'SignalCreated');
}

export async function readSignal(kit: Kit, tenant: Tenant, number: number): Promise<SignalJson> {
  return bare(await kit.as(tenant, 'getSignal', onRecord(tenant, number)), 'getSignal');
}

export async function newCandidate(kit: Kit, tenant: Tenant, body: object = {}): Promise<CandidateJson> {
  return bare(await kit.as(tenant, 'createCandidate', { body }), 'createCandidate');
}

export async function readCandidate(kit: Kit, tenant: Tenant, number: number): Promise<CandidateJson> {
  return bare(await kit.as(tenant, 'getCandidate', onRecord(tenant, number)), 'getCandidate');
}

export const changeCandidate = (kit: Kit, tenant: Tenant, number: number, body: object): Promise<Answer> =>
  kit.as(tenant, 'updateCandidate', { params: { id: String(number) }, body });

export const promote = (kit: Kit, tenant: Tenant, number: number): Promise<Answer> =>
  kit.as(tenant, 'promoteCandidate', onRecord(tenant, number));

/** A candidate that has come into a status in the shortest way. */
export async function candidateIn(
  kit: Kit,
  tenant: Tenant,
  status: CandidateStatus,
  body: object = {},
): Promise<CandidateJson> {
  if (status !== 'promoted' && status !== 'archived') return newCandidate(kit, tenant, { ...body, status });
  const { candidate_id } = await newCandidate(kit, tenant, { ...body, status: 'triaged' });
  expect((await changeCandidate(kit, tenant, candidate_id, { status })).status).toBe(200);
  return readCandidate(kit, tenant, candidate_id);
}

export async function checklistOf(
  kit: Kit,
  tenant: Tenant,
  number: number,
): Promise<readonly ChecklistItemJson[]> {
  const answer = await kit.as(tenant, 'listCandidateChecklist', onRecord(tenant, number));
  const shape = { data: '[ChecklistItem]' };
  return bare<{ data: ChecklistItemJson[] }>(answer, 'listCandidateChecklist', shape).data;
}

/** Marks items of a candidate's checklist as done. */
export async function complete(
  kit: Kit,
  tenant: Tenant,
  number: number,
  ...names: readonly string[]
): Promise<void> {
  for (const name of names) {
    const params = { id: String(number), name };
    const answer = await kit.as(tenant, 'setCandidateChecklistItem', { ...inOrg(tenant), params });
    bare(answer, 'setCandidateChecklistItem');
  }
}

/** Puts an entry into the organisation's registry, beside its defaults: no endpoint writes it yet. */
export async function configure(
  kit: Kit,
  tenant: Tenant,
  type: 'GATE_RULE' | 'STATE_MACHINE' | 'SPOTLIGHT_RULE',
  key: string,
  value: unknown,
): Promise<void> {
  await newCandidate(kit, tenant); // the defaults are written when they are first needed
  const context = await kit.inside('workstream', tenant);
  const { orgId } = tenant;
  const effectiveFrom = kit.clock.now();
  const entry = { orgId, number: 1000, type, key, value, effectiveFrom, effectiveTo: null };
  await context.write((work) => work.data.configEntries.insert(entry));
}
