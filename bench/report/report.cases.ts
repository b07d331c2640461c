import type { Sample } from './figures';
import type { Outcome, Results } from './outcome';
import { reportTargets, reportTransports, reportWorkload } from './report';
import { judge } from './targets';

const ROUND: Sample = {
  requestsPerSecond: 100,
  p50: 10,
  p99: 100,
  gatewayCore: 1,
  loadCore: 0.5,
  faults: 0,
};

function outcome(gateway: string, sample: Partial<Sample> = {}, workload = 'deep'): Outcome {
  return { gateway, workload, isRight: true, samples: [{ ...ROUND, ...sample }] };
}

const results = (...outcomes: readonly Outcome[]): Results => ({ outcomes, memory: new Map() });

const PAIR = { ours: 'ours', collapsing: 'collapsing', stock: 'stock' };
const verdictOf = (found: Results, aim: string) => judge(found, PAIR).find((one) => one.aim.startsWith(aim));

describe('the targets', () => {
  it.each([
    [800, true],
    [799, false],
  ])('of speed: %d to 100 is met: %s', (requestsPerSecond, isMet) => {
    const found = results(outcome('stock'), outcome('ours', { requestsPerSecond }));
    expect(verdictOf(found, 'deep: at least')).toMatchObject({ isMet });
  });

  it.each([
    [4500, true],
    [4499, false],
  ])('of speed with collapsing: %d to 100 is met: %s', (requestsPerSecond, isMet) => {
    const found = results(outcome('stock'), outcome('collapsing', { requestsPerSecond }));
    expect(verdictOf(found, 'deep, collapsing')).toMatchObject({ isMet });
  });

  it.each([
    [24, true],
    [25, false],
  ])('of latency: %d ms to 100 ms is met: %s', (p99, isMet) => {
    const found = results(outcome('stock'), outcome('ours', { p99 }));
    expect(verdictOf(found, 'deep: p99')).toMatchObject({ isMet });
  });

  it.each([
    [250, true],
    [250.5, false],
  ])('of memory: %d MiB is met: %s', (mebibytes, isMet) => {
    expect(verdictOf({ outcomes: [], memory: new Map([['ours', mebibytes]]) }, 'memory')).toMatchObject({
      isMet,
    });
  });

  it('are neither met nor missed where nothing was measured', () => {
    const verdicts = judge(results(outcome('stock')), PAIR);
    expect(verdicts.map(({ isMet }) => isMet)).toEqual(verdicts.map(() => undefined));
    expect(reportTargets(verdicts)).not.toMatch(/[✓✗]/);
  });

  it('show in the report', () => {
    const found = results(outcome('stock'), outcome('ours', { requestsPerSecond: 900 }));
    const report = reportTargets(judge(found, PAIR));
    expect(report).toMatch(/✓ deep: at least 8 times .* 9\.00 times/);
    expect(report).toMatch(/✗ deep: p99 .* 1\.00 of stock/);
  });
});

describe('the table of a workload', () => {
  const deep = { name: 'deep', title: 'Deep' };
  const gateways = ['stock', 'ours'].map((name) => ({ name, title: name }));
  const lineOf = (found: Results, gateway: string): string[] =>
    reportWorkload(found, deep, gateways, 'stock')
      .split('\n')
      .find((line) => line.startsWith(gateway))
      ?.split(/ {2,}/) ?? [];

  it('holds requests, latencies, cores, ratios and faults', () => {
    const found = results(
      outcome('stock'),
      outcome('ours', { requestsPerSecond: 400, gatewayCore: 0.5, p50: 3, p99: 7, faults: 2 }),
    );
    expect(lineOf(found, 'ours')).toEqual([
      'ours',
      '400',
      '4.00',
      '3',
      '7',
      '50 %',
      '50 %',
      '800',
      '8.00',
      '2',
    ]);
  });

  it('says of wrong answers nothing but that', () => {
    const found = results(outcome('stock'), { ...outcome('ours'), isRight: false, samples: [] });
    expect(lineOf(found, 'ours')).toEqual(['ours', 'wrong']);
  });

  it('leaves out what the system does not tell', () => {
    const found = results(outcome('stock', { gatewayCore: NaN, loadCore: NaN }));
    expect(lineOf(found, 'stock')).toEqual(['stock', '100', '1.00', '10', '100', '–', '–', '–', '–', '0']);
  });
});

it('compares the transports round by round', () => {
  expect(reportTransports({ local: [30, 300, 90], http: [10, 100, 45] })).toMatch(
    /in the process +90 +3\.00$/,
  );
});
