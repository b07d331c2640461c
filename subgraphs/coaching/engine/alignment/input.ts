import { isBlank } from '../text/normalise';

/** The business foundation that a goal is held against; what is blank counts as not given. */
export interface FoundationInput {
  readonly vision?: string | null;
  readonly purpose?: string | null;
  readonly coreValues?: readonly string[];
  readonly targetMarket?: string | null;
  readonly valueProposition?: string | null;
}

/** A goal and its foundation. Source: coaching.yaml, checkAlignment (body). */
export interface AlignmentInput {
  readonly goalIntent: string;
  /** Descriptions, one for each strategy. */
  readonly strategies: readonly string[];
  /** Names or texts, one for each measure (KPI). */
  readonly measures: readonly string[];
  readonly foundation: FoundationInput;
}

/** The entries of a list that are not blank. */
export function given(texts: readonly (string | null | undefined)[]): string[] {
  return texts.filter((text): text is string => !isBlank(text));
}

/**
 * Whether there is something to align with: a vision, a purpose or a core value that is not blank. Target
 * market and value proposition alone are no foundation.
 * Source: coaching.yaml, checkAlignment (INSUFFICIENT_CONTEXT) and open ("businessFoundation absent or
 * empty").
 */
export function hasFoundation(foundation: FoundationInput): boolean {
  return given([foundation.vision, foundation.purpose, ...(foundation.coreValues ?? [])]).length > 0;
}

/**
 * The same input in one spelling: texts without surrounding white space, nothing blank, every member there. Inputs that
 * are the same in this form are one question.
 * Source: coaching.yaml, checkAlignment ("hash of the normalised body").
 */
export function normalised({ goalIntent, strategies, measures, foundation }: AlignmentInput): AlignmentInput {
  const trim = (text: string | null | undefined): string | null => text?.trim() || null;
  const trimAll = (texts: readonly string[]): string[] => given(texts).map((text) => text.trim());
  return {
    goalIntent: goalIntent.trim(),
    strategies: trimAll(strategies),
    measures: trimAll(measures),
    foundation: {
      vision: trim(foundation.vision),
      purpose: trim(foundation.purpose),
      coreValues: trimAll(foundation.coreValues ?? []),
      targetMarket: trim(foundation.targetMarket),
      valueProposition: trim(foundation.valueProposition),
    },
  };
}
