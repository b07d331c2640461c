/** From the samples of many rounds to the figures of a report. */

/** The middle value: rounds that the machine has disturbed do not count. NaN where there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** One round of one gateway under one workload. */
export interface Sample {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The part of its core that the gateway has used, where the system tells. */
  readonly processor: number | undefined;
  /** Calls without an answer, with another status than 2xx, or with an answer of a length that no right one has. */
  readonly faults: number;
}

/** A gateway under a workload over all rounds: medians, and the faults of all rounds together. */
export type Figures = Sample;

export function summarize(samples: readonly Sample[]): Figures {
  const of = (member: 'requestsPerSecond' | 'p50' | 'p99'): number =>
    median(samples.map((sample) => sample[member]));
  const processor = samples.flatMap((sample) => sample.processor ?? []);
  return {
    requestsPerSecond: of('requestsPerSecond'),
    p50: of('p50'),
    p99: of('p99'),
    processor: processor.length > 0 ? median(processor) : undefined,
    faults: samples.reduce((sum, { faults }) => sum + faults, 0),
  };
}

/**
 * How many times as many requests a gateway has answered as the stock gateway has: the median over the rounds of the
 * ratio within one round, so that what slows a whole round down slows both.
 */
export const ratio = (samples: readonly Sample[], stock: readonly Sample[]): number =>
  median(
    samples.flatMap(({ requestsPerSecond }, round) => {
      const base = stock[round]?.requestsPerSecond;
      return base ? [requestsPerSecond / base] : [];
    }),
  );
