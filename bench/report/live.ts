import { median } from './figures';
import { reportTargets } from './report';
import { verdict, type Verdict } from './verdict';

export const READERS = 5000;
export const IDLE = 10_000;

/** What was measured of live activity. */
export interface LiveFigures {
  /** Milliseconds from the making of an event to its reading, at 10 events a second; of each round. */
  readonly p99: readonly number[];
  /** From the first of 500 events made in one second until all have read the last; of each round. */
  readonly burstSeconds: readonly number[];
  /** The part of its core that the gateway used meanwhile, and the seconds of processor time that a burst took. */
  readonly steadyCore: readonly number[];
  readonly burstProcessor: readonly number[];
  /** Events that somebody has missed, or read twice or not in order. */
  readonly faults: number;
  /** Memory of the gateway with all idle streams. */
  readonly idleMebibytes: number;
  /** What one idle stream adds to it. */
  readonly kibibytesEach: number;
}

const MOST = { p99: 250, burstSeconds: 5, idleMebibytes: 1024 };

/** Sets the figures beside what they are meant to be. */
export function judgeLive({ p99, burstSeconds, faults, idleMebibytes }: LiveFigures): readonly Verdict[] {
  return [
    verdict(`every event once and in order for ${READERS} clients`, faults, 'faults', (value) => value === 0),
    verdict(`10 events/s: p99 under ${MOST.p99} ms`, median(p99), 'ms', (value) => value < MOST.p99),
    verdict(
      `500 events in a second: with everybody within ${MOST.burstSeconds} s`,
      median(burstSeconds),
      's',
      (value) => value <= MOST.burstSeconds,
    ),
    verdict(
      `${IDLE} idle clients: under ${MOST.idleMebibytes} MiB`,
      idleMebibytes,
      'MiB',
      (value) => value < MOST.idleMebibytes,
    ),
  ];
}

export function reportLive(figures: LiveFigures): string {
  const each = `an idle stream: ${figures.kibibytesEach.toFixed(0)} KiB`;
  const steady = `10 events/s: ${(median(figures.steadyCore) * 100).toFixed(0)} % of the gateway's core`;
  const burst = `a burst: ${median(figures.burstProcessor).toFixed(1)} s of its processor time`;
  return `live activity\n${[each, steady, burst].join('\n')}\n\n${reportTargets(judgeLive(figures))}`;
}
