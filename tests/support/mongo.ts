/** The MongoDB of the tests: the one that TEST_MONGODB_URI names, else an embedded server that keeps nothing. */
import { startEmbeddedMongo } from '../../embedded-mongo';

export interface TestMongo {
  readonly uri: string;
  stop(): Promise<void>;
}

export async function startTestMongo(): Promise<TestMongo> {
  const given = process.env['TEST_MONGODB_URI'];
  if (given) return { uri: given, stop: async () => undefined };
  const embedded = await startEmbeddedMongo({ dataDir: ':memory:' });
  return { uri: embedded.uri, stop: () => embedded.stop() };
}
