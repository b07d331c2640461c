/** `npm run bench`: our gateway beside others, over subgraphs that answer from a cache. See bench/README.md. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../common/project';
import { type Child, startNode } from './child';
import { canPin, LOAD_CORE, moveToCore } from './cores';
import { STOCK } from './gateways';
import { type Options, readOptions } from './options';
import { reportMemory, reportTargets, reportWorkload } from './report/report';
import { judge } from './report/targets';
import { measure } from './rounds';
import { type RunningGateway, startGateway } from './running';
import { composeSupergraph } from './subgraphs/supergraph';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** Starts the subgraphs and writes the supergraph over them into a file. */
async function startSubgraphs(folder: string): Promise<{ child: Child; supergraphFile: string }> {
  const child = startNode([projectFile('dist', 'bench', 'subgraphs', 'server.js')], LOAD_CORE);
  const [urls] = (await once(child.process, 'message')) as [Record<string, string>];
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, composeSupergraph(urls));
  return { child, supergraphFile };
}

async function benchGateways(options: Options, folder: string): Promise<void> {
  const { child, supergraphFile } = await startSubgraphs(folder);
  const gateways: RunningGateway[] = [];
  for (const gateway of options.gateways) {
    tell(`starting ${gateway.title}`);
    gateways.push(await startGateway(gateway, supergraphFile));
  }
  const results = await measure(gateways, child, options, tell);
  for (const workload of options.workloads) {
    say(`\n${reportWorkload(results, workload, options.gateways, STOCK.name)}`);
  }
  say(`\n${reportMemory(results, options.gateways)}`);
  say(`\n${reportTargets(judge(results, { ours: 'ours', stock: STOCK.name }))}`);
  await Promise.all([...gateways.map((running) => running.child.stop()), child.stop()]);
}

async function main(): Promise<void> {
  const options = readOptions();
  if (canPin) moveToCore(LOAD_CORE);
  else tell('Processes cannot be pinned to cores here: the figures are rougher.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await benchGateways(options, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main().catch((fault: unknown) => {
  tell(fault instanceof Error ? fault.message : String(fault));
  process.exit(1);
});
