/**
 * What an alignment is judged by: what the request says, else what is stored. Source: traction.yaml, checkAlignment;
 * coaching.yaml, open: "businessFoundation absent or empty".
 */
import { DomainError } from '../../../common/errors';
import { type AlignmentInput, hasFoundation } from '../engine/alignment';
import type { AlignmentFacts, CheckGoalAlignmentInput } from '../schema.generated';

/** Throws INSUFFICIENT_CONTEXT where neither the request nor the store says what the business is about. */
export function alignmentInput(input: CheckGoalAlignmentInput, facts: AlignmentFacts): AlignmentInput {
  const given = input.businessContext ?? {};
  const foundation = hasFoundation(withoutNulls(given)) ? given : facts.tenant.foundation;
  if (!hasFoundation(withoutNulls(foundation))) {
    throw new DomainError(
      'INSUFFICIENT_CONTEXT',
      'Neither the request nor the business foundation has a vision, a purpose or a core value',
    );
  }
  return {
    goalIntent: input.goalContext?.trim() || goalText(facts),
    strategies: facts.strategies.map(({ description }) => description),
    measures: facts.measures.map(({ measure }) =>
      [measure.name, measure.description].filter(Boolean).join('. '),
    ),
    foundation: withoutNulls(foundation),
  };
}

const goalText = ({ title, intent, description }: AlignmentFacts): string =>
  [title, intent, description].filter((text) => text.trim() !== '').join('. ');

interface FoundationTexts {
  readonly vision?: string | null;
  readonly purpose?: string | null;
  readonly coreValues?: string[] | null;
}

const withoutNulls = ({ vision, purpose, coreValues }: FoundationTexts): AlignmentInput['foundation'] => ({
  vision: vision ?? null,
  purpose: purpose ?? null,
  coreValues: coreValues ?? [],
});
