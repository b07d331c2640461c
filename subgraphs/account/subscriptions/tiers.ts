/** The subscription tiers: what each one includes. Source: account.yaml, tiers and enums; contract README, row 13. */

const ALL_FEATURES = [
  'goals',
  'operations',
  'kpis',
  'strategies',
  'reports',
  'realtime',
  'attachments',
  'bulkPlanner',
  'strategyCompare',
  'goalCreate',
] as const;

export type Feature = (typeof ALL_FEATURES)[number];

export type Limit = 'goals' | 'kpis' | 'actions' | 'strategies' | 'attachments' | 'reports';

export type TierId = 'starter' | 'professional' | 'enterprise';

/** The largest count allowed; null is unlimited. Attachments count per goal, reports per month. */
export type LimitCounts = Readonly<Record<Limit, number | null>>;

/** What a tenant may use. */
export interface Entitlements {
  readonly features: readonly Feature[];
  readonly limits: LimitCounts;
}

export const TIERS: Readonly<Record<TierId, Entitlements>> = {
  starter: {
    features: ['goals', 'operations', 'kpis', 'strategies', 'realtime', 'goalCreate'],
    limits: { goals: 10, kpis: 50, actions: null, strategies: 20, attachments: 10, reports: 5 },
  },
  professional: {
    features: ALL_FEATURES,
    limits: { goals: 100, kpis: 500, actions: null, strategies: 200, attachments: 50, reports: 50 },
  },
  enterprise: {
    features: ALL_FEATURES,
    limits: { goals: null, kpis: null, actions: null, strategies: null, attachments: null, reports: null },
  },
};
