import { readFileSync, unwatchFile, watch, watchFile } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

export interface WatchOptions {
  /** Given the text whenever the file may have changed; the same text may come again. */
  readonly onText: (text: string) => void;
  /** Told when the file cannot be read. */
  readonly onFault: (fault: unknown) => void;
  /** Milliseconds without a change until the file is read: who writes in several steps is let finish. */
  readonly settle?: number;
  /** Milliseconds between looks at the file where the system tells of no changes. */
  readonly poll?: number;
}

/**
 * Watches one file. The folder is what is watched, for a file that is replaced by renaming is another file, and a
 * mounted one may be a link that is replaced further up. Some mounts tell of nothing: the file is looked at, too.
 */
export function watchText(
  path: string,
  { onText, onFault, settle = 50, poll = 2000 }: WatchOptions,
): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const read = (): void => {
    timer = undefined;
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (fault) {
      onFault(fault);
      return;
    }
    onText(text);
  };
  const look = (): void => {
    clearTimeout(timer);
    timer = setTimeout(read, settle).unref();
  };
  const name = basename(path);
  const folder = watchFolder(dirname(path), (changed) => {
    // Neighbours that never rest must not keep the file from being read.
    if (changed === name || timer === undefined) look();
  });
  watchFile(path, { interval: poll, persistent: false }, look);
  look(); // whoever has read it before may have missed a change since
  return {
    close() {
      clearTimeout(timer);
      folder?.close();
      unwatchFile(path, look);
    },
  };
}

/** Undefined where the system has no more watches to give: then the looks at the file must do. */
function watchFolder(path: string, onChange: (name: string | null) => void): FSWatcher | undefined {
  try {
    const watcher = watch(path, { persistent: false }, (_event, name) => onChange(name));
    return watcher.on('error', () => watcher.close());
  } catch {
    return undefined;
  }
}
