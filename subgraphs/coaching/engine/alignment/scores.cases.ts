import { checkAlignment } from '../alignment';
import { FOUNDATION, GOAL, withIntent } from './goals.fixture';

describe('the scores', () => {
  it('are higher for a goal that repeats the vision than for one that shares nothing', () => {
    const [repeats, nothing] = [FOUNDATION.vision, 'Bake bread'].map((intent) =>
      checkAlignment(withIntent(intent)),
    );
    expect(repeats?.breakdown.visionAlignment).toBe(98);
    expect(repeats?.score).toBeGreaterThan(50);
    expect(nothing).toMatchObject({
      score: 0,
      breakdown: { visionAlignment: 0, purposeAlignment: 0, valuesAlignment: 0 },
    });
  });

  it('are the mean of the three components when all have input', () => {
    const { score, components } = checkAlignment(GOAL);
    const { intentAlignment, strategyAlignment, measureRelevance } = components;
    expect(Math.min(intentAlignment, strategyAlignment, measureRelevance)).toBeGreaterThan(0);
    expect(score).toBe(Math.round((intentAlignment + strategyAlignment + measureRelevance) / 3));
  });

  it.each([
    ['strategies', { strategies: [' '] }, 'strategyAlignment', ['intentAlignment', 'measureRelevance']],
    ['measures', { measures: [] }, 'measureRelevance', ['intentAlignment', 'strategyAlignment']],
    ['an intent', { goalIntent: '' }, 'intentAlignment', ['strategyAlignment', 'measureRelevance']],
  ] as const)(
    'count 0 for the component without %s and leave it out of the mean',
    (_, change, absent, counted) => {
      const { score, components } = checkAlignment({ ...GOAL, ...change });
      expect(components[absent]).toBe(0);
      expect(score).toBe(Math.round((components[counted[0]] + components[counted[1]]) / 2));
    },
  );

  it.each([
    ['vision', { purpose: FOUNDATION.purpose }, 'visionAlignment'],
    ['purpose', { vision: FOUNDATION.vision, purpose: null }, 'purposeAlignment'],
    ['core values', { vision: FOUNDATION.vision, coreValues: [''] }, 'valuesAlignment'],
  ] as const)('give 0 for a foundation without %s', (_, foundation, part) => {
    expect(checkAlignment({ ...GOAL, foundation }).breakdown[part]).toBe(0);
  });

  it('take the best sentence for each core value: further sentences never lower it', () => {
    const one = checkAlignment(withIntent('We act with integrity.'));
    const more = checkAlignment(withIntent('We act with integrity. We bake bread. We drink tea.'));
    expect(one.breakdown.valuesAlignment).toBeGreaterThan(0);
    expect(more.breakdown.valuesAlignment).toBeGreaterThanOrEqual(one.breakdown.valuesAlignment);
  });

  it('count a measure by its best match, be it the intent or a strategy', () => {
    const relevance = (strategies: string[]): number =>
      checkAlignment({ ...GOAL, strategies, measures: ['Bread sold'] }).components.measureRelevance;
    expect(relevance(['Bake bread'])).toBeGreaterThan(relevance(['Brew tea']));
  });

  it('hear target market and value proposition in the intent alignment', () => {
    const foundation = { coreValues: ['Trust'], targetMarket: 'Bakers and bread lovers' };
    expect(checkAlignment({ ...withIntent('Bake bread'), foundation }).score).toBeGreaterThan(0);
  });
});
