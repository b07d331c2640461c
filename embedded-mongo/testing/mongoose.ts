import { Mongoose } from 'mongoose';
import { startTestServer } from './server';
import type { TestServer } from './server';

/** A server with a mongoose of its own, so that models and plugins of one test file are not another's. */
export interface MongooseServer {
  readonly server: TestServer;
  readonly mongoose: Mongoose;
  stop(): Promise<void>;
}

/** Starts a server and connects mongoose to it. */
export async function startMongoose(): Promise<MongooseServer> {
  const server = await startTestServer();
  const mongoose = new Mongoose();
  await mongoose.connect(server.mongo.uri, { dbName: server.db.databaseName });
  return {
    server,
    mongoose,
    stop: async () => {
      await mongoose.disconnect();
      await server.stop();
    },
  };
}
