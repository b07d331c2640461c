/**
 * What an alignment is judged by: what the request says, else what is stored. Source: traction.yaml, checkAlignment;
 * coaching.yaml, checkAlignment, and open: "businessFoundation absent or empty", "sharedKpiId in alignment bodies".
 */
import { DomainError } from '../../../common/errors';
import { type AlignmentInput, type FoundationInput, hasFoundation, isBlank } from '../engine/alignment';
import type {
  AlignmentFacts,
  AssessAlignmentInput,
  CheckGoalAlignmentInput,
  NamedMeasureFacts,
  ViewerFacts,
} from '../schema.generated';

/** The question about a stored goal. Throws INSUFFICIENT_CONTEXT as `foundationOf` does. */
export function storedGoalInput(input: CheckGoalAlignmentInput, facts: AlignmentFacts): AlignmentInput {
  return {
    goalIntent: input.goalContext?.trim() || goalText(facts),
    strategies: facts.strategies.map(({ description }) => description),
    measures: facts.measures.map(({ measure }) =>
      [measure.name, measure.description].filter(Boolean).join('. '),
    ),
    foundation: foundationOf(input.businessContext, facts.tenant.foundation),
  };
}

/** What the gateway has found out for a question in words. */
export interface AssessmentFacts {
  readonly viewer: ViewerFacts;
  readonly namedMeasures: readonly NamedMeasureFacts[];
}

/** The question about a goal in words. Throws INSUFFICIENT_CONTEXT for a blank intent, and as `foundationOf` does. */
export function wordedGoalInput(input: AssessAlignmentInput, facts: AssessmentFacts): AlignmentInput {
  const { goalIntent, strategies, businessFoundation } = input;
  if (isBlank(goalIntent)) throw new DomainError('INSUFFICIENT_CONTEXT', 'The intent of the goal is blank');
  return {
    goalIntent,
    strategies: (strategies ?? []).map(({ description }) => description),
    measures: facts.namedMeasures.map(({ name, measure }) => measure?.name ?? name ?? ''),
    foundation: foundationOf(businessFoundation, facts.viewer.tenant.foundation),
  };
}

const goalText = ({ title, intent, description }: AlignmentFacts): string =>
  [title, intent, description].filter((text) => text.trim() !== '').join('. ');

type FoundationTexts = { readonly [Member in keyof FoundationInput]?: FoundationInput[Member] | null };

/** Throws INSUFFICIENT_CONTEXT where neither the request nor the store says what the business is about. */
function foundationOf(given: FoundationTexts | null | undefined, stored: FoundationTexts): FoundationInput {
  const foundation = [given ?? {}, stored].map(withoutNulls).find(hasFoundation);
  if (foundation) return foundation;
  throw new DomainError(
    'INSUFFICIENT_CONTEXT',
    'Neither the request nor the business foundation has a vision, a purpose or a core value',
  );
}

const withoutNulls = ({ coreValues, ...texts }: FoundationTexts): FoundationInput => ({
  ...texts,
  coreValues: coreValues ?? [],
});
