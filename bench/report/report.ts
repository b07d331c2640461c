import { type Figures, ratio, summarize } from './figures';
import { type Outcome, type Results, samplesOf } from './outcome';
import { table } from './table';
import type { Verdict } from './targets';

interface Named {
  readonly name: string;
  readonly title: string;
}

const HEAD = ['', 'requests/s', 'to stock', 'p50 ms', 'p99 ms', 'core used', 'faults'];

const UNKNOWN = '–';

const percent = (part: number | undefined): string =>
  part === undefined ? UNKNOWN : `${Math.round(part * 100)} %`;

const cells = (figures: Figures, times: number): readonly string[] => [
  figures.requestsPerSecond.toFixed(0),
  Number.isNaN(times) ? UNKNOWN : times.toFixed(2),
  figures.p50.toFixed(0),
  figures.p99.toFixed(0),
  percent(figures.processor),
  String(figures.faults),
];

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
    return [title, ...cells(summarize(outcome.samples), ratio(outcome.samples, base))];
  };
  return `${workload.title}\n${table([HEAD, ...gateways.map(row)])}`;
}

const isOf =
  (gateway: string, workload: string) =>
  (outcome: Outcome): boolean =>
    outcome.gateway === gateway && outcome.workload === workload;

export function reportMemory({ memory }: Results, gateways: readonly Named[]): string {
  const row = ({ name, title }: Named): readonly string[] => {
    const mebibytes = memory.get(name);
    return [title, mebibytes === undefined ? UNKNOWN : mebibytes.toFixed(0)];
  };
  return `memory after the load\n${table([['', 'MiB'], ...gateways.map(row)])}`;
}

export function reportTargets(verdicts: readonly Verdict[]): string {
  const mark = { true: '✓', false: '✗', undefined: ' ' };
  const rows = verdicts.map(({ aim, measured, isMet }) => [`${mark[`${isMet}`]} ${aim}`, measured]);
  return `targets\n${table([['', 'measured'], ...rows])}`;
}
