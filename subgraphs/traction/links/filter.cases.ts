import { linkFilter } from './filter';

const all = { includeAll: true };
const some = { includeAll: false };
const measureId = 'm';
const personId = 'p';
const goalId = 'g';
const strategyId = 's';

it.each([
  ['a measure has all its links', { measureId }, { measureId }],
  ['a person has the links that serve no goal', { personId }, { personId, goalId: null, strategyId: null }],
  ['a person has every link where all are asked for', { personId, ...all }, { personId }],
  ['a goal has the links that serve no strategy', { goalId }, { goalId, strategyId: null }],
  ['a goal has those of its strategies where all are asked for', { goalId, ...all }, { goalId }],
  ['a strategy has all its links', { strategyId }, { strategyId }],
  [
    'a person and a goal have the links of the person with the goal itself',
    { personId, goalId },
    { personId, goalId, strategyId: null },
  ],
  [
    'a person and a goal have those with strategies where all are asked for',
    { personId, goalId, ...all },
    { personId, goalId },
  ],
  ['a person and a strategy have what both have', { personId, strategyId }, { personId, strategyId }],
  ['a goal and its strategy have the links of the strategy', { goalId, strategyId }, { goalId, strategyId }],
  ['a measure and a person have every link of both', { measureId, personId }, { measureId, personId }],
  ['a measure narrows what a goal has', { measureId, goalId }, { measureId, goalId, strategyId: null }],
  ['null counts as absent', { measureId, goalId: null }, { measureId }],
])('%s', (_guarantee, filter, expected) => {
  expect(linkFilter({ ...some, ...filter })).toEqual(expected);
});

it.each([some, all])('links are not listed without any id: %j', (filter) => {
  expect(() => linkFilter(filter)).toThrow(
    expect.objectContaining({
      message: 'At least one filter parameter is required',
      extensions: expect.objectContaining({ kinds: { filter: 'MISSING' } }),
    }),
  );
});
