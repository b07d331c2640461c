import fc from 'fast-check';
import { median, perCoreSecond, ratio, type Sample, summarize } from './figures';

const sample = (over: Partial<Sample> = {}): Sample => ({
  requestsPerSecond: 100,
  p50: 1,
  p99: 2,
  gatewayCore: 1,
  loadCore: 0.5,
  faults: 0,
  ...over,
});

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 9], 9.5],
    [[1, 100, 2, 3], 2.5],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });

  it('has as many values above it as below, and leaves the values as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const copy = [...values];
        const middle = median(values);
        const above = values.filter((value) => value > middle).length;
        const below = values.filter((value) => value < middle).length;
        expect(Math.max(above, below)).toBeLessThanOrEqual(values.length / 2);
        expect(values).toEqual(copy);
      }),
    );
  });
});

it('takes the median of every figure over the rounds, and adds the faults up', () => {
  const rounds = [
    sample({ requestsPerSecond: 100, p50: 5, p99: 50, gatewayCore: 0.5, loadCore: 0.3, faults: 1 }),
    sample({ requestsPerSecond: 300, p50: 3, p99: 90, gatewayCore: 0.9, loadCore: 0.1, faults: 0 }),
    sample({ requestsPerSecond: 200, p50: 4, p99: 70, gatewayCore: 0.7, loadCore: 0.2, faults: 2 }),
  ];
  expect(summarize(rounds)).toEqual({
    requestsPerSecond: 200,
    p50: 4,
    p99: 70,
    gatewayCore: 0.7,
    loadCore: 0.2,
    faults: 3,
  });
});

it('counts requests by the time that the gateway has had its core', () => {
  expect(perCoreSecond(sample({ requestsPerSecond: 100, gatewayCore: 0.25 }))).toBe(400);
});

describe('the ratio', () => {
  it('is taken within each round, so that a slow round slows both', () => {
    const stock = [100, 10, 50].map((requestsPerSecond) => sample({ requestsPerSecond }));
    const other = [800, 80, 400].map((requestsPerSecond) => sample({ requestsPerSecond }));
    expect(ratio(other, stock)).toBe(8);
  });

  it('may be of any measure', () => {
    expect(ratio([sample({ gatewayCore: 0.5 })], [sample()], perCoreSecond)).toBe(2);
  });

  it('is no number where nothing was measured', () => {
    expect(ratio([], [sample()])).toBeNaN();
    expect(ratio([sample()], [])).toBeNaN();
  });
});
