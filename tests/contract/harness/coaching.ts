/** Questions to Coaching as the tests ask them, and what it answers. */
import type { Answer } from './call';
import { expectSuccess } from './expect';
import type { Kit, Tenant } from './kit';

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
