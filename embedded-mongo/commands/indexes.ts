import { MongoError } from '../errors';
import { collectionChange } from '../storage/change';
import type { CollectionMeta, IndexMeta } from '../storage/catalog';
import type { Writer } from '../storage/writer';
import { encode } from '../values/codec';
import type { Document } from '../values/codec';
import { equalValues } from '../values/order';
import { show } from '../values/show';
import { collectionForWriting, namespaceOf } from './command';
import type { CommandContext, Handler } from './command';
import { cannotCreate, specificationOf } from './index-specifications';
import { cursorReply } from './replies';

const MAX_INDEXES = 64;

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
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${show(wanted)}, existing index: ${show(known)}`,
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
        `An equivalent index already exists with a different name and options. Requested index: ${show(wanted)}, existing index: ${show(known)}`,
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
      `add index fails, too many indexes for ${collection.namespace} key:${show(specification['key'])}`,
    );
  }
  const changed = server.catalog.addIndex(writer, collection, specification);
  for (const index of changed.indexes.slice(-1)) server.documents.buildIndex(writer, changed, index);
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
        : `can't find index with key: ${show(wanted)}`,
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
