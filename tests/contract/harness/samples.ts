/** One good request per endpoint, with everything that it needs prepared; for rows that hold for all endpoints. */
import type { CallOptions } from './call';
import { newGoal, newStrategy } from './goals';
import { googleAccount, idToken } from './google';
import { KPI_SAMPLES } from './kpi-samples';
import type { Kit, Tenant } from './kit';
import { mailedToken } from './mail';
import { MEASURE_SAMPLES } from './measures-samples';
import { newEmail, person } from './people';
import { WORKSTREAM_SAMPLES } from './workstream-samples';

type Sample = (kit: Kit, tenant: Tenant) => Promise<CallOptions>;

export const BUSINESS = {
  businessName: 'Acme Corp',
  vision: 'Lead in cloud solutions',
  purpose: 'Help businesses through technology',
  coreValues: ['Innovation', 'Customer Focus', 'Integrity'],
};

const onGoal =
  (body?: unknown, status?: 'active'): Sample =>
  async (kit, tenant) => {
    const { id } = await newGoal(kit, tenant, status ? { status } : {});
    return { params: { id }, ...(body === undefined ? {} : { body }) };
  };

const onStrategy =
  (body?: unknown): Sample =>
  async (kit, tenant) => {
    const goal = await newGoal(kit, tenant);
    const strategy = await newStrategy(kit, tenant, goal.id);
    return { params: { goalId: goal.id, strategyId: strategy.id }, ...(body === undefined ? {} : { body }) };
  };

const SAMPLES: Readonly<Record<string, Sample>> = {
  login: async (_kit, { email, password }) => ({ body: { email, password } }),
  register: async (_kit, { email }) => ({
    body: { email: `new.${email}`, password: 'long enough', firstName: 'Grace', lastName: 'Hopper' },
    headers: { 'x-e2e-test': 'true' },
  }),
  refreshToken: async (_kit, { refreshToken }) => ({ body: { refreshToken } }),
  forgotPassword: async (_kit, { email }) => ({ body: { email } }),
  resetPassword: async (kit, { email }) => {
    await kit.anonymous('forgotPassword', { body: { email } });
    return { body: { token: await mailedToken(kit, email), newPassword: 'long enough' } };
  },
  resendConfirmation: async (_kit, { email }) => ({ query: { email } }),
  confirmEmail: async (kit) => {
    const email = newEmail();
    await kit.anonymous('register', { body: person({ email }) });
    return { body: { token: await mailedToken(kit, email) } };
  },
  validateEmailToken: async () => ({ query: { token: 'unknown' } }),
  loginWithGoogle: async (kit) => ({ body: { token: await idToken(kit, googleAccount()) } }),
  logout: async (_kit, { refreshToken }) => ({ query: { refreshToken } }),
  getUserProfile: async () => ({}),
  updateUserProfile: async () => ({ body: { firstName: 'Ada' } }),
  getUserFeatures: async () => ({}),
  getUserLimits: async () => ({}),
  getUserById: async (_kit, { userId }) => ({ params: { id: userId } }),
  getHealth: async () => ({}),
  getHealthDetailed: async () => ({}),
  getHealthReady: async () => ({}),
  getHealthLive: async () => ({}),
  getLiveness: async () => ({}),
  getApiHealth: async () => ({}),
  getWorkstreamHealth: async () => ({}),
  getMemoryHealth: async () => ({}),
  createGoal: async () => ({ body: { title: 'Grow revenue' } }),
  listGoals: async () => ({}),
  getGoal: onGoal(),
  updateGoal: onGoal({ title: 'Grow revenue faster' }),
  deleteGoal: onGoal(),
  activateGoal: onGoal({ reason: 'ready' }),
  pauseGoal: onGoal({ reason: 'budget' }, 'active'),
  closeGoal: onGoal({ finalStatus: 'completed' }),
  getGoalStats: async () => ({}),
  listGoalActivity: onGoal(),
  createGoalActivity: onGoal({ type: 'decision', text: 'We go on' }),
  addGoalNote: onGoal({ note: 'Retention is improving' }),
  listRecentActivity: async () => ({}),
  subscribeGoalActivity: async (kit, tenant) => ({
    params: { goalId: (await newGoal(kit, tenant)).id },
  }),
  subscribeTenant: async (_kit, { tenantId }) => ({ params: { tenantId } }),
  createStrategy: async (kit, tenant) => {
    const { id } = await newGoal(kit, tenant);
    return { params: { goalId: id }, body: { description: 'Run a campaign' } };
  },
  updateStrategy: onStrategy({ description: 'Run two campaigns' }),
  deleteStrategy: onStrategy(),
  reorderStrategies: async (kit, tenant) => {
    const goal = await newGoal(kit, tenant);
    const { id } = await newStrategy(kit, tenant, goal.id);
    return { params: { goalId: goal.id }, body: { strategyOrders: [{ strategyId: id, newOrder: 1 }] } };
  },
  checkAlignment: async (kit, tenant) => {
    const { id } = await newGoal(kit, tenant);
    return { body: { goalId: id, businessContext: BUSINESS } };
  },
  assessAlignment: async () => ({
    body: { goalIntent: 'Help businesses grow by technology', businessFoundation: BUSINESS },
  }),
  suggestStrategies: async () => ({ body: { goalIntent: 'Increase customer retention by 20%' } }),
  ...KPI_SAMPLES,
  ...MEASURE_SAMPLES,
  ...WORKSTREAM_SAMPLES,
};

export function sample(kit: Kit, endpointId: string, tenant: Tenant): Promise<CallOptions> {
  const make = SAMPLES[endpointId];
  if (!make) throw new Error(`no sample request of "${endpointId}"`);
  return make(kit, tenant);
}
