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
  /** The part of its core that the gateway has used; NaN where the system does not tell. */
  readonly gatewayCore: number;
  /** The part of the other core that the subgraphs and the load have used together; NaN likewise. */
  readonly loadCore: number;
  /** Calls without an answer, with another status than 2xx, or with an answer of a length that no right one has. */
  readonly faults: number;
}

/** Requests answered for each second that the gateway has really had its core: what it costs, on a busy machine too. */
export const perCoreSecond = ({ requestsPerSecond, gatewayCore }: Sample): number =>
  requestsPerSecond / gatewayCore;

/** A gateway under a workload over all rounds: medians, and the faults of all rounds together. */
export function summarize(samples: readonly Sample[]): Sample {
  const middle = (member: keyof Sample): number => median(samples.map((sample) => sample[member]));
  return {
    requestsPerSecond: middle('requestsPerSecond'),
    p50: middle('p50'),
    p99: middle('p99'),
    gatewayCore: middle('gatewayCore'),
    loadCore: middle('loadCore'),
    faults: samples.reduce((sum, { faults }) => sum + faults, 0),
  };
}

/**
 * How many times as much of something a gateway has reached as the stock gateway has: the median over the rounds of the
 * ratio within one round, so that what slows a whole round down slows both.
 */
export const ratio = (
  samples: readonly Sample[],
  stock: readonly Sample[],
  measure: (sample: Sample) => number = ({ requestsPerSecond }) => requestsPerSecond,
): number =>
  median(
    samples.flatMap((sample, round) => {
      const base = stock[round];
      return base ? [measure(sample) / measure(base)] : [];
    }),
  );
