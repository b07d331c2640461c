import { median, perCoreSecond, ratio, type Sample, summarize } from './figures';
import { type Outcome, type Results, samplesOf } from './outcome';
import { table } from './table';
import type { Verdict } from './verdict';

interface Named {
  readonly name: string;
  readonly title: string;
}

const HEAD = [
  ...['', 'requests/s', 'to stock', 'p50 ms', 'p99 ms'],
  ...['own core', 'other core', 'per core second', 'to stock', 'faults'],
];

const UNKNOWN = '–';

export const digits = (count: number, value: number): string =>
  Number.isFinite(value) ? value.toFixed(count) : UNKNOWN;

export const percent = (part: number): string =>
  Number.isFinite(part) ? `${Math.round(part * 100)} %` : UNKNOWN;

function cells(samples: readonly Sample[], stock: readonly Sample[]): readonly string[] {
  const figures = summarize(samples);
  return [
    digits(0, figures.requestsPerSecond),
    digits(2, ratio(samples, stock)),
    digits(0, figures.p50),
    digits(0, figures.p99),
    percent(figures.gatewayCore),
    percent(figures.loadCore),
    digits(0, median(samples.map(perCoreSecond))),
    digits(2, ratio(samples, stock, perCoreSecond)),
    String(figures.faults),
  ];
}

/** A table for each workload: every gateway with its figures, and its ratio to the stock gateway. */
export function reportWorkload(
  results: Results,
  workload: Named,
  gateways: readonly Named[],
  stock: string,
): string {
  const base = samplesOf(results, stock, workload.name);
  const row = ({ name, title }: Named): readonly string[] => {
    const outcome = results.outcomes.find(isOf(name, workload.name));
    if (!outcome) return [title, 'not measured'];
    if (!outcome.isRight) return [title, 'wrong'];
    return [title, ...cells(outcome.samples, base)];
  };
  return `${workload.title}\n${table([HEAD, ...gateways.map(row)])}`;
}

const isOf =
  (gateway: string, workload: string) =>
  (outcome: Outcome): boolean =>
    outcome.gateway === gateway && outcome.workload === workload;

export function reportMemory({ memory }: Results, gateways: readonly Named[]): string {
  const row = ({ name, title }: Named): readonly string[] => [title, digits(0, memory.get(name) ?? NaN)];
  return `memory after the load\n${table([['', 'MiB'], ...gateways.map(row)])}`;
}

export function reportTargets(verdicts: readonly Verdict[]): string {
  const mark = { true: '✓', false: '✗', undefined: ' ' };
  const rows = verdicts.map(({ aim, measured, isMet }) => [`${mark[`${isMet}`]} ${aim}`, measured]);
  return `targets\n${table([['', 'measured'], ...rows])}`;
}

/** Operations per second of each round. */
export interface TransportRates {
  readonly local: readonly number[];
  readonly http: readonly number[];
}

/** The rounds of both transports, as medians and as the median of the ratios within one round. */
export function reportTransports({ local, http }: TransportRates): string {
  const times = median(local.map((rate, round) => rate / (http[round] ?? NaN)));
  const rows = [
    ['', 'operations/s', 'to HTTP'],
    ['over HTTP', digits(0, median(http)), digits(2, 1)],
    ['in the process', digits(0, median(local)), digits(2, times)],
  ];
  return `transports of our engine, deep federated query\n${table(rows)}`;
}
