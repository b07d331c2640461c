import type { StrategyQuestion } from './question';

/** A question with an intent alone, and what a test adds to it. */
export const question = (more: Partial<StrategyQuestion> = {}): StrategyQuestion => ({
  goalIntent: 'Increase customer retention by 20%',
  industry: null,
  businessType: null,
  targetMarket: null,
  currentChallenges: [],
  existingStrategies: [],
  budget: null,
  timeline: null,
  resources: [],
  today: new Date('2026-01-15T10:00:00Z'),
  ...more,
});
