import { lowered, newThresholds, ordered } from './thresholds';

it.each([
  [undefined, undefined, 80, 50],
  [null, null, 80, 50],
  [90, 60, 90, 60],
  [70, 70, 70, 70],
  [30, undefined, 30, 30],
  [undefined, 0, 80, 0],
])(
  'a new link with threshold %s and risk %s has %s and %s',
  (threshold, risk, thresholdPct, riskThresholdPct) => {
    expect(newThresholds(threshold, risk)).toEqual({ thresholdPct, riskThresholdPct });
  },
);

it.each([
  ['given', () => newThresholds(40, 41)],
  ['above the usual threshold', () => newThresholds(undefined, 81)],
  ['resulting from a change', () => ordered({ thresholdPct: 40, riskThresholdPct: 50 })],
])('risk never begins above the threshold: %s', (_case, act) => {
  expect(act).toThrow(
    expect.objectContaining({
      message: 'Risk threshold percentage must be between 0 and 100 and not above the threshold percentage',
      extensions: expect.objectContaining({ kinds: { riskThresholdPct: 'RANGE' } }),
    }),
  );
});

it('risk gives way to a threshold that is set alone', () => {
  expect(lowered({ thresholdPct: 80, riskThresholdPct: 50 }, 40)).toEqual({
    thresholdPct: 40,
    riskThresholdPct: 40,
  });
  expect(lowered({ thresholdPct: 80, riskThresholdPct: 50 }, 90)).toEqual({
    thresholdPct: 90,
    riskThresholdPct: 50,
  });
});
