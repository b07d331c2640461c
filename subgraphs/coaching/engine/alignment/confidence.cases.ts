import { checkAlignment } from '../alignment';

describe('the confidence', () => {
  const RICH = 'quality brings loyal clients and steady income';
  it.each([
    ['nothing', { goalIntent: 'Grow', strategies: [], measures: [], foundation: {} }, 0.2],
    ['one of six inputs', { goalIntent: RICH, strategies: [], measures: [], foundation: {} }, 0.27],
    [
      'a list, all entries together',
      { goalIntent: RICH, strategies: ['Bake bread', 'Brew tea', 'Sell'], measures: [], foundation: {} },
      0.33,
    ],
    [
      'everything',
      {
        goalIntent: RICH,
        strategies: [RICH],
        measures: [RICH],
        foundation: { vision: RICH, purpose: RICH, coreValues: [RICH] },
      },
      0.6,
    ],
  ])('rests on the content words of %s', (_, input, expected) => {
    expect(checkAlignment(input).confidence).toBe(expected);
  });
});
