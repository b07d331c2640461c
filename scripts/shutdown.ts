/** Stopping on Ctrl-C or SIGTERM: requests in flight end first, and nothing hangs. */
import type { Logger } from '../common/log';

const PATIENCE_MILLISECONDS = 4000;

/** Runs `stop` once; a second signal, or running out of patience, ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>, log: Logger): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), PATIENCE_MILLISECONDS).unref();
    stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error({ err: fault }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** Runs the main function of a script; what stops the start is told in plain words. */
export function runMain(main: () => Promise<void>): void {
  main().catch((fault: unknown) => {
    console.error(inPlainWords(fault));
    process.exit(1);
  });
}

function inPlainWords(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault;
  const { code, port } = fault as NodeJS.ErrnoException & { readonly port?: number };
  if (code !== 'EADDRINUSE') return `${fault.name}: ${fault.message}`;
  return `Port ${port} is in use. End what listens there, or choose another port with PORT (or --port).`;
}
