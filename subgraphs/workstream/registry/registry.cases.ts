import {
  CANDIDATE_TRANSITIONS,
  DEFAULT_SETTINGS,
  PINK_TO_RED_REQUIREMENTS,
  SPOTLIGHT_WEIGHTS,
} from './defaults';
import type { ConfigEntry, Setting } from './model';
import { Registry } from './registry';

const NOW = new Date('2026-01-15T10:00:00Z');

const entry = (number: number, setting: Setting, effectiveFrom = '1970-01-01'): ConfigEntry => ({
  orgId: 1,
  number,
  ...setting,
  effectiveFrom: new Date(effectiveFrom),
  effectiveTo: null,
});

const registry = (...entries: ConfigEntry[]): Registry => new Registry(entries, NOW);

describe('a registry without entries', () => {
  it('gives what is built in, and says so', () => {
    expect(registry().candidateTransitions()).toEqual(CANDIDATE_TRANSITIONS);
    expect(registry().spotlightWeights()).toEqual(SPOTLIGHT_WEIGHTS);
    expect(registry().pinkToRed()).toMatchObject({ items: PINK_TO_RED_REQUIREMENTS, source: 'default' });
  });
});

describe('the registry of a fresh organisation', () => {
  const fresh = registry(...DEFAULT_SETTINGS.map((setting, index) => entry(index + 1, setting)));

  it('gives the documented defaults as entries', () => {
    expect(fresh.candidateTransitions()).toEqual(CANDIDATE_TRANSITIONS);
    expect(fresh.pinkToRed()).toMatchObject({ items: PINK_TO_RED_REQUIREMENTS, source: 'config_registry' });
  });

  it('has no gate of promotion', () => {
    expect(fresh.promotion()).toBeUndefined();
  });
});

describe('an entry', () => {
  const TABLE = { new: ['promoted'] };

  it.each(['STATE_MACHINE', 'GATE_RULE'] as const)(
    'of %s replaces the whole table of transitions',
    (type) => {
      const stored = entry(20, { type, key: 'candidate_transitions', value: TABLE }, '2026-01-01');
      const defaults = entry(1, {
        type: 'STATE_MACHINE',
        key: 'candidate_transitions',
        value: CANDIDATE_TRANSITIONS,
      });
      expect(registry(defaults, stored).candidateTransitions()).toEqual(TABLE);
    },
  );

  it('opens the gate of promotion under its own name', () => {
    const gate = entry(20, { type: 'GATE_RULE', key: 'promote_requirements', value: ['budget_confirmed'] });
    expect(registry(gate).promotion()).toEqual({
      gate: 'promote_requirements',
      items: ['budget_confirmed'],
      source: 'config_registry',
    });
  });
});
