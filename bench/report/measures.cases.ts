import type { Sample } from './figures';
import { judgeMeasures, reportMeasures } from './measures';

const rounds = (...rates: readonly number[]): readonly Sample[] =>
  rates.map((requestsPerSecond) => ({
    requestsPerSecond,
    p50: 1,
    p99: 2,
    gatewayCore: 1,
    loadCore: 0.5,
    faults: 0,
  }));

it.each([
  [1000, true],
  [999, false],
])('%d requests among many to 1,500 among few are fast enough: %s', (rate, isMet) => {
  const figures = { title: 'GET /measures', few: rounds(1500), many: rounds(rate) };
  expect(judgeMeasures([figures])).toMatchObject([{ isMet }]);
});

it('compares the times of one round, so that a slow round slows both', () => {
  const figures = { title: 'GET /measures', few: rounds(1100, 550, 275), many: rounds(1000, 500, 250) };
  expect(judgeMeasures([figures])).toMatchObject([{ measured: '1.10 times' }]);
  const lines = reportMeasures([figures], { few: '100', many: '10,000' }).split('\n');
  expect(lines.find((line) => line.startsWith('10,000'))).toMatch(
    /^10,000 +500 +2\.0 +1\.10 +100 % +50 % +0$/,
  );
});
