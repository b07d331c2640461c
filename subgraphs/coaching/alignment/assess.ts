import { DomainError } from '../../../common/errors';
import type { Context } from '../context';
import type { AlignmentAssessment, AlignmentInput } from '../engine/alignment';
import type { JudgedAlignment } from './model';

/**
 * Has a goal judged now. Everything that judges goals goes through here. What breaks on valid input has a code of its
 * own. Source: coaching.yaml, checkAlignment (ALIGNMENT_CALCULATION_FAILED).
 */
export async function assess(
  input: AlignmentInput,
  { services, clock, log }: Context,
): Promise<JudgedAlignment> {
  const { model } = services;
  try {
    const assessment = await model.assessAlignment(input);
    return { ...inTermsOfTheGraph(assessment), engine: model.engine, checkedAt: clock.now() };
  } catch (fault) {
    if (fault instanceof DomainError) throw fault;
    log.error({ err: fault }, 'the alignment could not be calculated');
    throw new DomainError('ALIGNMENT_CALCULATION_FAILED');
  }
}

function inTermsOfTheGraph(assessment: AlignmentAssessment): Omit<JudgedAlignment, 'engine' | 'checkedAt'> {
  const { components, breakdown, ...rest } = assessment;
  return {
    ...rest,
    components: {
      intent: components.intentAlignment,
      strategies: components.strategyAlignment,
      measures: components.measureRelevance,
    },
    breakdown: {
      vision: breakdown.visionAlignment,
      purpose: breakdown.purposeAlignment,
      values: breakdown.valuesAlignment,
    },
  };
}
