import { ratio, type Sample, summarize } from './figures';
import { digits, percent, reportTargets } from './report';
import { table } from './table';
import { verdict, type Verdict } from './verdict';

/** One endpoint in a tenant with few measures and in one with many, in the order of the rounds. */
export interface MeasureFigures {
  readonly title: string;
  readonly few: readonly Sample[];
  readonly many: readonly Sample[];
}

const MOST_TIMES_FEW = 1.5;

/** How many times as long it takes among many, round by round. */
const toFew = ({ few, many }: MeasureFigures): number => ratio(few, many);

export const judgeMeasures = (figures: readonly MeasureFigures[]): readonly Verdict[] =>
  figures.map((one) =>
    verdict(
      `${one.title}: among many at most ${MOST_TIMES_FEW} times the time among few`,
      toFew(one),
      'times',
      (value) => value <= MOST_TIMES_FEW,
    ),
  );

const HEAD = ['', 'requests/s', 'p99 ms', 'to few', 'own core', 'other core', 'faults'];

export function reportMeasures(
  figures: readonly MeasureFigures[],
  names: { readonly few: string; readonly many: string },
): string {
  const tables = figures.map(({ title, few, many }) => {
    const row = (name: string, samples: readonly Sample[]): readonly string[] => {
      const { requestsPerSecond, p99, gatewayCore, loadCore, faults } = summarize(samples);
      return [
        name,
        digits(0, requestsPerSecond),
        digits(1, p99),
        digits(2, ratio(few, samples)),
        percent(gatewayCore),
        percent(loadCore),
        String(faults),
      ];
    };
    return `${title}\n${table([HEAD, row(names.few, few), row(names.many, many)])}`;
  });
  return `${tables.join('\n\n')}\n\n${reportTargets(judgeMeasures(figures))}`;
}
