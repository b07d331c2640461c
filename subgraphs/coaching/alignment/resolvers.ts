/**
 * Alignment of goals in the graph. Source: traction.yaml, checkAlignment; coaching.yaml, checkAlignment; contract README,
 * row 21.
 */
import type { Context } from '../context';
import type { MutationResolvers, Resolvers } from '../schema.generated';
import { assess } from './assess';
import { storedGoalInput, wordedGoalInput } from './input';
import { assessOnce } from './assess-once';
import type { JudgedAlignment, GoalAlignmentRow } from './model';

const checkGoalAlignment: MutationResolvers['checkGoalAlignment'] = async (
  _root,
  { input, facts },
  context,
) => {
  if (!facts) throw new Error('The gateway sent no facts with checkGoalAlignment');
  const alignment = await assess(storedGoalInput(input, facts), context);
  return { goal: { id: input.goalId }, alignment: await keepWithGoal(input.goalId, alignment, context) };
};

const assessAlignment: MutationResolvers['assessAlignment'] = async (
  _root,
  { input, viewer, namedMeasures },
  context,
) => {
  if (!viewer) throw new Error('The gateway sent no facts with assessAlignment');
  const question = wordedGoalInput(input, { viewer, namedMeasures: namedMeasures ?? [] });
  return { alignment: await assessOnce(question, context) };
};

async function keepWithGoal(
  goalId: string,
  alignment: JudgedAlignment,
  context: Context,
): Promise<GoalAlignmentRow> {
  return context.write(async (work) => {
    const row = await work.data.alignments.upsert({ goalId }, { $set: alignment });
    work.record({
      kind: 'alignment_checked',
      subject: { type: 'goal', id: goalId },
      goalId,
      visibleIn: ['stream', 'audit'],
      description: 'Alignment checked',
    });
    return row;
  });
}

export const alignmentResolvers = {
  Mutation: { checkGoalAlignment, assessAlignment },
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
