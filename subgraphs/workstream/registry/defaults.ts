/**
 * What holds where an organisation has set nothing else, and the entries with which its registry begins.
 * Sources: workstream.yaml, configRegistry.defaults, stateMachines, qualityGates, spotlightScoring.
 */
import type { ConfigType, Setting } from './model';

/** State → the states that may follow it, in the words of the contract. */
export type TransitionTable = Readonly<Record<string, readonly string[]>>;

export const CANDIDATE_TRANSITIONS: TransitionTable = {
  new: ['triaged', 'archived'],
  triaged: ['nurture', 'on_hold', 'promoted', 'archived'],
  nurture: ['on_hold', 'promoted', 'archived'],
  on_hold: ['nurture', 'promoted', 'archived'],
  promoted: ['archived'],
  archived: [],
};

export const PURSUIT_TRANSITIONS: TransitionTable = {
  qual: ['pink', 'lost'],
  pink: ['red', 'lost'],
  red: ['submit', 'lost'],
  submit: ['won', 'lost'],
  won: [],
  lost: [],
};

export const PINK_TO_RED_REQUIREMENTS: readonly string[] = [
  'budget_confirmed',
  'technical_scope_defined',
  'decision_makers_identified',
  'timeline_agreed',
];

export const SUBMIT_REQUIREMENTS: readonly string[] = [
  'proposal_reviewed',
  'pricing_approved',
  'legal_terms_agreed',
  'delivery_plan_finalized',
];

export const SPOTLIGHT_WEIGHTS: Readonly<Record<string, number>> = {
  industry_match: 1.0,
  budget_fit: 0.8,
  geo_alignment: 0.6,
  urgency_match: 1.2,
  tech_stack_fit: 0.7,
  company_size_fit: 0.9,
};

const TODAY_WEIGHTS = {
  sla_urgency_weight: 10,
  icp_band_weight: 5,
  stage_weight: 3,
  workload_penalty_per_item: 2,
};

const TRIAGE = { threshold_hrs: 24, breach_escalation: true, notification_channels: ['email', 'slack'] };

/** Before every moment, so that whatever is set later wins. */
export const DEFAULTS_EFFECTIVE_FROM = new Date('1970-01-01T00:00:00Z');

const ENTRIES: readonly (readonly [ConfigType, string, unknown])[] = [
  ['GATE_RULE', 'pink_to_red_requirements', PINK_TO_RED_REQUIREMENTS],
  ['GATE_RULE', 'submit_requirements', SUBMIT_REQUIREMENTS],
  ['RANKING_RULE', 'today_panel_weights', TODAY_WEIGHTS],
  ['SLA_RULE', 'candidate_triage_sla', TRIAGE],
  ['SLA_RULE', 'pursuit_proposal_sla', { threshold_hrs: 72 }],
  ['SLA_RULE', 'pursuit_response_sla', { threshold_hrs: 96 }],
  ['SLA_RULE', 'signal_triage_sla', { threshold_hrs: 24 }],
  ['SLA_RULE', 'workload_stale_threshold', { threshold_hrs: 24 }],
  ['SPOTLIGHT_RULE', 'enterprise_icp_weights', SPOTLIGHT_WEIGHTS],
  ['STATE_MACHINE', 'candidate_transitions', CANDIDATE_TRANSITIONS],
  ['STATE_MACHINE', 'pursuit_transitions', PURSUIT_TRANSITIONS],
];

/** In the order of their numbers. */
export const DEFAULT_SETTINGS: readonly Setting[] = ENTRIES.map(([type, key, value]) => ({
  type,
  key,
  value,
}));
