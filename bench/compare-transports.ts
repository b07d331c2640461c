import { projectFile } from '../common/project';
import { startNode } from './child';
import { GATEWAY_CORE } from './cores';
import type { Options } from './options';
import type { Output } from './output';
import { reportTransports, type TransportRates } from './report/report';

/** The engine with its subgraphs in the process, beside the same engine with the same subgraphs over HTTP. */
export async function compareTransports({ rounds, seconds }: Options, { say, tell }: Output): Promise<void> {
  tell('measuring the transports');
  const main = projectFile('dist', 'bench', 'transports', 'main.js');
  const child = startNode([main, String(rounds), String(seconds)], GATEWAY_CORE);
  say(reportTransports(await child.message<TransportRates>()));
}
