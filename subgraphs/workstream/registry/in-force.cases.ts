import { inForce } from './in-force';
import type { ConfigType } from './model';

interface Sample {
  readonly number: number;
  readonly type: ConfigType;
  readonly key: string;
  readonly effectiveFrom: Date;
  readonly effectiveTo: Date | null;
}

const entry = (number: number, from: string, to: string | null, key = 'submit_requirements'): Sample => ({
  number,
  type: 'GATE_RULE',
  key,
  effectiveFrom: new Date(from),
  effectiveTo: to === null ? null : new Date(to),
});

const NAME = ['GATE_RULE', 'submit_requirements'] as const;

describe('the entry in force', () => {
  const entries = [
    entry(2, '1970-01-01T00:00:00Z', null),
    entry(12, '2025-09-01T00:00:00Z', null),
    entry(20, '2025-09-15T00:00:00Z', '2025-09-20T00:00:00Z'),
  ];

  // configRegistry.workedExample
  it.each([
    ['2025-08-31T00:00:00Z', 2],
    ['2025-09-10T00:00:00Z', 12],
    ['2025-09-15T00:00:00Z', 20],
    ['2025-09-20T00:00:00Z', 12],
  ])('at %s is number %d: the start counts, the end does not, the older one comes back', (moment, winner) => {
    expect(inForce(entries, new Date(moment), NAME)?.number).toBe(winner);
  });

  it('is that of the highest number where two begin together', () => {
    const twins = [entry(7, '2025-01-01T00:00:00Z', null), entry(5, '2025-01-01T00:00:00Z', null)];
    expect(inForce(twins, new Date('2026-01-01'), NAME)?.number).toBe(7);
  });

  it('is none before the first begins, and none of another key', () => {
    expect(inForce([entry(1, '2026-01-01T00:00:00Z', null)], new Date('2025-12-31'), NAME)).toBeUndefined();
    expect(inForce([entry(1, '2025-01-01', null, 'other')], new Date('2026-01-01'), NAME)).toBeUndefined();
  });

  it('is the latest of all the names that one thing has', () => {
    const both: Sample[] = [
      { ...entry(1, '2025-01-01', null, 'candidate_transitions'), type: 'STATE_MACHINE' },
      entry(2, '2025-02-01', null, 'candidate_transitions'),
    ];
    const names = [
      ['STATE_MACHINE', 'candidate_transitions'],
      ['GATE_RULE', 'candidate_transitions'],
    ] as const;
    expect(inForce(both, new Date('2026-01-01'), ...names)?.number).toBe(2);
  });
});
