/**
 * `npm run export -- --to URI` and `npm run import -- --from URI`: all data of the house to another MongoDB, and back.
 * Interrupted and started again, it goes on where it was.
 */
import { MongoClient, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { readConfig } from '../common/config';
import { moveData, type MoveResult, type Progress } from '../embedded-mongo/moving/move';
import { startMongo } from './house/mongodb';
import { type Options, readOptions } from './options';
import { progressOn } from './progress';
import { runMain } from './shutdown';

/** What a shell expects of a command that Ctrl-C has ended. */
const INTERRUPTED = 130;

const MONGODB = /^mongodb(\+srv)?:\/\//;

async function main(): Promise<void> {
  const options = readOptions();
  const isExport = options.word === 'export';
  const other = otherUri(options, isExport);
  const mongo = await startMongo(readConfig([]));
  const clients: MongoClient[] = [];
  const interrupt = new AbortController();
  // Whatever is under way fails with its connection; a second Ctrl-C waits for nothing.
  process.once('SIGINT', () => {
    interrupt.abort();
    for (const client of clients) void client.close(true);
  });
  try {
    const house = await connect(mongo.uri, clients);
    const elsewhere = await connect(other, clients);
    const [source, target] = isExport ? [house, elsewhere] : [elsewhere, house];
    console.log(`${mongo.about} ${isExport ? '→' : '←'} ${withoutPassword(other)}`);
    const { intoExisting } = options;
    report(await moveData({ source, target, intoExisting, onProgress: shown() }).catch(tellHowToGoOn));
  } catch (fault) {
    if (!interrupt.signal.aborted) throw fault;
    console.log('\nInterrupted. The same command goes on from here.');
    process.exitCode = INTERRUPTED;
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    await mongo.stop();
  }
}

function otherUri({ to, from }: Options, isExport: boolean): string {
  const [given, unwanted] = isExport ? [to, from] : [from, to];
  if (given !== undefined && MONGODB.test(given) && unwanted === undefined) return given;
  throw new Error(
    `Say where ${isExport ? 'to' : 'from'}: npm run ${isExport ? 'export -- --to' : 'import -- --from'} mongodb://…`,
  );
}

/** What has been copied is compared where it was written, whatever else the address says. */
async function connect(uri: string, clients: MongoClient[]): Promise<MongoClient> {
  try {
    const client = new MongoClient(uri, { readPreference: 'primary' });
    clients.push(client);
    return await client.connect();
  } catch (error) {
    throw new Error(`${withoutPassword(uri)} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

function withoutPassword(uri: string): string {
  return uri.replace(/\/\/[^/]*@/, '//').replace(/\?.*/, '');
}

function tellHowToGoOn(error: unknown): never {
  if (process.stdout.isTTY) console.log();
  if (!(error instanceof MongoNetworkError || error instanceof MongoServerSelectionError)) throw error;
  throw new Error(`A connection was lost (${error.message}). The same command goes on from here.`, {
    cause: error,
  });
}

function shown(): (progress: Progress) => void {
  const show = progressOn();
  return ({ round, done, of }) => show(done, of, `documents ${round === 1 ? 'copied' : 'compared'}`);
}

function report({ moved, watched }: MoveResult): void {
  for (const { namespace, count, indexes, hash } of moved)
    console.log(`  ${namespace}: ${count} documents, ${indexes} indexes, sha256 ${hash.slice(0, 16)}`);
  const documents = moved.reduce((sum, { count }) => sum + count, 0);
  console.log(`Done: ${moved.length} collections, ${documents} documents, the same on both sides.`);
  if (!watched)
    console.log('The source cannot tell whether it was written to meanwhile: make sure that nothing did.');
}

runMain(main);
