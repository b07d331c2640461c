import { load } from './load';
import type { Options } from './options';
import type { Output } from './output';
import type { Sample } from './report/figures';
import { reportRest, type RestFigures } from './report/rest';
import { lengthsOf } from './rest/check';
import { makeGoals } from './rest/goals';
import { type Servers, startServers } from './rest/servers';
import { caller, newTenant } from './rest/tenant';
import { type RestWorkload, workloads } from './rest/workloads';

const CONNECTIONS = 4;
const WARM_UP_SECONDS = 5;

/** REST endpoints of the house beside routes that somebody has written by hand, over the same data. */
export async function compareRest(options: Options, folder: string, { say, tell }: Output): Promise<void> {
  tell('starting the house and the routes by hand');
  const servers = await startServers(folder);
  const { url } = servers.house;
  const reader = await newTenant(url, 'reader', servers.signingKey);
  const writer = await newTenant(url, 'writer', servers.signingKey);
  tell('making goals');
  const ids = await makeGoals(caller(url, reader));
  const figures: RestFigures[] = [];
  for (const workload of workloads(ids, reader, writer)) {
    figures.push(await measure(servers, workload, options, tell));
  }
  say(reportRest(figures));
  await servers.stop();
}

/** Both in every round, and each first in every second one: what changes on the machine changes for both. */
async function measure(
  { house, byHand, databaseSeconds }: Servers,
  workload: RestWorkload,
  { rounds, seconds }: Options,
  tell: Output['tell'],
): Promise<RestFigures> {
  const lengths = await lengthsOf(workload, [house.url, byHand.url]);
  const { title, requests } = workload;
  const under = { requests, connections: CONNECTIONS, lengths, besideSeconds: databaseSeconds };
  const samples = { ours: [] as Sample[], byHand: [] as Sample[] };
  const sides = [
    { server: house, kept: samples.ours },
    { server: byHand, kept: samples.byHand },
  ];
  for (const { server } of sides) {
    await load(server, { ...under, seconds: Math.min(seconds, WARM_UP_SECONDS) });
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const { server, kept } of sides) kept.push(await load(server, { ...under, seconds }));
    sides.reverse();
    const rates = [samples.ours, samples.byHand].map((kept) => kept.at(-1)?.requestsPerSecond.toFixed(0));
    tell(`round ${round}/${rounds}, ${title}: ${rates.join('/s, by hand ')}/s`);
  }
  return { title, connections: CONNECTIONS, ...samples };
}
