/** How a driver watches the server: it asks once, and is answered again and again on the same connection. */
import { MongoClient, type ServerHeartbeatFailedEvent } from 'mongodb';
import { startTestServer, type TestServer } from '../testing/server';

const HEARTBEATS = 4;
const SHORTEST_PAUSE_MS = 500;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('a driver that watches the server loses neither that connection nor its pool', async () => {
  const client = new MongoClient(server.mongo.uri, { heartbeatFrequencyMS: SHORTEST_PAUSE_MS });
  const failed: ServerHeartbeatFailedEvent[] = [];
  let cleared = 0;
  client.on('serverHeartbeatFailed', (event) => failed.push(event));
  client.on('connectionPoolCleared', () => (cleared += 1));
  const watched = new Promise<void>((resolve) => {
    let beats = 0;
    client.on('serverHeartbeatSucceeded', ({ awaited }) => {
      if (awaited) beats += 1;
      if (beats === HEARTBEATS) resolve();
    });
  });
  try {
    await client.connect();
    await watched;
    expect({ failed, cleared }).toEqual({ failed: [], cleared: 0 });
    expect(await client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
  } finally {
    await client.close();
  }
});
