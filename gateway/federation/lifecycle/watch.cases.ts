import { EventEmitter, on } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchText } from './watch';

let folder: string;
let file: string;
let watch: { close(): void } | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  file = join(folder, 'text');
  writeFileSync(file, 'first');
});

afterEach(() => {
  watch?.close();
  rmSync(folder, { recursive: true });
});

/** Resolves when the watched file has been read as this text. */
function start(path = file): (wanted: string) => Promise<void> {
  const events = new EventEmitter();
  const reads = on(events, 'read') as AsyncIterableIterator<[string]>;
  watch = watchText(path, {
    settle: 1,
    poll: 50,
    onText: (text) => events.emit('read', text),
    onFault: () => events.emit('read', 'nothing'),
  });
  return async (wanted) => {
    for (;;) {
      const { value } = (await reads.next()) as { value: [string] };
      if (value[0] === wanted) return;
    }
  };
}

it('reads the file at once, for it may have changed since its owner has read it', async () => {
  await expect(start()('first')).resolves.toBeUndefined();
});

it('hears of a file that is written in place', async () => {
  const read = start();
  writeFileSync(file, 'second');
  await expect(read('second')).resolves.toBeUndefined();
});

it('hears of every file that takes the place of the one before it', async () => {
  const read = start();
  for (const text of ['second', 'third']) {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    await expect(read(text)).resolves.toBeUndefined();
  }
});

it('hears of a link that is turned to another folder, as mounted configuration is', async () => {
  for (const name of ['v1', 'v2']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'text'), name);
  }
  symlinkSync('v1', join(folder, 'current'));
  symlinkSync(join('current', 'text'), join(folder, 'linked'));
  const read = start(join(folder, 'linked'));
  await read('v1');
  symlinkSync('v2', join(folder, 'next'));
  renameSync(join(folder, 'next'), join(folder, 'current'));
  await expect(read('v2')).resolves.toBeUndefined();
});

it('tells of a file that is gone, and reads it when it is back', async () => {
  const read = start();
  await read('first');
  unlinkSync(file);
  await expect(read('nothing')).resolves.toBeUndefined();
  writeFileSync(file, 'back');
  await expect(read('back')).resolves.toBeUndefined();
});
