/** Alignment of goals in the graph. Source: traction.yaml, checkAlignment; contract README, row 21. */
import { DomainError } from '../../../common/errors';
import { type AlignmentAssessment, checkAlignment } from '../engine/alignment';
import type { Context } from '../context';
import type { MutationResolvers, Resolvers } from '../schema.generated';
import { alignmentInput } from './input';
import type { Alignment, AlignmentRow } from './model';

const checkGoalAlignment: MutationResolvers['checkGoalAlignment'] = async (
  _root,
  { input, facts },
  context,
) => {
  if (!facts) throw new Error('The gateway sent no facts with checkGoalAlignment');
  const assessment = assess(() => checkAlignment(alignmentInput(input, facts)), context);
  const alignment = await keep(context, input.goalId, assessment);
  return { goal: { id: input.goalId }, alignment };
};

/** What breaks on valid input has a code of its own. */
function assess(calculate: () => AlignmentAssessment, { log }: Context): AlignmentAssessment {
  try {
    return calculate();
  } catch (fault) {
    if (fault instanceof DomainError) throw fault;
    log.error({ err: fault }, 'the alignment could not be calculated');
    throw new DomainError('ALIGNMENT_CALCULATION_FAILED');
  }
}

async function keep(
  context: Context,
  goalId: string,
  assessment: AlignmentAssessment,
): Promise<AlignmentRow> {
  const { score, explanation, suggestions, components, breakdown, confidence } = assessment;
  const alignment: Alignment = {
    goalId,
    score,
    explanation,
    suggestions,
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
    engine: 'BUILTIN',
    confidence,
    checkedAt: context.clock.now(),
  };
  return context.write(async (work) => {
    const row = await work.data.alignments.upsert({ goalId }, { $set: alignment });
    work.record({
      kind: 'alignment_checked',
      subject: { type: 'goal', id: goalId },
      goalId,
      visibleIn: ['audit'],
      description: 'Alignment checked',
    });
    return row;
  });
}

export const alignmentResolvers = {
  Mutation: { checkGoalAlignment },
  Goal: {
    // Coaching does not know which goals there are: whoever can read a goal may read its alignment in the same tenant.
    __resolveReference: ({ id }) => ({ id }),
    alignment: async ({ id }, _args, context) => {
      const [alignment] = await context.data.alignments.loadAll('goalId', id, { checkedAt: -1 });
      return alignment ?? null;
    },
  },
  Alignment: { suggestions: ({ suggestions }) => [...suggestions] },
} satisfies Resolvers;
