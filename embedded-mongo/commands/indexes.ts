import { MongoError, notSupported, typeMismatch } from '../errors';
import { compileFilter } from '../query/matcher';
import { indexMeta } from '../storage/catalog';
import { collectionChange } from '../storage/change';
import type { CollectionMeta, IndexMeta } from '../storage/catalog';
import type { Writer } from '../storage/writer';
import { encode } from '../values/codec';
import type { Document } from '../values/codec';
import { equalValues } from '../values/order';
import { isDocument, isNumeric } from '../values/types';
import { refuseCollation } from './collections';
import { collectionForWriting, namespaceOf } from './command';
import type { CommandContext, Handler } from './command';
import { cursorReply } from './replies';

const OPTIONS = new Set([
  ...[
    'v',
    'key',
    'name',
    'ns',
    'unique',
    'sparse',
    'background',
    'partialFilterExpression',
    'expireAfterSeconds',
  ],
  ...['hidden', 'collation', 'commitQuorum'],
]);

const MAX_INDEXES = 64;

function cannotCreate(message: string): MongoError {
  return new MongoError('CannotCreateIndex', message);
}

/** An index specification as it will be listed. Throws CannotCreateIndex and the like for what is wrong with it. */
function specificationOf(given: unknown): Document {
  if (!isDocument(given)) throw typeMismatch('The elements of the indexes array must be objects');
  const { key, name } = given;
  if (!isDocument(key) || Object.keys(key).length === 0) throw cannotCreate('Index keys cannot be empty.');
  checkKey(key);
  if (typeof name !== 'string' || name === '')
    throw new MongoError(
      'FailedToParse',
      "The 'name' field is a required property of an index specification",
    );
  const unknown = Object.keys(given).find((option) => !OPTIONS.has(option));
  if (unknown !== undefined) {
    throw new MongoError(
      'InvalidIndexSpecificationOption',
      `The field '${unknown}' is not valid for an index specification. Specification: ${JSON.stringify(given)}`,
    );
  }
  refuseCollation(given);
  checkOptions(given, Object.keys(key));
  const { ns: _ns, background: _background, collation: _collation, v: _version, ...options } = given;
  return { v: 2, ...options };
}

function checkKey(key: Document): void {
  for (const [path, direction] of Object.entries(key)) {
    if (typeof direction === 'string') throw notSupported(`a ${direction} index`);
    if (!isNumeric(direction) || Number(direction) === 0 || Number.isNaN(Number(direction))) {
      throw cannotCreate(
        `Values in v:2 index key pattern cannot be of type ${typeof direction}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    }
    if (path === '' || path.split('.').includes(''))
      throw cannotCreate('Index keys cannot contain an empty field.');
    if (path.startsWith('$') || path.includes('$**')) throw notSupported(`an index on ${path}`);
  }
}

function checkOptions(given: Document, paths: readonly string[]): void {
  const partial = given['partialFilterExpression'];
  if (partial !== undefined) {
    if (!isDocument(partial)) throw typeMismatch("The field 'partialFilterExpression' must be an object");
    if (given['sparse'] === true)
      throw cannotCreate('cannot mix "partialFilterExpression" and "sparse" options');
    compileFilter(partial);
  }
  const expiry = given['expireAfterSeconds'];
  if (expiry === undefined) return;
  if (!isNumeric(expiry) || Number(expiry) < 0)
    throw cannotCreate("TTL index 'expireAfterSeconds' option must be within an acceptable range");
  if (paths.length !== 1 || paths[0] === '_id') {
    throw cannotCreate('TTL indexes are single-field indexes, compound indexes do not support TTL.');
  }
}

/** Whether an index is there already. Throws where another one has its name or its key with other options. */
function alreadyThere(collection: CollectionMeta, wanted: Document): boolean {
  for (const { specification: known } of collection.indexes) {
    const sameKey = equalValues(known['key'], wanted['key']);
    if (known['name'] === '_id_' && sameKey) return true;
    const sameName = known['name'] === wanted['name'];
    const same = sameKey && equalValues(withoutName(known), withoutName(wanted));
    if (same && sameName) return true;
    if (sameName) {
      throw new MongoError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${JSON.stringify(wanted)}, existing index: ${JSON.stringify(known)}`,
      );
    }
    if (same)
      throw new MongoError(
        'IndexOptionsConflict',
        `Index already exists with a different name: ${String(known['name'])}`,
      );
    if (sameKey && !differsInPartial(known, wanted)) {
      throw new MongoError(
        'IndexOptionsConflict',
        `An equivalent index already exists with a different name and options. Requested index: ${JSON.stringify(wanted)}, existing index: ${JSON.stringify(known)}`,
      );
    }
  }
  return false;
}

