import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byBytes } from '../storage/file/check';
import { DataFile, dataFileOf, newest } from '../storage/file/data-file';
import type { Header } from '../storage/file/data-file';
import { TreeWalk } from '../storage/file/tree-walk';
import type { Leaf } from '../storage/file/tree-walk';
import { startTestServer } from './server';
import { opened } from './streams';

const DOCUMENTS = 400;

/** The documents of the store that is damaged, in the order of their ids. */
export const STORED = Array.from({ length: DOCUMENTS }, (_, _id) => ({
  ...{ _id, name: `number ${_id}` },
  text: 'x'.repeat(_id % 100 === 50 ? 10_000 : 200),
}));

/** A document that was there for a while. */
export const DELETED = { _id: DOCUMENTS, name: 'deleted' };

/** A small store with an index, to be damaged in copies. */
export interface Specimen {
  /** The bytes of its data file. */
  readonly bytes: Buffer;
  /** A place in its change stream. */
  readonly token: unknown;
  readonly header: Header;
  /** The leaves of its data, in the order of their keys. */
  readonly leaves: readonly Leaf[];
  /** A directory with such a data file. */
  copy(bytes: Buffer): string;
  remove(): void;
}

/** Makes the store with a server, as any store is made. */
export async function makeSpecimen(): Promise<Specimen> {
  const root = mkdtempSync(join(tmpdir(), 'embedded-mongo-damage-'));
  const directory = join(root, 'whole');
  const server = await startTestServer(directory);
  const collection = server.db.collection('c');
  await collection.createIndexes([{ key: { name: 1 }, ...{ unique: true } }]);
  const stream = await opened(collection);
  await collection.insertMany([...STORED, DELETED] as never[]);
  await collection.deleteOne({ name: DELETED.name });
  const token = (await stream.next())._id;
  await stream.close();
  await server.stop();
  const file = new DataFile(dataFileOf(directory));
  const header = newest(file.headers) as Header;
  const leaves = [...new TreeWalk(file, header).walk(header.main, byBytes, () => undefined)];
  file.close();
  let copies = 0;
  return {
    ...{ bytes: readFileSync(dataFileOf(directory)), token, header, leaves },
    copy: (bytes) => {
      copies += 1;
      const copy = join(root, `copy${copies}`);
      mkdirSync(copy);
      writeFileSync(dataFileOf(copy), bytes);
      return copy;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
