import { load } from './load';
import { makeMeasures, VALUES_EACH } from './measures/copies';
import { type MeasureWorkload, workloads } from './measures/workloads';
import type { Options } from './options';
import type { Output } from './output';
import type { Sample } from './report/figures';
import { type MeasureFigures, reportMeasures } from './report/measures';
import { type House, startHouse } from './rest/servers';
import { caller, newTenant } from './rest/tenant';

const FEW = 100;
const MANY = 10_000;
const CONNECTIONS = 4;
const WARM_UP_SECONDS = 3;

const nameOf = (measures: number): string =>
  `${measures.toLocaleString('en')} measures, ${(measures * VALUES_EACH).toLocaleString('en')} values`;

/** Reading measures of a tenant that has many of them with many values, beside one that has few. */
export async function compareMeasures(
  options: Options,
  folder: string,
  { say, tell }: Output,
): Promise<void> {
  tell('starting the house');
  const started = await startHouse(`${folder}/measures`);
  const few = await prepare(started, 'few', FEW, tell);
  const many = await prepare(started, 'many', MANY, tell);
  const figures: MeasureFigures[] = [];
  for (const [index, workload] of few.entries()) {
    const beside = many[index];
    if (beside) figures.push(await measure(started, workload, beside, options, tell));
  }
  say(reportMeasures(figures, { few: nameOf(FEW), many: nameOf(MANY) }));
  await started.stop();
}

async function prepare(
  { house, mongodbUri, signingKey }: House,
  name: string,
  count: number,
  tell: Output['tell'],
): Promise<readonly MeasureWorkload[]> {
  tell(`making ${nameOf(count)}`);
  const reader = await newTenant(house.url, name, signingKey);
  return workloads(await makeMeasures(mongodbUri, caller(house.url, reader), count), reader);
}

/** Both in every round, and each first in every second one. */
async function measure(
  { house, databaseSeconds }: House,
  few: MeasureWorkload,
  many: MeasureWorkload,
  { rounds, seconds }: Options,
  tell: Output['tell'],
): Promise<MeasureFigures> {
  const samples = { few: [] as Sample[], many: [] as Sample[] };
  const sides = [
    { requests: few.requests, lengths: await lengthsOf(house.url, few), kept: samples.few },
    { requests: many.requests, lengths: await lengthsOf(house.url, many), kept: samples.many },
  ];
  const under = { connections: CONNECTIONS, besideSeconds: databaseSeconds };
  for (const { requests, lengths } of sides) {
    await load(house, { ...under, requests, lengths, seconds: Math.min(seconds, WARM_UP_SECONDS) });
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const { requests, lengths, kept } of sides) {
      kept.push(await load(house, { ...under, requests, lengths, seconds }));
    }
    sides.reverse();
    const rates = [samples.few, samples.many].map((kept) => kept.at(-1)?.requestsPerSecond.toFixed(0));
    tell(`round ${round}/${rounds}, ${few.title}: ${rates.join('/s, among many ')}/s`);
  }
  return { title: few.title, ...samples };
}

/** The lengths of right answers. Throws for an answer that is none. */
async function lengthsOf(url: string, { requests }: MeasureWorkload): Promise<ReadonlySet<number>> {
  const lengths = new Set<number>();
  for (const { path = '', headers } of requests) {
    const response = await fetch(`${url}${path}`, { headers: headers as Record<string, string> });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} is answered with ${response.status}: ${text}`);
    lengths.add(text.length);
  }
  return lengths;
}
