import { Long } from 'bson';
import { MongoError, notSupported } from '../errors';
import { compileFilter } from '../query/matcher';
import type { CollectionMeta } from '../storage/catalog';
import { databaseChange } from '../storage/change';
import { equalValues } from '../values/order';
import { encode } from '../values/codec';
import type { Document } from '../values/codec';
import { documentMember, namespaceOf } from './command';
import type { Handler } from './command';
import { cursorReply } from './replies';
import { IMAGES, checkImages, withoutIdleImages } from './images';
import { checkValidationOptions } from './validation';

/** Options of `create` that change what a collection does, and are not there. */
const REFUSED_OPTIONS = [
  'capped',
  'timeseries',
  'viewOn',
  'clusteredIndex',
  'encryptedFields',
  'expireAfterSeconds',
];

const IGNORED_OPTIONS = new Set([
  'writeConcern',
  'comment',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'maxTimeMS',
]);

const create: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const given = Object.fromEntries(
    Object.entries(command.body).filter(
      ([name]) => name !== command.name && !name.startsWith('$') && !IGNORED_OPTIONS.has(name),
    ),
  );
  checkImages('create', given[IMAGES]);
  const options = withoutIdleImages(given);
  const refused = REFUSED_OPTIONS.find((name) => options[name] !== undefined && options[name] !== false);
  if (refused !== undefined) throw notSupported(`option ${refused} of create`);
  refuseCollation(options);
  checkValidationOptions(options);
  await context.write((writer) => {
    const known = context.server.catalog.find(writer.view, namespace);
    if (known === undefined) context.server.catalog.create(writer, namespace, options);
    else if (!equalValues(known.options, options)) {
      throw new MongoError(
        'NamespaceExists',
        `namespace ${namespace} already exists, but with different options: ${JSON.stringify(known.options)}`,
      );
    }
  });
  return {};
};

/** Throws where a collation is asked for that compares strings in another way than by their bytes. */
export function refuseCollation(options: Document): void {
  const collation = options['collation'];
  if (collation === undefined || collation === null) return;
  const { locale } = collation as Document;
  if (locale !== 'simple') throw notSupported('a collation other than { locale: "simple" }');
}

const drop: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const { catalog } = context.server;
  const dropped = await context.write((writer) => {
    const collection = catalog.find(writer.view, namespace);
    if (collection !== undefined) catalog.drop(writer, collection);
    return collection;
  });
  return dropped === undefined ? {} : { nIndexesWas: dropped.indexes.length, ns: namespace };
};

const dropDatabase: Handler = async (command, context) => {
  const { catalog } = context.server;
  await context.write((writer) => {
    const collections = catalog.all(writer.view, command.database);
    for (const collection of collections) catalog.drop(writer, collection);
    if (collections.length > 0) writer.changes.push(databaseChange(command.database));
  });
  return { dropped: command.database };
};

function describe(collection: CollectionMeta, nameOnly: boolean): Document {
  const { name, options, uuid, indexes } = collection;
  if (nameOnly) return { name, type: 'collection' };
  const idIndex = indexes.find((index) => index.name === '_id_')?.specification;
  return { name, type: 'collection', options, info: { readOnly: false, uuid }, idIndex };
}

const listCollections: Handler = (command, context) => {
  const { matches } = compileFilter(documentMember(command.body, 'filter'));
  const nameOnly = command.body['nameOnly'] === true;
  const described = context.server.catalog
    .all(context.view(), command.database)
    .filter((collection) => matches(describe(collection, false)))
    .map((collection) => encode(describe(collection, nameOnly)));
  const batchSize = documentMember(command.body, 'cursor')['batchSize'];
  return cursorReply(context, `${command.database}.$cmd.listCollections`, described.values(), {
    batchSize: batchSize === undefined ? Infinity : Number(batchSize),
  });
};

const listDatabases: Handler = (command, context) => {
  const { matches } = compileFilter(documentMember(command.body, 'filter'));
  const names = new Set(context.server.catalog.all(context.view()).map((collection) => collection.database));
  const databases = [...names].sort().map((name) => ({ name, sizeOnDisk: Long.ZERO, empty: false }));
  const shown = databases.filter(matches);
  if (command.body['nameOnly'] === true) return { databases: shown.map(({ name }) => ({ name })) };
  return { databases: shown, totalSize: Long.ZERO, totalSizeMb: Long.ZERO };
};

/** Commands about collections and databases. */
export const COLLECTION_COMMANDS: Readonly<Record<string, Handler>> = {
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
};
