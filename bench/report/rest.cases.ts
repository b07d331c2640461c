import type { Sample } from './figures';
import { judgeRest, reportRest, type RestFigures } from './rest';

const ROUND: Sample = {
  requestsPerSecond: 1000,
  p50: 1,
  p99: 2,
  gatewayCore: 1,
  loadCore: 0.5,
  faults: 0,
};

const rounds = (...rates: readonly number[]): readonly Sample[] =>
  rates.map((requestsPerSecond) => ({ ...ROUND, requestsPerSecond }));

const figures = (ours: readonly Sample[], byHand: readonly Sample[]): RestFigures => ({
  title: 'GET /goals',
  connections: 4,
  ours,
  byHand,
});

it.each([
  [800, true],
  [799, false],
])('%d requests to 1,000 by hand are fast enough: %s', (rate, isMet) => {
  expect(judgeRest([figures(rounds(rate), rounds(1000))])).toMatchObject([{ isMet }]);
});

it('compares the times of one round, so that a slow round slows both', () => {
  const [verdict] = judgeRest([figures(rounds(1000, 500, 250), rounds(1100, 550, 275))]);
  expect(verdict).toMatchObject({ measured: '1.10 times', isMet: true });
});

it('tells the time of a request, and the time that it has its core', () => {
  const half = rounds(500).map((sample) => ({ ...sample, gatewayCore: 0.5 }));
  const lines = reportRest([figures(half, rounds(1000))]).split('\n');
  expect(lines.find((line) => line.startsWith('PurposePath'))).toMatch(
    /^PurposePath +500 +8\.00 +2\.00 +50 % +50 % +1\.00 +1\.00 +0$/,
  );
});
