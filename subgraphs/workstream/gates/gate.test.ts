import { PINK_TO_RED_REQUIREMENTS } from '../registry/defaults';
import type { Requirements } from '../registry/registry';
import { ensureGate } from './gate';

const REQUIRED: Requirements = {
  gate: 'pink_to_red_requirements',
  items: PINK_TO_RED_REQUIREMENTS,
  source: 'config_registry',
};

const refusal = (done: readonly string[]): unknown => {
  try {
    ensureGate('Red', REQUIRED, done);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a quality gate', () => {
  it('opens when everything required is done, whatever else is', () => {
    expect(refusal([...PINK_TO_RED_REQUIREMENTS, 'lunch_ordered'])).toBeUndefined();
    expect(() => ensureGate('Red', { ...REQUIRED, items: [] }, [])).not.toThrow();
  });

  it('tells what is missing, in the order of the requirements', () => {
    const missing = ['technical_scope_defined', 'decision_makers_identified', 'timeline_agreed'];
    expect(refusal(['budget_confirmed'])).toMatchObject({
      code: 'QUALITY_GATE_BLOCKED',
      message: `Red blocked; incomplete checklist: ${missing.join(', ')}`,
      extensions: {
        details: {
          gateType: 'pink_to_red_requirements',
          missingItems: missing,
          requiredItems: PINK_TO_RED_REQUIREMENTS,
          configSource: 'config_registry',
        },
      },
    });
  });

  it('compares names exactly', () => {
    const [first = '', ...rest] = PINK_TO_RED_REQUIREMENTS;
    expect(refusal([first.toUpperCase(), ...rest])).toMatchObject({
      extensions: { details: { missingItems: [first] } },
    });
  });
});
