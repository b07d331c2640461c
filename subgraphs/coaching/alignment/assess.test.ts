import { SettableClock } from '../../../common/clock';
import { DomainError } from '../../../common/errors';
import type { Logger } from '../../../common/log';
import type { Context } from '../context';
import { GOAL } from '../engine/alignment/goals.fixture';
import { builtinModel } from '../model/builtin';
import type { CoachingModel } from '../model/model';
import { assess } from './assess';

const logged: unknown[] = [];
const log = { error: (entry: unknown) => logged.push(entry) } as unknown as Logger;

const contextWith = (model: Partial<CoachingModel>): Context =>
  ({
    services: { model: { ...builtinModel, ...model } },
    clock: new SettableClock(),
    log,
  }) as unknown as Context;

beforeEach(() => logged.splice(0));

describe('an assessment', () => {
  it('names the engine that made it and the moment, and keeps all figures', async () => {
    const { components, ...rest } = await builtinModel.assessAlignment(GOAL);
    const alignment = await assess(GOAL, contextWith({ engine: 'PROVIDER' }));
    expect(alignment).toMatchObject({
      score: rest.score,
      explanation: rest.explanation,
      engine: 'PROVIDER',
      checkedAt: new SettableClock().now(),
      components: { strategies: components.strategyAlignment, measures: components.measureRelevance },
      breakdown: { vision: rest.breakdown.visionAlignment, values: rest.breakdown.valuesAlignment },
    });
  });

  it('that breaks has a code of its own, and the fault is in the log alone', async () => {
    const fault = new RangeError('stack exhausted at 0x1');
    const broken = contextWith({ assessAlignment: () => Promise.reject(fault) });
    const failure = assess(GOAL, broken);
    await expect(failure).rejects.toMatchObject({ code: 'ALIGNMENT_CALCULATION_FAILED' });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('stack') });
    expect(logged).toEqual([{ err: fault }]);
  });

  it('that the model refuses keeps the code of the refusal', async () => {
    const refusal = new DomainError('AI_SERVICE_UNAVAILABLE');
    const context = contextWith({ assessAlignment: () => Promise.reject(refusal) });
    await expect(assess(GOAL, context)).rejects.toBe(refusal);
    expect(logged).toEqual([]);
  });
});
