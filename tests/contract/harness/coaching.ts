/** Questions to Coaching as the tests ask them, and what it answers. */
import { measureOf } from '../../../subgraphs/traction/testing/rows';
import type { Answer } from './call';
import { expectSuccess } from './expect';
import type { Kit, Tenant } from './kit';
import { BUSINESS } from './samples';

export interface AlignmentResult {
  readonly alignmentScore: number;
  readonly score: number;
  readonly explanation: string;
  readonly suggestions: readonly string[];
  readonly componentScores: {
    readonly intentAlignment: number;
    readonly strategyAlignment: number;
    readonly kpiRelevance: number;
  };
  readonly breakdown: {
    readonly visionAlignment: number;
    readonly purposeAlignment: number;
    readonly valuesAlignment: number;
  };
  readonly lastUpdated: string;
}

export interface StrategySuggestion {
  readonly title: string;
  readonly description: string;
  readonly rationale: string;
  readonly timeframe: string;
  readonly prerequisites: readonly string[];
  readonly estimatedCost: number;
  readonly requiredResources: readonly string[];
  readonly unknown: readonly string[];
}

export interface StrategySuggestions {
  readonly suggestions: readonly StrategySuggestion[];
  readonly confidence: number;
  readonly reasoning: string;
}

export const resultOf = (answer: Answer): AlignmentResult =>
  expectSuccess<AlignmentResult>(answer, 'assessAlignment', { success: true, data: 'AlignmentResult' });

export const adviceOf = (answer: Answer): StrategySuggestions =>
  expectSuccess<StrategySuggestions>(answer, 'suggestStrategies', {
    success: true,
    data: 'StrategySuggestions',
  });

export async function assess(kit: Kit, tenant: Tenant, body: object): Promise<AlignmentResult> {
  return resultOf(await kit.as(tenant, 'assessAlignment', { body }));
}

export async function suggest(kit: Kit, tenant: Tenant, body: object): Promise<StrategySuggestions> {
  return adviceOf(await kit.as(tenant, 'suggestStrategies', { body }));
}

/** A goal with input for every component, held against a foundation with all parts. */
export const GOAL = {
  goalIntent: 'Lead in cloud solutions for 100 businesses by December',
  strategies: ['Win businesses by innovation in cloud technology', 'Bake bread'],
  kpis: ['Cloud revenue', 'Customers helped'],
  businessFoundation: BUSINESS,
};

/** Puts a measure into the tenant: no endpoint that is served yet does. */
export async function newMeasure(kit: Kit, tenant: Tenant, name: string): Promise<string> {
  const context = await kit.inside('traction', tenant);
  const { id } = await context.write(({ data }) =>
    data.measures.insert(measureOf({ name, direction: null })),
  );
  return id;
}
