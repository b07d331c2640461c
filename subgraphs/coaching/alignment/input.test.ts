import { normalised } from '../engine/alignment';
import { wordedGoalInput } from './input';

const stored = {
  vision: 'Lead',
  purpose: null,
  coreValues: [],
  targetMarket: 'bakers',
  valueProposition: null,
};
const facts = { viewer: { tenant: { foundation: stored } }, namedMeasures: [] };
const none = { viewer: { tenant: { foundation: { coreValues: [] } } }, namedMeasures: [] };

describe('the question about a goal in words', () => {
  it.each([[undefined], [null], [{}], [{ vision: ' ', coreValues: [''] }], [{ targetMarket: 'cafés' }]])(
    'is judged by the stored foundation where the request has none: %j',
    (businessFoundation) => {
      const input = {
        goalIntent: 'Grow',
        ...(businessFoundation === undefined ? {} : { businessFoundation }),
      };
      expect(wordedGoalInput(input, facts).foundation).toEqual(stored);
    },
  );

  it('is judged by the foundation of the request alone where it has one', () => {
    const { foundation } = wordedGoalInput(
      { goalIntent: 'Grow', businessFoundation: { purpose: 'Help' } },
      facts,
    );
    expect(foundation).toEqual({ purpose: 'Help', coreValues: [] });
  });

  it.each([
    ['a blank intent', { goalIntent: ' \n' }, facts],
    ['no foundation anywhere', { goalIntent: 'Grow' }, none],
    [
      'no more than a target market',
      { goalIntent: 'Grow', businessFoundation: { targetMarket: 'bakers' } },
      none,
    ],
  ])('is refused for %s', (_, input, known) => {
    expect(() => wordedGoalInput(input, known)).toThrow(
      expect.objectContaining({ code: 'INSUFFICIENT_CONTEXT' }),
    );
  });

  it("counts measures by the tenant's name, else by the name of the request, else not at all", () => {
    const namedMeasures = [
      { name: 'old name', measure: { name: 'Churn rate' } },
      { name: 'NPS', measure: null },
      { name: null, measure: null },
    ];
    const input = wordedGoalInput({ goalIntent: 'Grow' }, { ...facts, namedMeasures });
    expect(normalised(input).measures).toEqual(['Churn rate', 'NPS']);
  });
});

describe('two questions', () => {
  const input = {
    goalIntent: ' Grow ',
    strategies: ['', ' Sell'],
    measures: [],
    foundation: { vision: 'Lead\n', coreValues: ['Trust ', ' '] },
  };

  it('are one where they differ in white space around texts and in blank ones', () => {
    const same = { vision: 'Lead', purpose: ' ', coreValues: ['Trust'], targetMarket: null };
    const other = { ...input, goalIntent: 'Grow', strategies: ['Sell'], foundation: same };
    expect(normalised(other)).toEqual(normalised(input));
  });

  it.each([
    ['intent', { goalIntent: 'grow' }],
    ['strategies', { strategies: [] }],
    ['measures', { measures: ['Sell'], strategies: [] }],
    ['foundation', { foundation: { purpose: 'Lead', coreValues: ['Trust'] } }],
  ])('are two where they differ in %s', (_, difference) => {
    expect(normalised({ ...input, ...difference })).not.toEqual(normalised(input));
  });
});
