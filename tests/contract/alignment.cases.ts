import type { Answer } from './harness/call';
import { expectError, expectInvalid, expectSuccess } from './harness/expect';
import { rowsOfEveryEndpoint } from './harness/everywhere';
import { keepFoundation } from './harness/foundation';
import { newGoal, newStrategy, readGoal } from './harness/goals';
import { contract, type Kit, type Tenant } from './harness/kit';
import { BUSINESS } from './harness/samples';

interface AlignmentResult {
  readonly alignmentScore: number;
  readonly explanation: string;
  readonly suggestions: readonly string[];
  readonly breakdown: {
    readonly visionAlignment: number;
    readonly purposeAlignment: number;
    readonly valuesAlignment: number;
  };
}

const check = (kit: Kit, tenant: Tenant, body?: unknown): Promise<Answer> =>
  kit.as(tenant, 'checkAlignment', { body });

const resultOf = (answer: Answer): AlignmentResult =>
  expectSuccess<AlignmentResult>(answer, 'checkAlignment');

contract('alignment', (kit) => {
  rowsOfEveryEndpoint(kit, 'checkAlignment');

  describe('checking a goal', () => {
    kit.it(
      'checkAlignment.200',
      'answers whole scores from 0 to 100, the words for them and what to do',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newGoal(kit, tenant, { intent: 'Lead in cloud solutions that help businesses' });
        const body = {
          goalId: id,
          goalContext: 'More revenue by cloud solutions',
          businessContext: BUSINESS,
        };
        const { alignmentScore, explanation, suggestions, breakdown } = resultOf(
          await check(kit, tenant, body),
        );
        for (const score of [alignmentScore, ...Object.values(breakdown)]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
        expect(alignmentScore).toBeGreaterThan(0);
        expect(explanation).toMatch(/\S/);
        for (const suggestion of suggestions) expect(suggestion).toMatch(/\S/);
      },
    );

    kit.it(
      'checkAlignment.rules.2',
      'stores the alignment by goal, which shows it until the next check',
      async () => {
        const tenant = await kit.tenant();
        const [goal, other] = [await newGoal(kit, tenant), await newGoal(kit, tenant)];
        const intents = ['Help businesses through technology', 'Bake bread'];
        for (const goalContext of intents) {
          const answer = await check(kit, tenant, {
            goalId: goal.id,
            goalContext,
            businessContext: BUSINESS,
          });
          const { alignmentScore, explanation, suggestions } = resultOf(answer);
          expect(await readGoal(kit, tenant, goal.id)).toMatchObject({
            alignment_score: alignmentScore,
            alignment_explanation: explanation,
            alignment_suggestions: suggestions,
          });
        }
        const untouched = { alignment_score: 0, alignment_explanation: '', alignment_suggestions: [] };
        expect(await readGoal(kit, tenant, other.id)).toMatchObject(untouched);
      },
    );

    kit.it(
      'checkAlignment.rules.1',
      "takes the goal's own texts and the stored foundation for what is not sent",
      async () => {
        const tenant = await kit.tenant();
        await keepFoundation(kit, tenant);
        const { id } = await newGoal(kit, tenant, {
          title: 'Lead in cloud solutions',
          intent: 'for businesses',
        });
        const stored = resultOf(await check(kit, tenant, { goalId: id }));
        const sent = resultOf(await check(kit, tenant, { goalId: id, businessContext: BUSINESS }));
        expect(sent).toEqual(stored);
        expect(stored.breakdown.visionAlignment).toBeGreaterThan(0);
        const bread = resultOf(await check(kit, tenant, { goalId: id, goalContext: 'Bake bread' }));
        expect(bread.breakdown.visionAlignment).toBeLessThan(stored.breakdown.visionAlignment);
      },
    );

    it('gives the same answer for the same question, and sees new strategies', async () => {
      const tenant = await kit.tenant();
      const { id } = await newGoal(kit, tenant, { intent: 'Grow' });
      const body = { goalId: id, businessContext: BUSINESS };
      const first = resultOf(await check(kit, tenant, body));
      expect(resultOf(await check(kit, tenant, body))).toEqual(first);
      await newStrategy(kit, tenant, id, { description: 'Lead in cloud solutions with innovation' });
      expect(resultOf(await check(kit, tenant, body)).alignmentScore).toBeGreaterThan(first.alignmentScore);
    });

    kit.it(
      [
        'checkAlignment.twin.goalId',
        'checkAlignment.twin.goalContext',
        'checkAlignment.twin.businessContext',
      ],
      'takes every member in either spelling, at depth too',
      async () => {
        const tenant = await kit.tenant();
        const { id } = await newGoal(kit, tenant);
        const goalContext = 'Help businesses through technology';
        const camel = await check(kit, tenant, { goalId: id, goalContext, businessContext: BUSINESS });
        const { businessName, coreValues, vision, purpose } = BUSINESS;
        const business_context = { business_name: businessName, core_values: coreValues, vision, purpose };
        const snake = await check(kit, tenant, { goal_id: id, goal_context: goalContext, business_context });
        expect(resultOf(snake)).toEqual(resultOf(camel));
      },
    );
  });

  describe('refusing', () => {
    kit.it(
      'checkAlignment.404.GOAL_NOT_FOUND',
      'does not know unknown, deleted and foreign goals',
      async () => {
        const [tenant, other] = [await kit.tenant(), await kit.tenant()];
        const [{ id: deleted }, { id: foreign }] = [await newGoal(kit, tenant), await newGoal(kit, other)];
        await kit.as(tenant, 'deleteGoal', { params: { id: deleted } });
        for (const goalId of ['x', deleted, foreign]) {
          const answer = await check(kit, tenant, { goalId, businessContext: BUSINESS });
          expectError(answer, 404, 'GOAL_NOT_FOUND');
        }
        expect(await readGoal(kit, other, foreign)).toMatchObject({ alignment_score: 0 });
      },
    );

    kit.it('checkAlignment.422.VALIDATION_ERROR', 'names what is missing or over its limit', async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant);
      const refused = async (body: object | undefined, ...members: string[]): Promise<void> =>
        expectInvalid(await check(kit, tenant, body), ...members);
      const business = (more: object): object => ({ goalId, businessContext: { ...BUSINESS, ...more } });
      await refused({}, 'goalId');
      await refused(undefined, 'goalId');
      await refused({ businessContext: BUSINESS }, 'goalId');
      await refused({ goalId: { id: goalId } }, 'goalId');
      await refused({ goalId, goalContext: 'x'.repeat(2001) }, 'goalContext');
      await refused(business({ vision: 'x'.repeat(2001) }), 'businessContext.vision');
      await refused(business({ purpose: 'x'.repeat(2001) }), 'businessContext.purpose');
      await refused(business({ businessName: 'x'.repeat(201) }), 'businessContext.businessName');
      await refused(business({ coreValues: [] }), 'businessContext.coreValues');
      await refused(business({ coreValues: Array(21).fill('v') }), 'businessContext.coreValues');
      await refused(business({ coreValues: ['v', 'x'.repeat(101)] }), 'businessContext.coreValues');
      await refused({ goalId, business_context: { core_values: [] } }, 'business_context.core_values');
      await refused({ goalId, businessContext: 'Acme' }, 'businessContext');
    });

    it('takes what is at the limit', async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant);
      const businessContext = {
        businessName: 'x'.repeat(200),
        vision: 'v'.repeat(2000),
        purpose: 'p'.repeat(2000),
        coreValues: Array(20).fill('c'.repeat(100)),
      };
      resultOf(await check(kit, tenant, { goalId, goalContext: 'g'.repeat(2000), businessContext }));
    });

    it('needs a vision, a purpose or a value from somewhere', async () => {
      const tenant = await kit.tenant();
      const { id: goalId } = await newGoal(kit, tenant);
      expectError(await check(kit, tenant, { goalId }), 422, 'INSUFFICIENT_CONTEXT');
    });

    kit.it(
      'checkAlignment.503.AI_SERVICE_UNAVAILABLE',
      'says that Coaching gives no answer; goals still show',
      () =>
        kit.elsewhere({}, async (there) => {
          const tenant = await there.tenant();
          const { id } = await newGoal(there, tenant);
          await there.house.house.stopSubgraph('coaching');
          const answer = await check(there, tenant, { goalId: id, businessContext: BUSINESS });
          expectError(answer, 503, 'AI_SERVICE_UNAVAILABLE');
          expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
          expect(await readGoal(there, tenant, id)).toMatchObject({
            alignment_score: 0,
            alignment_explanation: '',
          });
        }),
    );
  });
});
