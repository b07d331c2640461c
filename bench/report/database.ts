import type { ReadFigures } from '../database/reads';
import type { WriteFigures } from '../database/writes';
import { median } from './figures';
import { reportTargets } from './report';
import { table } from './table';
import { verdict, type Verdict } from './verdict';

/** What was measured of the embedded database. */
export interface DatabaseFigures extends ReadFigures, WriteFigures {
  readonly ownMebibytes: number;
  /** With the pages of its file that the system has mapped for it. */
  readonly residentMebibytes: number;
  /** From the order to start until the first document is read, with the full collection. */
  readonly startMilliseconds: number;
}

const MOST_PINGS = { point: 2, page: 4 };
const LEAST_INSERTS = 5000;
const MOST_MEBIBYTES = 150;
const MOST_START_MILLISECONDS = 1000;

const toPing = ({ ping }: DatabaseFigures, times: readonly number[]): number =>
  median(times.map((time, round) => time / (ping[round] ?? NaN)));

/** Sets the figures beside what they are meant to be. */
export function judgeDatabase(figures: DatabaseFigures): readonly Verdict[] {
  const { point, page, inserts, ownMebibytes, startMilliseconds } = figures;
  const atMost = (most: number) => (value: number) => value <= most;
  return [
    verdict(
      `point read: at most ${MOST_PINGS.point} pings`,
      toPing(figures, point),
      'times',
      atMost(MOST_PINGS.point),
    ),
    verdict(
      `page of 20: at most ${MOST_PINGS.page} pings`,
      toPing(figures, page),
      'times',
      atMost(MOST_PINGS.page),
    ),
    verdict(
      `20 writers: at least ${LEAST_INSERTS} durable inserts per second`,
      median(inserts),
      'per second',
      (value) => value >= LEAST_INSERTS,
    ),
    verdict(
      `memory of its own: under ${MOST_MEBIBYTES} MiB`,
      ownMebibytes,
      'MiB',
      (value) => value < MOST_MEBIBYTES,
    ),
    verdict(
      `start: under ${MOST_START_MILLISECONDS} ms with 1,000,000 documents`,
      startMilliseconds,
      'ms',
      (value) => value < MOST_START_MILLISECONDS,
    ),
  ];
}

export function reportDatabase(figures: DatabaseFigures): string {
  const row = (title: string, times: readonly number[]): readonly string[] => [
    title,
    median(times).toFixed(0),
    toPing(figures, times).toFixed(2),
  ];
  const { ping, point, page, indexedInserts } = figures;
  const rows = [['', 'µs', 'to ping'], row('ping', ping), row('point read', point), row('page of 20', page)];
  const resident = `resident with mapped pages of its file: ${figures.residentMebibytes.toFixed(0)} MiB`;
  const indexed = `into a collection with two more indexes: ${median(indexedInserts).toFixed(0)} inserts per second`;
  return `embedded database\n${table(rows)}\n\n${indexed}\n${resident}\n\n${reportTargets(judgeDatabase(figures))}`;
}
