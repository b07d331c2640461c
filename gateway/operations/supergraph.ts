/** The supergraph while the gateway serves it: a changed file is taken without a restart, a broken one is told of. */
import { readFileSync } from 'node:fs';
import type { Logger } from '../../common/log';
import { type Change, createGenerations, watchText } from '../federation';
import { Degraded, type HealthComponent } from './health';
import type { Metrics } from './metrics';

export interface SupergraphOptions<T> {
  readonly file: string;
  /** Whether changes of the file are taken. */
  readonly isWatched: boolean;
  /** Makes what serves of the text; throws when the text cannot be served. */
  readonly make: (text: string) => T;
  /** Told of what does not serve any more: requests that have begun with it end with it. */
  readonly retire: (replaced: T) => void;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'supergraph'>;
}

export interface ServedSupergraph<T> {
  /** What serves now. A request that has asked stays with what it got. */
  current(): T;
  readonly component: HealthComponent;
  close(): void;
}

/** Throws when the file cannot be served to begin with. */
export function serveSupergraph<T>(options: SupergraphOptions<T>): ServedSupergraph<T> {
  const { file, isWatched, make, retire, log, metrics } = options;
  let serving: T | undefined;
  const onChange = (change: Change): void => {
    metrics.supergraph(change.isTaken);
    if (!change.isTaken) {
      log.error({ file, err: change.fault }, 'the new supergraph is refused; the one before it is served');
      return;
    }
    log.info({ file }, 'the supergraph has changed and is served');
    const replaced = serving;
    serving = current();
    if (replaced && replaced !== serving) retire(replaced);
  };
  const { current, fault, offer, missing } = createGenerations(readFileSync(file, 'utf8'), make, onChange);
  serving = current();
  const watch = isWatched ? watchText(file, { onText: offer, onFault: missing }) : undefined;
  const check = async (): Promise<void> => {
    const reason = fault();
    if (reason !== undefined) throw new Degraded(`the newest supergraph is refused: ${reason}`);
  };
  return {
    current,
    component: { component: 'supergraph', isEssential: false, check },
    close: () => watch?.close(),
  };
}
