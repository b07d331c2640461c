import { randomUUID } from 'node:crypto';
import { builtinModel } from '../../../subgraphs/coaching/model/builtin';
import { assess, GOAL, newMeasure, resultOf } from '../harness/coaching';
import { expectError } from '../harness/expect';
import { rowsOfEveryEndpoint } from '../harness/everywhere';
import { keepFoundation } from '../harness/foundation';
import { newGoal, readGoal } from '../harness/goals';
import { contract } from '../harness/kit';
import { signInAgain } from '../harness/people';
import { BUSINESS } from '../harness/samples';

const CHECK = 'assessAlignment';
const KEPT_SECONDS = 5 * 60;

contract('coaching/alignment-check', (kit) => {
  rowsOfEveryEndpoint(kit, CHECK);
  afterEach(() => jest.restoreAllMocks());

  describe('a goal', () => {
    kit.it(
      [`${CHECK}.200`, `${CHECK}.rules.1`, `${CHECK}.rules.4`],
      'gets whole scores from 0 to 100, of which the whole is the mean of the components',
      async () => {
        const tenant = await kit.tenant();
        const result = await assess(kit, tenant, GOAL);
        const { alignmentScore, score, componentScores, breakdown, lastUpdated } = result;
        const components = Object.values(componentScores);
        for (const figure of [score, ...components, ...Object.values(breakdown)]) {
          expect(figure).toBeGreaterThan(0);
          expect(figure).toBeLessThanOrEqual(100);
        }
        expect(score).toBe(alignmentScore);
        expect(score).toBe(Math.round(components.reduce((sum, one) => sum + one, 0) / components.length));
        expect(lastUpdated).toBe(kit.clock.now().toISOString().replace('.000Z', 'Z'));
      },
    );

    kit.it(
      [`${CHECK}.rules.6`, 'coaching.open.similarity'],
      'scores by the wording that it shares with each part of the foundation',
      async () => {
        const tenant = await kit.tenant();
        const businessFoundation = { vision: 'Lead in cloud solutions', coreValues: ['Honest advice'] };
        const same = await assess(kit, tenant, { goalIntent: 'Lead in cloud solutions', businessFoundation });
        expect(same.breakdown).toEqual({ visionAlignment: 98, purposeAlignment: 0, valuesAlignment: 0 });
        const other = await assess(kit, tenant, { goalIntent: 'Bake bread', businessFoundation });
        expect(other).toMatchObject({ score: 0, componentScores: { intentAlignment: 0 } });
        const strategies = ['Give honest advice'];
        const helped = await assess(kit, tenant, {
          goalIntent: 'Bake bread',
          strategies,
          businessFoundation,
        });
        expect(helped.breakdown.valuesAlignment).toBeGreaterThan(90);
        expect(helped.componentScores.strategyAlignment).toBeGreaterThan(0);
      },
    );

    kit.it(
      `${CHECK}.rules.7`,
      'without strategies and KPIs has 0 there, which does not count, and is told to add some',
      async () => {
        const tenant = await kit.tenant();
        const { goalIntent, businessFoundation } = GOAL;
        for (const more of [{}, { strategies: [], kpis: null }, { strategies: ['  '], kpis: [''] }]) {
          const result = await assess(kit, tenant, { goalIntent, businessFoundation, ...more });
          const { intentAlignment } = result.componentScores;
          expect(result.componentScores).toEqual({ intentAlignment, strategyAlignment: 0, kpiRelevance: 0 });
          expect(result.score).toBe(intentAlignment);
          expect(result.suggestions.filter((text) => text.startsWith('Add a '))).toHaveLength(2);
        }
      },
    );

    kit.it(
      `${CHECK}.rules.8`,
      'is explained by shared and missing words, and gets at most five suggestions, worst gap first',
      async () => {
        const tenant = await kit.tenant();
        const { explanation } = await assess(kit, tenant, GOAL);
        expect(explanation).toContain('"cloud"');
        expect(explanation).toContain('nowhere in the goal');
        const { suggestions } = await assess(kit, tenant, { ...GOAL, goalIntent: 'Grow', kpis: [] });
        expect(suggestions.length).toBeLessThanOrEqual(5);
        expect(suggestions[0]).toContain('Integrity');
        expect(suggestions.at(-1)).toContain('Tie the strategy');
      },
    );

    kit.it(`${CHECK}.rules.9`, 'is judged with more confidence the more text there is', async () => {
      const tenant = await kit.tenant();
      const confidenceOf = async (body: object): Promise<number> => {
        const { headers } = await kit.as(tenant, CHECK, { body });
        return Number(headers.get('x-coaching-confidence'));
      };
      const short = { goalIntent: 'Grow', businessFoundation: { vision: 'Lead' } };
      expect(await confidenceOf(short)).toBe(0.2);
      const rich = 'Help small businesses grow through honest technology';
      const foundation = { vision: rich, purpose: rich, coreValues: [rich] };
      const full = { goalIntent: rich, strategies: [rich], kpis: [rich], businessFoundation: foundation };
      expect(await confidenceOf(full)).toBe(0.6);
    });

    kit.it(
      'coaching.open.bothForms',
      'may name strategies and KPIs by text or by object, also mixed',
      async () => {
        const tenant = await kit.tenant();
        const [first, second] = GOAL.strategies;
        const strategies = [{ description: first }, second];
        const kpis = [GOAL.kpis[0], { name: GOAL.kpis[1] }];
        expect(await assess(kit, tenant, { ...GOAL, strategies, kpis })).toEqual(
          await assess(kit, tenant, GOAL),
        );
      },
    );

    kit.it(
      'coaching.open.sharedKpiId',
      "counts a KPI by the tenant's name for its id, else by the name of the request, else not at all",
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        const sharedKpiId = await newMeasure(kit, tenant, 'Cloud revenue');
        const foreign = await newMeasure(kit, other, 'Customers helped');
        const named = await assess(kit, tenant, { ...GOAL, kpis: ['Cloud revenue', 'Bread'] });
        const kpis = [
          { sharedKpiId, name: 'Bread' },
          { sharedKpiId: foreign, name: 'Bread' },
          { sharedKpiId: foreign },
          { sharedKpiId: randomUUID() },
          { sharedKpiId: 'no such measure' },
          {},
        ];
        expect(await assess(kit, tenant, { ...GOAL, kpis })).toEqual(named);
        const prefixed = [{ sharedKpiId: `kpi_${sharedKpiId}` }, 'Bread'];
        expect(await assess(kit, tenant, { ...GOAL, kpis: prefixed })).toEqual(named);
      },
    );

    kit.it(
      'coaching.open.foundation',
      'is held against the stored foundation where the request has no vision, purpose or core value',
      async () => {
        const tenant = await kit.tenant();
        await keepFoundation(kit, tenant);
        const { businessFoundation, ...goal } = GOAL;
        const sent = await assess(kit, tenant, { ...goal, businessFoundation });
        for (const more of [{}, { businessFoundation: null }, { businessFoundation: { vision: ' ' } }]) {
          expect(await assess(kit, tenant, { ...goal, ...more })).toEqual(sent);
        }
        const bakery = { ...goal, businessFoundation: { purpose: 'Bake bread' } };
        expect((await assess(kit, tenant, bakery)).breakdown.visionAlignment).toBe(0);
      },
    );

    it('is stored nowhere', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant, { intent: GOAL.goalIntent });
      await assess(kit, tenant, GOAL);
      expect((await readGoal(kit, tenant, id)).alignment_score).toBe(0);
    });
  });

  describe('an answer', () => {
    const countCalculations = (): jest.SpyInstance => jest.spyOn(builtinModel, 'assessAlignment');

    kit.it(
      [`${CHECK}.rules.2`, `${CHECK}.rules.3`],
      'is given again for five minutes, with the moment at which it was made',
      async () => {
        const tenant = await kit.tenant();
        const calculations = countCalculations();
        const first = await assess(kit, tenant, GOAL);
        kit.clock.advance(KEPT_SECONDS - 1);
        const spaced = {
          ...GOAL,
          goalIntent: `  ${GOAL.goalIntent}\n`,
          strategies: [...GOAL.strategies, ''],
        };
        expect(await assess(kit, tenant, spaced)).toEqual(first);
        expect(calculations).toHaveBeenCalledTimes(1);
        kit.clock.advance(1);
        const later = await assess(kit, tenant, GOAL);
        expect(calculations).toHaveBeenCalledTimes(2);
        expect(later).toEqual({ ...first, lastUpdated: later.lastUpdated });
        expect(Date.parse(later.lastUpdated) - Date.parse(first.lastUpdated)).toBe(KEPT_SECONDS * 1000);
      },
    );

    it('is made anew for another question, and for another tenant', async () => {
      const [tenant, other] = [await kit.tenant(), await kit.tenant()];
      const calculations = countCalculations();
      await assess(kit, tenant, GOAL);
      await assess(kit, other, GOAL);
      await assess(kit, tenant, { ...GOAL, kpis: ['Cloud revenue'] });
      await assess(kit, tenant, { ...GOAL, businessFoundation: { vision: BUSINESS.vision } });
      expect(calculations).toHaveBeenCalledTimes(4);
    });

    it('is one for all who ask at the same moment', async () => {
      const tenant = await kit.tenant();
      const answers = await Promise.all([1, 2, 3].map(() => assess(kit, tenant, GOAL)));
      expect(answers).toEqual(answers.map(() => answers[0]));
      const { data } = await kit.inside('coaching', tenant);
      expect(await data.keptAssessments.count({})).toBe(1);
    });

    it('to a stored foundation changes with the foundation', async () => {
      const tenant = await kit.tenant();
      await keepFoundation(kit, tenant);
      const { businessFoundation: _, ...goal } = GOAL;
      const before = await assess(kit, tenant, goal);
      const context = await kit.inside('account', tenant);
      await context.write(({ data }) =>
        data.foundations.update({ _id: tenant.tenantId }, { $set: { vision: 'Bake bread' } }),
      );
      expect((await assess(kit, tenant, goal)).breakdown).not.toEqual(before.breakdown);
    });
  });

  describe('refusing', () => {
    const expectRefused = async (body: unknown, code: string): Promise<void> => {
      expectError(await kit.as(await kit.tenant(), CHECK, { body }), 422, code);
    };

    kit.it(`${CHECK}.422.INVALID_GOAL_DATA`, 'takes members of the documented form only', async () => {
      const { goalIntent } = GOAL;
      for (const body of [
        {},
        { goalIntent: null },
        { goalIntent: 5 },
        { goalIntent, strategies: 'one' },
        { goalIntent, strategies: [5] },
        { goalIntent, strategies: [{ text: 'one' }] },
        { goalIntent, kpis: 'one' },
        { goalIntent, kpis: [true] },
        { goalIntent, businessFoundation: 'Lead' },
        { goalIntent, businessFoundation: ['Lead'] },
        { goalIntent, businessFoundation: { coreValues: 'Trust' } },
      ]) {
        await expectRefused(body, 'INVALID_GOAL_DATA');
      }
    });

    kit.it(
      `${CHECK}.422.INSUFFICIENT_CONTEXT`,
      'needs an intent that says something, and a foundation somewhere',
      async () => {
        const { goalIntent } = GOAL;
        for (const blank of ['', ' \n']) {
          await expectRefused({ ...GOAL, goalIntent: blank }, 'INSUFFICIENT_CONTEXT');
        }
        for (const businessFoundation of [undefined, {}, { coreValues: [' '] }, { targetMarket: 'bakers' }]) {
          await expectRefused({ goalIntent, businessFoundation }, 'INSUFFICIENT_CONTEXT');
        }
      },
    );

    kit.it(
      `${CHECK}.422.VALIDATION_ERROR`,
      'names the member that is too long, as the caller spelled it',
      async () => {
        const tenant = await kit.tenant();
        const long = 'x'.repeat(5001);
        for (const [member, value] of [
          ['goalIntent', long],
          ['kpis', Array.from({ length: 1001 }, () => 'a')],
        ] as const) {
          const answer = await kit.as(tenant, CHECK, { body: { ...GOAL, [member]: value } });
          expect(Object.keys(expectError(answer, 422, 'VALIDATION_ERROR').errors ?? {})).toEqual([member]);
        }
      },
    );

    kit.it(
      `${CHECK}.500.ALIGNMENT_CALCULATION_FAILED`,
      'says that the calculation broke, and no more; nothing of it is kept',
      async () => {
        const tenant = await kit.tenant();
        const fault = new RangeError('at line 7');
        jest.spyOn(builtinModel, 'assessAlignment').mockRejectedValueOnce(fault);
        const answer = await kit.as(tenant, CHECK, { body: GOAL });
        const { error } = expectError(answer, 500, 'ALIGNMENT_CALCULATION_FAILED');
        expect(error).not.toContain('line 7');
        expect(resultOf(await kit.as(tenant, CHECK, { body: GOAL })).score).toBeGreaterThan(0);
      },
    );

    it('a token that has expired meanwhile does not reach what is kept', async () => {
      const tenant = await kit.tenant();
      await assess(kit, tenant, GOAL);
      kit.clock.advance(901);
      expectError(await kit.as(tenant, CHECK, { body: GOAL }), 401, 'UNAUTHORIZED');
      expect((await assess(kit, await signInAgain(kit, tenant), GOAL)).score).toBeGreaterThan(0);
    });
  });
});
