import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../common/project';
import { type Child, startNode } from './child';
import { LOAD_CORE } from './cores';
import { COLLAPSING, OURS, STOCK } from './gateways';
import type { Options } from './options';
import type { Output } from './output';
import { reportMemory, reportTargets, reportWorkload } from './report/report';
import { judge } from './report/targets';
import { measure } from './rounds';
import { type RunningGateway, startGateway } from './running';
import { composeSupergraph } from './subgraphs/supergraph';

/** Gateways beside each other, each on a core of its own, over subgraphs that answer from memory on the other core. */
export async function compareGateways(
  options: Options,
  folder: string,
  { say, tell }: Output,
): Promise<void> {
  const { subgraphs, supergraphFile } = await startSubgraphs(folder);
  const gateways: RunningGateway[] = [];
  for (const gateway of options.gateways) {
    tell(`starting ${gateway.title}`);
    gateways.push(await startGateway(gateway, supergraphFile));
  }
  const results = await measure(gateways, subgraphs, options, tell);
  for (const workload of options.workloads) {
    say(reportWorkload(results, workload, options.gateways, STOCK.name));
  }
  say(reportMemory(results, options.gateways));
  say(reportTargets(judge(results, { ours: OURS.name, collapsing: COLLAPSING.name, stock: STOCK.name })));
  await Promise.all([...gateways.map(({ child }) => child.stop()), subgraphs.stop()]);
}

/** Starts the subgraphs and writes the supergraph over them into a file. */
async function startSubgraphs(folder: string): Promise<{ subgraphs: Child; supergraphFile: string }> {
  const subgraphs = startNode([projectFile('dist', 'bench', 'subgraphs', 'main.js')], LOAD_CORE);
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, composeSupergraph(await subgraphs.message<Record<string, string>>()));
  return { subgraphs, supergraphFile };
}
