/** `npm run bench`: our gateway beside others, and our transports beside each other. See bench/README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareGateways } from './compare-gateways';
import { compareTransports } from './compare-transports';
import { canPin, LOAD_CORE, moveToCore } from './cores';
import { readOptions } from './options';
import { terminal } from './output';

async function main(): Promise<void> {
  const options = readOptions();
  if (canPin) moveToCore(LOAD_CORE);
  else terminal.tell('Processes cannot be pinned to cores here: the figures are rougher.');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    if (options.parts.includes('gateways')) await compareGateways(options, folder, terminal);
    if (options.parts.includes('transports')) await compareTransports(options, terminal);
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