/** The options that matter, in one order. */
function withoutName({ unique, sparse, partialFilterExpression, expireAfterSeconds }: Document): Document {
  return {
    unique: unique === true,
    sparse: sparse === true,
    partial: partialFilterExpression ?? null,
    expiry: expireAfterSeconds ?? null,
  };
}

function differsInPartial(a: Document, b: Document): boolean {
  return !equalValues(a['partialFilterExpression'] ?? null, b['partialFilterExpression'] ?? null);
}

const createIndexes: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const indexes = command.body['indexes'];
  if (!Array.isArray(indexes) || indexes.length === 0)
    throw new MongoError('BadValue', 'Must specify at least one index to create');
  const specifications = indexes.map(specificationOf);
  return context.write((writer) => {
    const existed = context.server.catalog.find(writer.view, namespace) !== undefined;
    let collection = collectionForWriting(context.server, writer, namespace);
    const before = collection.indexes.length;
    for (const specification of specifications)
      collection = addIndex(context, writer, collection, specification);
    return {
      numIndexesBefore: before,
      numIndexesAfter: collection.indexes.length,
      createdCollectionAutomatically: !existed,
      ...(before === collection.indexes.length ? { note: 'all indexes already exist' } : {}),
    };
  });
};

function addIndex(
  { server }: CommandContext,
  writer: Writer,
  collection: CollectionMeta,
  specification: Document,
): CollectionMeta {
  if (alreadyThere(collection, specification)) return collection;
  if (collection.indexes.length >= MAX_INDEXES) {
    throw cannotCreate(
      `add index fails, too many indexes for ${collection.namespace} key:${JSON.stringify(specification['key'])}`,
    );
  }
  const index = indexMeta(server.catalog.newId(), specification);
  const changed = { ...collection, indexes: [...collection.indexes, index] };
  server.catalog.save(writer, changed);
  server.documents.buildIndex(writer, changed, index);
  writer.changes.push(collectionChange('createIndexes', changed, { indexes: [specification] }));
  return changed;
}

const dropIndexes: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const { catalog } = context.server;
  return context.write((writer) => {
    const collection = catalog.find(writer.view, namespace);
    if (collection === undefined) throw new MongoError('NamespaceNotFound', `ns not found ${namespace}`);
    const unwanted = indexesToDrop(collection, command.body['index']);
    catalog.save(writer, {
      ...collection,
      indexes: collection.indexes.filter((index) => !unwanted.includes(index)),
    });
    for (const index of unwanted) catalog.notePurge(writer, index.id);
    const indexes = unwanted.map(({ specification }) => specification);
    if (indexes.length > 0) writer.changes.push(collectionChange('dropIndexes', collection, { indexes }));
    return { nIndexesWas: collection.indexes.length };
  });
};

function indexesToDrop(collection: CollectionMeta, wanted: unknown): IndexMeta[] {
  if (wanted === '*') return collection.indexes.filter((index) => index.name !== '_id_');
  if (Array.isArray(wanted)) return wanted.flatMap((name) => indexesToDrop(collection, name));
  const found = collection.indexes.filter((index) =>
    typeof wanted === 'string' ? index.name === wanted : equalValues(index.specification['key'], wanted),
  );
  if (found.length === 0) {
    throw new MongoError(
      'IndexNotFound',
      typeof wanted === 'string'
        ? `index not found with name [${wanted}]`
        : `can't find index with key: ${JSON.stringify(wanted)}`,
    );
  }
  if (found.some((index) => index.name === '_id_'))
    throw new MongoError('InvalidOptions', 'cannot drop _id index');
  return found;
}

const listIndexes: Handler = (command, context) => {
  const namespace = namespaceOf(command);
  const collection = context.server.catalog.find(context.view(), namespace);
  if (collection === undefined) throw new MongoError('NamespaceNotFound', `ns does not exist: ${namespace}`);
  const listed = collection.indexes.map((index) => encode(index.specification));
  return cursorReply(context, namespace, listed.values(), { batchSize: Infinity });
};

/** Commands about indexes. */
export const INDEX_COMMANDS: Readonly<Record<string, Handler>> = {
  createIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
  listIndexes,
};
