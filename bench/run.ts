/**
 * `npm run bench`: our gateway beside others, our REST endpoints beside routes by hand, a tenant with many measures beside
 * one with few, our transports beside each other, thousands of live streams, the embedded database beside a ping. See
 * bench/README.md.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareGateways } from './compare-gateways';
import { compareMeasures } from './compare-measures';
import { compareRest } from './compare-rest';
import { measureDatabase } from './measure-database';
import { measureLive } from './measure-live';
import { compareTransports } from './compare-transports';
import { canPin, LOAD_CORE, moveToCore } from './cores';
import { readOptions } from './options';
import { terminal } from './output';

async function main(): Promise<void> {
  const options = readOptions();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    // The database and its client may use every core; what comes then has cores of its own.
    if (options.parts.includes('database')) await measureDatabase(options, folder, terminal);
    if (canPin) moveToCore(LOAD_CORE);
    else terminal.tell('Processes cannot be pinned to cores here: the figures are rougher.');
    if (options.parts.includes('gateways')) await compareGateways(options, folder, terminal);
    if (options.parts.includes('rest')) await compareRest(options, folder, terminal);
    if (options.parts.includes('measures')) await compareMeasures(options, folder, terminal);
    if (options.parts.includes('transports')) await compareTransports(options, terminal);
    if (options.parts.includes('live')) await measureLive(options, folder, terminal);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// An exit ends the children as well; a signal alone would leave them behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main().catch((fault: unknown) => {
  terminal.tell(fault instanceof Error ? fault.message : String(fault));
  process.exit(1);
});
