import { mkdtempSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from '../engine';
import { noteClosed, takeClosed } from './closing';
import { dataFileOf } from './data-file';

let directory: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'embedded-mongo-closing-'));
  await new Engine({ directory, durable: true }).close();
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('a file that was closed in order is known as that, once', () => {
  expect(takeClosed(dataFileOf(directory))).toBe(true);
  expect(takeClosed(dataFileOf(directory))).toBe(false);
});

it('a file that was written to since is not taken for it', () => {
  const file = openSync(dataFileOf(directory), 'r+');
  writeSync(file, Buffer.of(0), 0, 1, 0);
  closeSync(file);
  expect(takeClosed(dataFileOf(directory))).toBe(false);
});

it('a file whose server has not been closed is not taken for it', async () => {
  const engine = new Engine({ directory, durable: true });
  expect(takeClosed(dataFileOf(directory))).toBe(false);
  await engine.close();
  noteClosed(dataFileOf(directory));
  expect(takeClosed(dataFileOf(directory))).toBe(true);
});
