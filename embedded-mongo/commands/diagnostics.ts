import { Double } from 'bson';
import { arch, cpus, hostname, platform, release, totalmem } from 'node:os';
import type { CollectionMeta } from '../storage/catalog';
import { namespaceOf } from './command';
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

/** How many documents there are, how many bytes they have, and how many indexes there are. */
function measured({ server, view }: CommandContext, collections: readonly CollectionMeta[]) {
  let [count, size, indexes] = [0, 0, 0];
  for (const collection of collections) {
    indexes += collection.indexes.length;
    for (const { bytes } of server.documents.scan(view, collection)) {
      count += 1;
      size += bytes.length;
    }
  }
  return { count, size, average: count === 0 ? 0 : size / count, indexes };
}

const dbStats: Handler = (command, context): Reply => {
  const collections = context.server.catalog.all(context.view(), command.database);
  const { count, size, average, indexes } = measured(context, collections);
  return {
    db: command.database,
    collections: collections.length,
    views: 0,
    objects: count,
    avgObjSize: new Double(average),
    dataSize: new Double(size),
    storageSize: new Double(size),
    indexes,
    indexSize: new Double(0),
    totalSize: new Double(size),
    scaleFactor: 1,
  };
};

const collStats: Handler = (command, context): Reply => {
  const namespace = namespaceOf(command);
  const collection = context.server.catalog.find(context.view(), namespace);
  const { count, size, average, indexes } = measured(context, collection === undefined ? [] : [collection]);
  return {
    ns: namespace,
    size,
    count,
    avgObjSize: Math.round(average),
    storageSize: size,
    totalIndexSize: 0,
    totalSize: size,
    nindexes: indexes,
    capped: false,
    scaleFactor: 1,
  };
};

/** Commands by which tools look at a server. */
export const DIAGNOSTIC_COMMANDS: Readonly<Record<string, Handler>> = {
  hostInfo,
  getLog,
  getCmdLineOpts: () => ({ argv: ['embedded-mongo'], parsed: {} }),
  whatsmyuri: (_command, { server }) => ({ you: server.info.address }),
  dbStats,
  dbstats: dbStats,
  collStats,
  collstats: collStats,
};
