import { type Ends, endsAfter, kindOf } from './ends';

const PERSONAL: Ends = { measureId: 'm', personId: 'p', goalId: null, strategyId: null };
const OF_GOAL: Ends = { ...PERSONAL, goalId: 'g' };
const OF_STRATEGY: Ends = { ...OF_GOAL, strategyId: 's' };

it.each([
  [PERSONAL, 'PERSONAL'],
  [OF_GOAL, 'GOAL'],
  [OF_STRATEGY, 'STRATEGY'],
])('the kind of %j is %s', (ends, kind) => {
  expect(kindOf(ends)).toBe(kind);
});

it.each([
  ['what is absent stays', OF_STRATEGY, {}, OF_STRATEGY],
  ['null is no person', OF_STRATEGY, { personId: null }, OF_STRATEGY],
  ['a new person', OF_GOAL, { personId: 'q' }, { ...OF_GOAL, personId: 'q' }],
  ['a goal is set', PERSONAL, { goalId: 'g' }, OF_GOAL],
  ['both are set', PERSONAL, { goalId: 'g', strategyId: 's' }, OF_STRATEGY],
  ['a strategy is set beside the goal that is there', OF_GOAL, { strategyId: 's' }, OF_STRATEGY],
  ['the strategy is removed', OF_STRATEGY, { strategyId: null }, OF_GOAL],
  ['the strategy goes with the goal', OF_STRATEGY, { goalId: null }, PERSONAL],
  ['both are removed', OF_STRATEGY, { goalId: null, strategyId: null }, PERSONAL],
  ['another goal keeps the strategy', OF_STRATEGY, { goalId: 'h' }, { ...OF_STRATEGY, goalId: 'h' }],
])('after a change: %s', (_case, before, input, expected) => {
  expect(endsAfter(before, input)).toEqual(expected);
});

it.each([
  [PERSONAL, { strategyId: 's' }],
  [OF_GOAL, { goalId: null, strategyId: 's' }],
  [OF_STRATEGY, { goalId: null, strategyId: 's' }],
])('no strategy is left without a goal: %j with %j', (before, input) => {
  expect(() => endsAfter(before, input)).toThrow(expect.objectContaining({ code: 'STRATEGY_REQUIRES_GOAL' }));
});
