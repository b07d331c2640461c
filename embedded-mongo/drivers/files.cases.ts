import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { GridFSBucket } from 'mongodb';
import type { ObjectId } from 'mongodb';
import { startTestServer } from '../testing/server';
import type { TestServer } from '../testing/server';

let server: TestServer;
let bucket: GridFSBucket;

beforeAll(async () => {
  server = await startTestServer();
  bucket = new GridFSBucket(server.db, { bucketName: 'files', chunkSizeBytes: 100_000 });
});
afterAll(() => server.stop());

async function upload(name: string, content: Buffer): Promise<ObjectId> {
  const stream = bucket.openUploadStream(name, { metadata: { sha: hash(content) } });
  await pipeline(Readable.from([content]), stream);
  return stream.id;
}

const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

test('a file of 1 MB comes back as it was, as a whole and in part, and is deleted with its chunks', async () => {
  const content = randomBytes(1 << 20);
  const id = await upload('a.bin', content);
  expect(hash(await buffer(bucket.openDownloadStream(id)))).toBe(hash(content));
  const part = await buffer(bucket.openDownloadStream(id, { start: 99_990, end: 200_010 }));
  expect(part.equals(content.subarray(99_990, 200_010))).toBe(true);
  expect(await bucket.find({ 'metadata.sha': hash(content) }).toArray()).toMatchObject([
    { _id: id, length: 1 << 20 },
  ]);
  expect(await server.db.collection('files.chunks').countDocuments({ files_id: id })).toBe(11);
  await bucket.delete(id);
  expect(await server.db.collection('files.chunks').countDocuments()).toBe(0);
  await expect(bucket.delete(id)).rejects.toThrow(/File not found/);
});

test('files have revisions by name, are renamed, and an upload can be given up', async () => {
  await upload('r', Buffer.from('one'));
  const second = await upload('r', Buffer.from('two'));
  const read = async (revision: number): Promise<string> =>
    (await buffer(bucket.openDownloadStreamByName('r', { revision }))).toString();
  expect(await Promise.all([0, 1, -1, -2].map(read))).toEqual(['one', 'two', 'two', 'one']);
  await bucket.rename(second, 'renamed');
  expect((await buffer(bucket.openDownloadStreamByName('renamed'))).toString()).toBe('two');
  const given = bucket.openUploadStream('never');
  await new Promise((written) => given.write(Buffer.alloc(250_000), written));
  await given.abort();
  expect(await bucket.find({ filename: 'never' }).toArray()).toEqual([]);
  await bucket.drop();
  expect(await server.db.listCollections({ name: /^files\./ }).toArray()).toEqual([]);
});
