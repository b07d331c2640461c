/** One good request for each endpoint of Workstream. */
import type { CallOptions } from './call';
import type { Kit, Tenant } from './kit';
import { candidateIn, inOrg, newCandidate, newSignal, onRecord } from './workstream';

type Sample = (kit: Kit, tenant: Tenant) => Promise<CallOptions>;

const onSignal =
  (body?: object): Sample =>
  async (kit, tenant) => {
    const { signal_id } = await newSignal(kit, tenant);
    return { ...onRecord(tenant, signal_id), ...(body ? { body } : {}) };
  };

const onCandidate =
  (body?: object): Sample =>
  async (kit, tenant) => {
    const { candidate_id } = await newCandidate(kit, tenant);
    return { ...onRecord(tenant, candidate_id), ...(body ? { body } : {}) };
  };

export const WORKSTREAM_SAMPLES: Readonly<Record<string, Sample>> = {
  getWorkstreamStats: async (_kit, tenant) => inOrg(tenant),
  listSignals: async (_kit, tenant) => inOrg(tenant),
  createSignal: async () => ({ body: { source_type: 'email' } }),
  getSignal: onSignal(),
  updateSignal: onSignal({ snippet: 'They need it soon' }),
  deleteSignal: onSignal(),
  listCandidates: async (_kit, tenant) => inOrg(tenant),
  createCandidate: async () => ({ body: { title: 'Enterprise CRM' } }),
  getCandidate: onCandidate(),
  updateCandidate: onCandidate({ title: 'Enterprise CRM, second try' }),
  promoteCandidate: async (kit, tenant) => {
    const { candidate_id } = await candidateIn(kit, tenant, 'triaged');
    return onRecord(tenant, candidate_id);
  },
  deleteCandidate: onCandidate(),
  listCandidateChecklist: onCandidate(),
  setCandidateChecklistItem: async (kit, tenant) => {
    const { candidate_id } = await newCandidate(kit, tenant);
    const params = { id: String(candidate_id), name: 'budget_confirmed' };
    return { ...inOrg(tenant), params, body: { is_done: true } };
  },
};
