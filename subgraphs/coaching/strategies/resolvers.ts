/** Strategies for goals in the graph. Source: coaching.yaml, suggestStrategies. */
import { DomainError } from '../../../common/errors';
import type { StrategyQuestion } from '../engine/strategies';
import { isBlank } from '../engine/text/normalise';
import type {
  MutationResolvers,
  Resolvers,
  StrategyConstraintsInput,
  StrategyContextInput,
  SuggestStrategiesInput,
} from '../schema.generated';

const suggestStrategies: MutationResolvers['suggestStrategies'] = async (
  _root,
  { input },
  { services: { model }, clock },
) => {
  if (isBlank(input.goalIntent))
    throw new DomainError('INSUFFICIENT_CONTEXT', 'The intent of the goal is blank');
  const { suggestions, ...rest } = await model.suggestStrategies(questionOf(input, clock.now()));
  return { ...rest, suggestions: [...suggestions], engine: model.engine };
};

function questionOf(input: SuggestStrategiesInput, today: Date): StrategyQuestion {
  const { goalIntent, existingStrategies, businessContext, constraints } = input;
  return {
    goalIntent,
    existingStrategies: existingStrategies ?? [],
    ...contextOf(businessContext ?? {}),
    ...constraintsOf(constraints ?? {}),
    today,
  };
}

const contextOf = ({ industry, businessType, targetMarket, currentChallenges }: StrategyContextInput) => ({
  industry: industry ?? null,
  businessType: businessType ?? null,
  targetMarket: targetMarket ?? null,
  currentChallenges: currentChallenges ?? [],
});

const constraintsOf = ({ budget, timeline, resources }: StrategyConstraintsInput) => ({
  budget: budget ?? null,
  timeline: timeline ?? null,
  resources: resources ?? [],
});

export const strategyResolvers = {
  Mutation: { suggestStrategies },
  StrategySuggestion: {
    prerequisites: ({ prerequisites }) => [...prerequisites],
    requiredResources: ({ requiredResources }) => [...requiredResources],
  },
} satisfies Resolvers;
