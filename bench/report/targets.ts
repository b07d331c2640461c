import { median, ratio } from './figures';
import { type Results, samplesOf } from './outcome';
import { type Verdict, verdict } from './verdict';

/** The names of the gateways that targets compare. */
export interface Pair {
  readonly ours: string;
  /** Ours, with identical queries in flight sharing one execution. */
  readonly collapsing: string;
  readonly stock: string;
}

/** Least ratios of requests per second to the stock gateway, by workload. */
const LEAST_RATIOS: Readonly<Record<string, number>> = { deep: 8, smallest: 8, rotating: 6 };
/** The same where identical queries in flight share one execution: all of the deep query's are identical. */
const LEAST_COLLAPSED_RATIO = 45;
const MOST_OF_STOCK_P99 = 0.25;
const MOST_MEMORY_MEBIBYTES = 250;

/** Sets the figures of our gateway beside its targets. */
export function judge(results: Results, { ours, collapsing, stock }: Pair): readonly Verdict[] {
  const speed = Object.entries(LEAST_RATIOS).map(([workload, least]) =>
    verdict(
      `${workload}: at least ${least} times the requests of stock`,
      ratio(samplesOf(results, ours, workload), samplesOf(results, stock, workload)),
      'times',
      (value) => value >= least,
    ),
  );
  const collapsed = verdict(
    `deep, collapsing: at least ${LEAST_COLLAPSED_RATIO} times the requests of stock`,
    ratio(samplesOf(results, collapsing, 'deep'), samplesOf(results, stock, 'deep')),
    'times',
    (value) => value >= LEAST_COLLAPSED_RATIO,
  );
  const latency = Object.keys(LEAST_RATIOS).map((workload) => {
    const p99 = (gateway: string): number =>
      median(samplesOf(results, gateway, workload).map((sample) => sample.p99));
    return verdict(
      `${workload}: p99 below ${MOST_OF_STOCK_P99} of stock`,
      p99(ours) / p99(stock),
      'of stock',
      (value) => value < MOST_OF_STOCK_P99,
    );
  });
  const memory = verdict(
    `memory: at most ${MOST_MEMORY_MEBIBYTES} MiB`,
    results.memory.get(ours) ?? NaN,
    'MiB',
    (value) => value <= MOST_MEMORY_MEBIBYTES,
  );
  return [...speed, collapsed, ...latency, memory];
}
