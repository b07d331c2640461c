/** The four subgraphs on four ports of one process, answering from memory. Sends their addresses to its parent. */
import { computing, remembering, schemaOf } from './answers';
import { SUBGRAPHS } from './index';
import { serve } from './server';

async function main(): Promise<void> {
  const urls: Record<string, string> = {};
  for (const subgraph of SUBGRAPHS) {
    urls[subgraph.name] = await serve(remembering(computing(schemaOf(subgraph))));
  }
  process.on('disconnect', () => process.exit());
  process.send?.(urls);
}

void main();
