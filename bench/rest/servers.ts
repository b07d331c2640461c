/** What is compared: the whole house as production starts it, and routes written by hand over the same data. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { MongoClient } from 'mongodb';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { projectFile } from '../../common/project';
import { startEmbeddedMongo } from '../../embedded-mongo';
import { processorSeconds, startNode } from '../child';
import { GATEWAY_CORE } from '../cores';
import { type RunningServer, startServer } from '../running';

const SECRET_BYTES = 32;
/** The tokens of a run outlive it. */
const TOKEN_SECONDS = 86_400;

export interface House {
  readonly house: RunningServer;
  readonly mongodbUri: string;
  /** What the house signs access tokens with. */
  readonly signingKey: JWK;
  /** Processor time that the database has used. */
  readonly databaseSeconds: () => number;
  stop(): Promise<void>;
}

export interface Servers extends House {
  readonly byHand: RunningServer;
}

/** The house over an embedded database, on the disk, which shares the core of the load. */
export async function startHouse(folder: string): Promise<House> {
  const mongo = await startEmbeddedMongo({ dataDir: join(folder, 'data') });
  const mongoProcess = await processOf(mongo.uri);
  const signingKey = await newSigningKey();
  const house = await startAll(mongo.uri, signingKey);
  return {
    house,
    mongodbUri: mongo.uri,
    signingKey,
    databaseSeconds: () => processorSeconds(mongoProcess),
    stop: async () => {
      await house.child.stop();
      await mongo.stop();
    },
  };
}

/** Both over the same database. */
export async function startServers(folder: string): Promise<Servers> {
  const started = await startHouse(folder);
  const byHand = await startByHand(started.mongodbUri, started.house.url);
  return {
    ...started,
    byHand,
    stop: async () => {
      await byHand.child.stop();
      await started.stop();
    },
  };
}

async function processOf(mongodbUri: string): Promise<number> {
  const client = await MongoClient.connect(mongodbUri);
  const { pid } = await client.db('admin').command({ serverStatus: 1 });
  await client.close();
  return Number(pid);
}

async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key) };
}

const startAll = (mongodbUri: string, signingKey: JWK): Promise<RunningServer> =>
  startServer(
    'The house',
    (port) =>
      startNode([projectFile('dist', 'scripts', 'start.js')], GATEWAY_CORE, {
        PORT: String(port),
        MONGODB_URI: mongodbUri,
        GATEWAY_KEY: randomBytes(SECRET_BYTES).toString('base64url'),
        SIGNING_KEY: JSON.stringify(signingKey),
        ACCESS_TOKEN_SECONDS: String(TOKEN_SECONDS),
        EMAIL_VERIFICATION: 'off',
        LOG_LEVEL: 'info',
      }),
    (url) =>
      fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
  );

async function startByHand(mongodbUri: string, houseUrl: string): Promise<RunningServer> {
  const settings = JSON.stringify({ mongodbUri, jwksUrl: `${houseUrl}/.well-known/jwks.json` });
  const main = projectFile('dist', 'bench', 'rest', 'by-hand', 'main.js');
  const child = startNode([main, settings], GATEWAY_CORE);
  return { url: await child.message<string>(), child };
}
