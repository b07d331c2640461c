import { adviceOf, suggest } from '../harness/coaching';
import { expectError } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { contract } from '../harness/kit';

const SUGGEST = 'suggestStrategies';

const QUESTION = {
  goalIntent: 'Increase customer retention by 20%',
  businessContext: {
    industry: 'Software',
    businessType: 'B2B SaaS',
    targetMarket: 'small businesses',
    currentChallenges: ['High customer churn', 'Limited support'],
  },
  existingStrategies: ['Hold a yearly conference'],
  constraints: { budget: 50000, timeline: '6 months', resources: ['2 developers', '1 analyst'] },
};

contract('coaching/strategy-suggestions', (kit) => {
  rowsOfEveryEndpoint(kit, SUGGEST);

  kit.it(
    [`${SUGGEST}.200`, `${SUGGEST}.rules.1`, `${SUGGEST}.rules.4`],
    'three to five different strategies answer the words of goal, challenges and market',
    async () => {
      const tenant = await kit.tenant();
      const { suggestions, confidence, reasoning } = await suggest(kit, tenant, QUESTION);
      const titles = suggestions.map(({ title }) => title);
      expect(titles).toContain('Watch for early signs of churn');
      expect(new Set(titles).size).toBe(titles.length);
      expect(titles.length).toBeGreaterThanOrEqual(3);
      expect(titles.length).toBeLessThanOrEqual(5);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(0.5);
      expect(reasoning).toContain('retention');
      const existingStrategies = [titles[0]];
      const others = await suggest(kit, tenant, { ...QUESTION, existingStrategies });
      expect(others.suggestions.map(({ title }) => title)).not.toContain(titles[0]);
      const hurried = await suggest(kit, tenant, { ...QUESTION, constraints: { timeline: '4 weeks' } });
      for (const { timeframe } of hurried.suggestions) expect(timeframe).toMatch(/^([1-4]-)?[1-4] weeks?$/);
    },
  );

  kit.it(
    [`${SUGGEST}.rules.2`, `${SUGGEST}.rules.6`],
    'the confidence grows with the business context, and is 0 without any',
    async () => {
      const tenant = await kit.tenant();
      const { goalIntent, businessContext } = QUESTION;
      const { industry, ...rest } = businessContext;
      const confidences: number[] = [];
      for (const more of [{}, { businessContext: rest }, { businessContext: { industry, ...rest } }]) {
        confidences.push((await suggest(kit, tenant, { goalIntent, ...more })).confidence);
      }
      const [none = 1, some = 0, all = 0] = confidences;
      expect(none).toBe(0);
      expect(some).toBeGreaterThan(0);
      expect(all).toBeGreaterThan(some);
    },
  );

  kit.it(
    [`${SUGGEST}.rules.5`, 'coaching.open.notKnown'],
    'costs are not known, which is told; resources are marked as at hand or listed as missing',
    async () => {
      const tenant = await kit.tenant();
      const { suggestions } = await suggest(kit, tenant, QUESTION);
      for (const { estimatedCost, unknown } of suggestions) {
        expect({ estimatedCost, unknown }).toEqual({ estimatedCost: 0, unknown: ['estimatedCost'] });
      }
      const churn = suggestions.find(({ title }) => title === 'Watch for early signs of churn');
      expect(churn?.requiredResources).toContain('analyst (at hand: "1 analyst")');
      expect(churn?.prerequisites).toContain('Not at hand yet: customer success manager');
    },
  );

  kit.it(
    'coaching.open.insufficientContext',
    'a goal that matches nothing, and one of a single word, get general strategies with low confidence',
    async () => {
      const tenant = await kit.tenant();
      for (const goalIntent of ['Umsatz steigern', 'x', '顧客']) {
        const { suggestions, confidence } = await suggest(kit, tenant, { goalIntent });
        expect(suggestions).toHaveLength(3);
        expect(confidence).toBe(0);
      }
    },
  );

  it('the same question gets the same answer, and Q2 counts from today', async () => {
    const tenant = await kit.tenant();
    const body = { ...QUESTION, constraints: { timeline: 'Q2' } };
    const first = await suggest(kit, tenant, body);
    expect(await suggest(kit, tenant, body)).toEqual(first);
    expect(first.reasoning).not.toContain('not understood');
  });

  describe('refusing', () => {
    kit.it(`${SUGGEST}.422.INVALID_GOAL_DATA`, 'takes members of the documented form only', async () => {
      const tenant = await kit.tenant();
      const { goalIntent } = QUESTION;
      for (const body of [
        {},
        { goalIntent: null },
        { goalIntent: ['Grow'] },
        { goalIntent, businessContext: 'B2B' },
        { goalIntent, businessContext: { currentChallenges: 'churn' } },
        { goalIntent, existingStrategies: [5] },
        { goalIntent, existingStrategies: [{ description: 'one' }] },
        { goalIntent, constraints: { budget: 'much' } },
        { goalIntent, constraints: { timeline: 6 } },
        { goalIntent, constraints: { resources: '2 developers' } },
      ]) {
        expectError(await kit.as(tenant, SUGGEST, { body }), 422, 'INVALID_GOAL_DATA');
      }
    });

    kit.it(`${SUGGEST}.422.INSUFFICIENT_CONTEXT`, 'needs an intent that says something', async () => {
      const tenant = await kit.tenant();
      for (const goalIntent of ['', ' \n']) {
        const answer = await kit.as(tenant, SUGGEST, { body: { ...QUESTION, goalIntent } });
        expectError(answer, 422, 'INSUFFICIENT_CONTEXT');
      }
    });

    kit.it(`${SUGGEST}.422.VALIDATION_ERROR`, 'names the member that is too long or negative', async () => {
      const tenant = await kit.tenant();
      const many = Array.from({ length: 1001 }, () => 'a');
      for (const [member, more] of [
        ['existingStrategies', { existingStrategies: many }],
        ['constraints.budget', { constraints: { budget: -1 } }],
        ['businessContext.industry', { businessContext: { industry: 'x'.repeat(5001) } }],
      ] as const) {
        const answer = await kit.as(tenant, SUGGEST, { body: { ...QUESTION, ...more } });
        expect(Object.keys(expectError(answer, 422, 'VALIDATION_ERROR').errors ?? {})).toEqual([member]);
      }
    });
  });

  it('null is the same as absent', async () => {
    const tenant = await kit.tenant();
    const { goalIntent } = QUESTION;
    const nulls = { businessContext: null, existingStrategies: null, constraints: { budget: null } };
    const answer = await kit.as(tenant, SUGGEST, { body: { goalIntent, ...nulls } });
    expect(adviceOf(answer)).toEqual(await suggest(kit, tenant, { goalIntent }));
  });
});
