import { median, perCoreSecond, ratio, type Sample, summarize } from './figures';
import { digits, percent, reportTargets } from './report';
import { table } from './table';
import { verdict, type Verdict } from './verdict';

/** One endpoint under load, in the order of the rounds. */
export interface RestFigures {
  readonly title: string;
  /** Each has one request in flight. */
  readonly connections: number;
  readonly ours: readonly Sample[];
  readonly byHand: readonly Sample[];
}

const MOST_TIMES_BY_HAND = 1.25;
const MILLISECONDS = 1000;

/** How many times as long ours takes, round by round. */
const toByHand = ({ ours, byHand }: RestFigures): number => ratio(byHand, ours);

/** Sets the figures beside what they are meant to be. */
export const judgeRest = (figures: readonly RestFigures[]): readonly Verdict[] =>
  figures.map((one) =>
    verdict(
      `${one.title}: at most ${MOST_TIMES_BY_HAND} times the time of routes by hand`,
      toByHand(one),
      'times',
      (value) => value <= MOST_TIMES_BY_HAND,
    ),
  );

const HEAD = [
  ...['', 'requests/s', 'ms', 'to hand', 'own core', 'other core'],
  ...['ms of own core', 'to hand', 'faults'],
];

export function reportRest(figures: readonly RestFigures[]): string {
  const tables = figures.map((one) => {
    const { title, connections, ours, byHand } = one;
    const row = (name: string, samples: readonly Sample[]): readonly string[] => {
      const { requestsPerSecond, gatewayCore, loadCore, faults } = summarize(samples);
      return [
        name,
        digits(0, requestsPerSecond),
        digits(2, (connections / requestsPerSecond) * MILLISECONDS),
        digits(2, ratio(byHand, samples)),
        percent(gatewayCore),
        percent(loadCore),
        digits(2, MILLISECONDS / median(samples.map(perCoreSecond))),
        digits(2, ratio(byHand, samples, perCoreSecond)),
        String(faults),
      ];
    };
    return `${title}\n${table([HEAD, row('by hand', byHand), row('PurposePath', ours)])}`;
  });
  return `${tables.join('\n\n')}\n\n${reportTargets(judgeRest(figures))}`;
}
