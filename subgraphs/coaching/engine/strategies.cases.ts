import * as fc from 'fast-check';
import { suggestStrategies } from './strategies';
import { ENTRIES } from './strategies/library';
import { question } from './strategies/question.fixture';

const titlesOf = (more: Parameters<typeof question>[0]): string[] =>
  suggestStrategies(question(more)).suggestions.map(({ title }) => title);

const CONTEXT = {
  industry: 'Software',
  businessType: 'B2B SaaS',
  targetMarket: 'small businesses',
  currentChallenges: ['High customer churn', 'Limited support'],
};

describe('strategies for a goal', () => {
  it.each([
    ['Increase loyalty and repeat purchases', 'Reward the second and third purchase'],
    ['Make the revenue recurring and predictable', 'Turn single sales into recurring income'],
    ['Get overdue invoices paid to improve cash flow', 'Get invoices paid sooner'],
    ['Fewer bugs and more reliable releases', 'Test before release, learn after incidents'],
    ['Lower employee turnover', 'Hold stay interviews'],
    ['Remove the bottleneck in our workflow', 'Relieve the bottleneck'],
  ])('are those that its words call for, the best first: %s', (goalIntent, title) => {
    expect(titlesOf({ goalIntent })[0]).toBe(title);
  });

  it('answer challenges and target market as well as the intent', () => {
    const alone = titlesOf({ goalIntent: 'Become stronger' });
    const told = titlesOf({ goalIntent: 'Become stronger', currentChallenges: ['Overdue invoices'] });
    expect(alone).not.toContain('Get invoices paid sooner');
    expect(told[0]).toBe('Get invoices paid sooner');
  });

  it('say which words of the request they answer', () => {
    const [best] = suggestStrategies(question({ goalIntent: 'Stop the churn of customers' })).suggestions;
    expect(best?.rationale).toContain('It answers "churn"');
  });

  it('are at least three, general ones of low confidence where nothing fits', () => {
    const { suggestions, confidence, reasoning } = suggestStrategies(
      question({ ...CONTEXT, targetMarket: 'Ÿ', currentChallenges: ['Ÿ'], goalIntent: 'Umsatz steigern' }),
    );
    const general = ENTRIES.filter(({ theme }) => theme === 'general').map(({ title }) => title);
    expect(suggestions).toHaveLength(3);
    for (const { title } of suggestions) expect(general).toContain(title);
    expect(confidence).toBeLessThanOrEqual(0.1);
    expect(reasoning).toContain('general');
  });

  it.each(ENTRIES.map(({ title, text }) => [title, text]))(
    'never repeat an existing one: %s',
    (title, text) => {
      const goalIntent = ENTRIES.find((entry) => entry.title === title)?.triggers ?? '';
      const worded = text.replace('{customers}', 'customers').replace('{rivals}', 'competitors');
      for (const existing of [title, `We ${title.toLowerCase()}`, worded, `${title}: ${worded}`]) {
        expect(titlesOf({ goalIntent, existingStrategies: ['Bake bread', existing] })).not.toContain(title);
      }
    },
  );

  it('say how many the existing ones cover already', () => {
    const existingStrategies = titlesOf({});
    const { reasoning } = suggestStrategies(question({ existingStrategies }));
    expect(reasoning).toContain(`Left out: ${existingStrategies.length} that the existing strategies cover`);
  });

  it('leave out what takes longer than the timeline gives, and say so', () => {
    const goalIntent = 'Quality certification for a tender, audit and compliance';
    expect(titlesOf({ goalIntent, timeline: '1 year' })).toContain('Work towards a recognised certificate');
    const { suggestions, reasoning } = suggestStrategies(question({ goalIntent, timeline: '3 months' }));
    expect(suggestions.map(({ title }) => title)).not.toContain('Work towards a recognised certificate');
    expect(reasoning).toContain('The timeline "3 months" rules out');
  });

  it('say that a timeline was not understood, and lose nothing to it', () => {
    const { suggestions, reasoning } = suggestStrategies(question({ timeline: 'soon' }));
    expect(suggestions).toEqual(suggestStrategies(question()).suggestions);
    expect(reasoning).toContain('The timeline "soon" was not understood');
  });

  it('list under prerequisites what the request does not have', () => {
    const goalIntent = 'Fewer bugs by better testing';
    const [best] = suggestStrategies(question({ goalIntent, resources: ['2 developers'] })).suggestions;
    expect(best?.requiredResources).toEqual(['developer (at hand: "2 developers")', 'tester']);
    expect(best?.prerequisites).toContain('Not at hand yet: tester');
  });

  it('tell no costs, and say that the budget rules nothing out', () => {
    const { suggestions, reasoning } = suggestStrategies(question({ budget: 1 }));
    for (const { estimatedCost } of suggestions) expect(estimatedCost).toBeNull();
    expect(reasoning).toContain('the budget rules nothing out');
  });
});

describe('the confidence', () => {
  it('is 0 without business context and grows with it', () => {
    const { targetMarket: _, ...less } = CONTEXT;
    const [none, some, all] = [{}, { ...less, targetMarket: '' }, CONTEXT].map(
      (more) => suggestStrategies(question(more)).confidence,
    );
    expect(none).toBe(0);
    expect(some).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(some ?? 1);
  });

  it('is never above a half', () => {
    const perfect = { ...CONTEXT, targetMarket: 'churn', currentChallenges: [ENTRIES[2]?.triggers ?? ''] };
    expect(suggestStrategies(question({ ...perfect, goalIntent: 'churn' })).confidence).toBe(0.5);
  });
});

describe('for any question', () => {
  const words = fc.constantFrom(
    'churn',
    'the',
    'revenue',
    'Kunden',
    '顧客',
    'cash flow',
    '2030',
    '"x"',
    '{rivals}',
    '$&',
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' ')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const texts = fc.array(text, { maxLength: 4 });
  const anyQuestion = fc
    .record({
      goalIntent: text,
      industry: fc.option(text),
      businessType: fc.option(text),
      targetMarket: fc.option(text),
      currentChallenges: texts,
      existingStrategies: texts,
      budget: fc.option(fc.nat()),
      timeline: fc.option(fc.oneof(text, fc.constantFrom('6 months', '1 day', 'Q2', '2-3 weeks'))),
      resources: texts,
    })
    .map(question);

  it('there are three to five different strategies, a reasoning of at most 800 characters, and the same again', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const advice = suggestStrategies(asked);
        expect(suggestStrategies(structuredClone(asked))).toEqual(advice);
        const titles = advice.suggestions.map(({ title }) => title);
        expect(new Set(titles).size).toBe(titles.length);
        expect(titles.length >= 3 && titles.length <= 5).toBe(true);
        expect(Array.from(advice.reasoning).length).toBeLessThanOrEqual(800);
        expect(advice.confidence >= 0 && advice.confidence <= 0.5).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
