import { Double } from 'bson';
import { arch, cpus, hostname, platform, release, totalmem } from 'node:os';
import { badValue, notSupported } from '../errors';
import type { CollectionMeta } from '../storage/catalog';
import { indexRange } from '../storage/keys';
import { walk } from '../storage/view';
import type { Document } from '../values/codec';
import { countMember, namespaceOf, refuseOptions } from './command';
import type { CommandContext, Handler, Reply } from './command';

const hostInfo: Handler = () => ({
  system: {
    currentTime: new Date(),
    hostname: hostname(),
    cpuAddrSize: 64,
    memSizeMB: Math.round(totalmem() / 2 ** 20),
    numCores: cpus().length,
    cpuArch: arch(),
  },
  os: { type: platform(), name: platform(), version: release() },
  extra: {},
});

const getLog: Handler = ({ body }) =>
  body['getLog'] === '*' ? { names: ['global', 'startupWarnings'] } : { totalLinesWritten: 0, log: [] };

/** What there is of documents and indexes, in bytes and numbers. */
function measured({ server, view }: CommandContext, collections: readonly CollectionMeta[]) {
  const indexSizes: Record<string, number> = {};
  let [count, size, indexSize] = [0, 0, 0];
  for (const collection of collections) {
    for (const { bytes } of server.documents.scan(view, collection)) {
      count += 1;
      size += bytes.length;
    }
    for (const { id, name } of collection.indexes) {
      const { start, end } = indexRange(id);
      indexSizes[name] = 0;
      for (const { key } of walk(view, start, end)) indexSizes[name] += key.length;
      indexSize += indexSizes[name];
    }
  }
  return { count, size, average: count === 0 ? 0 : size / count, indexSizes, indexSize };
}

/** The number by which sizes are divided, and what divides by it. */
function scaling(body: Document) {
  const factor = countMember(body, 'scale') ?? 1;
  if (factor === 0) throw badValue("BSON field 'scale' value must be >= 1, actual value '0'");
  return { factor, scaled: (bytes: number) => Math.trunc(bytes / factor) };
}

const dbStats: Handler = (command, context): Reply => {
  const { factor, scaled } = scaling(command.body);
  const collections = context.server.catalog.all(context.view(), command.database);
  const { count, size, average, indexSize } = measured(context, collections);
  return {
    db: command.database,
    collections: collections.length,
    views: 0,
    objects: count,
    avgObjSize: new Double(average),
    dataSize: new Double(scaled(size)),
    storageSize: new Double(scaled(size)),
    indexes: collections.reduce((sum, { indexes }) => sum + indexes.length, 0),
    indexSize: new Double(scaled(indexSize)),
    totalSize: new Double(scaled(size + indexSize)),
    scaleFactor: factor,
  };
};

const collStats: Handler = (command, context): Reply => {
  const { factor, scaled } = scaling(command.body);
  const namespace = namespaceOf(command);
  const collection = context.server.catalog.find(context.view(), namespace);
  const { count, size, average, indexSizes, indexSize } = measured(
    context,
    collection === undefined ? [] : [collection],
  );
  return {
    ns: namespace,
    size: scaled(size),
    count,
    avgObjSize: Math.round(average),
    storageSize: scaled(size),
    nindexes: collection?.indexes.length ?? 0,
    indexSizes: Object.fromEntries(Object.entries(indexSizes).map(([name, bytes]) => [name, scaled(bytes)])),
    totalIndexSize: scaled(indexSize),
    totalSize: scaled(size + indexSize),
    capped: false,
    scaleFactor: factor,
  };
};

const dataSize: Handler = (command, context): Reply => {
  const namespace = command.body['dataSize'];
  refuseOptions(command.body, ['keyPattern', 'min', 'max', 'estimate'], 'dataSize');
  const startedAt = performance.now();
  const collection = context.server.catalog.find(context.view(), String(namespace));
  const { count, size } = measured(context, collection === undefined ? [] : [collection]);
  const millis = Math.round(performance.now() - startedAt);
  return { estimate: false, size, numObjects: count, millis };
};

/** No operation is ever noted down: the level can be asked for, and set to what it is. */
const profile: Handler = ({ body }) => {
  if (Number(body['profile']) > 0) throw notSupported('profiling');
  return { was: 0, slowms: 100, sampleRate: new Double(1) };
};

const fsync: Handler = async ({ body }, { server }) => {
  refuseOptions(body, ['lock'], 'fsync');
  await server.engine.durable();
  return { numFiles: 1 };
};

/** Commands by which tools look at a server. */
export const DIAGNOSTIC_COMMANDS: Readonly<Record<string, Handler>> = {
  hostInfo,
  getLog,
  getCmdLineOpts: () => ({ argv: ['embedded-mongo'], parsed: {} }),
  whatsmyuri: (_command, { connection }) => ({ you: connection.peer }),
  dbStats,
  dbstats: dbStats,
  collStats,
  collstats: collStats,
  dataSize,
  datasize: dataSize,
  profile,
  fsync,
};
