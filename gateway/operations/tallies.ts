/**
 * Counters and histograms whose observations cost an addition. prom-client's own check and hash the labels of each
 * observation, which took 3 µs of the 85 of a small query; here that waits until somebody reads.
 */
import { Counter, type CounterConfiguration, Histogram, type HistogramConfiguration } from 'prom-client';

type Labels<T extends string> = Partial<Record<T, string>>;

/** A tally for each combination of values, which come in the order of the labels' names. */
class Tallies<T extends string, Tally> {
  private readonly known = new Map<string, { readonly labels: Labels<T>; readonly tally: Tally }>();

  constructor(
    private readonly names: readonly T[],
    private readonly create: () => Tally,
  ) {}

  of(values: readonly string[]): Tally {
    const key = values.join('\n');
    const known = this.known.get(key);
    if (known) return known.tally;
    const labels: Labels<T> = {};
    for (const [index, name] of this.names.entries()) labels[name] = values[index] ?? '';
    const tally = this.create();
    this.known.set(key, { labels, tally });
    return tally;
  }

  all(): { readonly labels: Labels<T>; readonly tally: Tally }[] {
    return [...this.known.values()];
  }
}

type Configured<Configuration, T> = Configuration & { readonly labelNames: readonly T[] };

export class TalliedCounter<T extends string> extends Counter<T> {
  private readonly tallies: Tallies<T, { unread: number }>;

  constructor(configuration: Configured<CounterConfiguration<T>, T>) {
    super(configuration);
    this.tallies = new Tallies(configuration.labelNames, () => ({ unread: 0 }));
  }

  /** One more, with these values of the labels in the order of their names. */
  count(...values: readonly string[]): void {
    this.tallies.of(values).unread += 1;
  }

  override get(): ReturnType<Counter<T>['get']> {
    for (const { labels, tally } of this.tallies.all()) {
      this.inc(labels, tally.unread);
      tally.unread = 0;
    }
    return super.get();
  }
}

type Series<T extends string> = Awaited<ReturnType<Histogram<T>['get']>>;
type Samples<T extends string> = Series<T>['values'];

interface Observed {
  /** How many are in each bucket and in none below it; the last one is for what is above all bounds. */
  readonly counts: number[];
  sum: number;
}

export class TalliedHistogram<T extends string> extends Histogram<T> {
  private readonly tallies: Tallies<T, Observed>;
  private readonly bounds: readonly number[];

  constructor(
    private readonly configuration: Configured<HistogramConfiguration<T>, T> & { readonly buckets: number[] },
  ) {
    super(configuration);
    this.bounds = [...configuration.buckets, Infinity];
    this.tallies = new Tallies(configuration.labelNames, () => ({
      counts: this.bounds.map(() => 0),
      sum: 0,
    }));
  }

  /** One more, with these values of the labels in the order of their names. */
  note(value: number, ...values: readonly string[]): void {
    const tally = this.tallies.of(values);
    tally.sum += value;
    let bucket = 0;
    while (value > (this.bounds[bucket] ?? Infinity)) bucket += 1;
    tally.counts[bucket] = (tally.counts[bucket] ?? 0) + 1;
  }

  override async get(): Promise<Series<T>> {
    const values = this.tallies.all().flatMap(({ labels, tally }) => this.samplesOf(labels, tally));
    const { name, help } = this.configuration;
    // prom-client writes this type as text, and declares it as a number.
    return { name, help, type: 'histogram', aggregator: 'sum', values } as unknown as Series<T>;
  }

  /** What a registry asks for where it writes text. */
  getForPromString(): Promise<Series<T>> {
    return this.get();
  }

  private samplesOf(labels: Labels<T>, { counts, sum }: Observed): Samples<T> {
    const { name } = this.configuration;
    let count = 0;
    const buckets = this.bounds.map((bound, index) => {
      count += counts[index] ?? 0;
      const le = bound === Infinity ? '+Inf' : bound;
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}
