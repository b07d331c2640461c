import { question } from './question.fixture';
import { fillTemplate, timeframe } from './wording';

describe('a timeframe', () => {
  it.each([
    [[2, 6], undefined, '2-6 weeks'],
    [[1, 1], undefined, '1 week'],
    [[3, 13], undefined, '3-13 weeks'],
    [[8, 12], undefined, '2-3 months'],
    [[20, 52], undefined, '5-12 months'],
    [[8, 12], 26, '2-3 months'],
    [[8, 12], 10.5, '8-10 weeks'],
    [[8, 12], 8.2, '8 weeks'],
  ] as const)('of %j within %s weeks reads well and stays within the time', ([from, to], weeks, text) => {
    expect(timeframe([from, to], weeks)).toBe(text);
  });
});

describe('a template', () => {
  it('quotes the market and the industry of the request', () => {
    const asked = question({ targetMarket: 'bakers', industry: 'food' });
    expect(fillTemplate('Ask {customers} about {rivals}', asked)).toBe(
      'Ask customers of the market "bakers" about competitors in the industry "food"',
    );
  });

  it('speaks of customers and competitors where the request names none', () => {
    expect(fillTemplate('Ask {customers} about {rivals}', question({ targetMarket: ' ' }))).toBe(
      'Ask customers about competitors',
    );
  });
});
