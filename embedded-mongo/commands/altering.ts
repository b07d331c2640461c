import { MongoError, badValue, location, notSupported } from '../errors';
import { indexMeta } from '../storage/catalog';
import type { CollectionMeta, IndexMeta } from '../storage/catalog';
import { collectionChange } from '../storage/change';
import type { Change } from '../storage/change';
import { equalValues } from '../values/order';
import type { Document } from '../values/codec';
import { isDocument, isNumeric } from '../values/types';
import { checkMembers, namespaceIn, namespaceOf, onlyOnAdmin } from './command';
import type { Handler, Reply } from './command';
import { IMAGES, checkImages, withoutIdleImages } from './images';
import { VALIDATION_OPTIONS, checkValidationOptions } from './validation';

const RENAME_MEMBERS = new Set(['to', 'dropTarget', 'stayTemp']);

const renameCollection: Handler = async (command, context) => {
  onlyOnAdmin(command.database, 'renameCollection');
  checkMembers(command, RENAME_MEMBERS);
  const { catalog } = context.server;
  const from = namespaceIn(command, command.body[command.name]);
  const to = namespaceIn(command, command.body['to']);
  if (from === to) throw new MongoError('IllegalOperation', "Can't rename a collection to itself");
  await context.write((writer) => {
    const source = catalog.find(writer.view, from);
    if (source === undefined)
      throw new MongoError('NamespaceNotFound', `Source collection ${from} does not exist`);
    const target = catalog.find(writer.view, to);
    if (target !== undefined && command.body['dropTarget'] !== true)
      throw new MongoError('NamespaceExists', 'target namespace exists');
    catalog.rename(writer, source, to, target);
  });
  return {};
};

const MODIFIABLE = new Set<string>([...VALIDATION_OPTIONS, IMAGES, 'index']);

const collMod: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const { body } = command;
  for (const name of ['viewOn', 'pipeline', 'cappedSize', 'cappedMax', 'timeseries'])
    if (body[name] !== undefined) throw notSupported(`option ${name} of collMod`);
  checkMembers(command, MODIFIABLE);
  checkValidationOptions(body);
  checkImages('collMod', body[IMAGES]);
  const given = [...VALIDATION_OPTIONS, IMAGES].filter((name) => body[name] !== undefined);
  const options = Object.fromEntries(given.map((name) => [name, body[name]]));
  return context.write((writer) => {
    const known = context.server.catalog.find(writer.view, namespace);
    if (known === undefined) throw new MongoError('NamespaceNotFound', `ns does not exist: ${namespace}`);
    const altered = { ...known, options: withoutIdleImages({ ...known.options, ...options }) };
    const { changed, reply, index } = withIndex(altered, body['index']);
    context.server.catalog.save(writer, changed);
    writer.changes.push(modification(known, options, index));
    return reply;
  });
};

/** What has changed of an index, and what was there before. */
interface AlteredIndex {
  readonly name: string;
  readonly changes: Document;
  readonly before: Document;
}

/** How change streams tell of a collMod: what was asked for, and what was there before. */
function modification(before: CollectionMeta, options: Document, index?: AlteredIndex): Change {
  const asked = index === undefined ? {} : { index: { name: index.name, ...index.changes } };
  const stateBeforeChange = {
    collectionOptions: { uuid: before.uuid, ...before.options },
    ...(index === undefined ? {} : { indexOptions: index.before }),
  };
  return collectionChange('modify', before, { ...asked, ...options }, { stateBeforeChange });
}

/** What collMod makes of a collection. */
interface Altered {
  readonly changed: CollectionMeta;
  readonly reply: Reply;
  readonly index?: AlteredIndex;
}

/** Changes what can be changed of an index: when its documents expire, and whether it is used. */
function withIndex(collection: CollectionMeta, wanted: unknown): Altered {
  if (wanted === undefined) return { changed: collection, reply: {} };
  if (!isDocument(wanted)) throw badValue("the 'index' of collMod has to be a document");
  const { name, keyPattern, expireAfterSeconds, hidden, ...others } = wanted;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw location(40415, `BSON field 'collMod.index.${unknown}' is an unknown field.`);
  if (name === undefined && keyPattern === undefined)
    throw new MongoError('InvalidOptions', 'Must specify either index name or key pattern.');
  const index = collection.indexes.find(
    ({ name: known, specification }) => known === name || equalValues(specification['key'], keyPattern),
  );
  if (index === undefined)
    throw new MongoError('IndexNotFound', `cannot find index for ns ${collection.namespace}`);
  const { specification } = index;
  const changes: Document = {};
  const before: Document = {};
  if (expireAfterSeconds !== undefined) {
    if (!isNumeric(expireAfterSeconds))
      throw new MongoError('InvalidOptions', 'expireAfterSeconds field must be a number');
    changes['expireAfterSeconds'] = expireAfterSeconds;
    before['expireAfterSeconds'] = specification['expireAfterSeconds'];
  }
  if (hidden !== undefined) {
    if (index.name === '_id_') throw badValue('cannot hide _id index');
    changes['hidden'] = hidden;
    before['hidden'] = specification['hidden'] ?? false;
  }
  const replaced: IndexMeta = indexMeta(index.id, { ...specification, ...changes });
  const indexes = collection.indexes.map((one) => (one === index ? replaced : one));
  const reply: Reply = Object.fromEntries<unknown>(
    Object.keys(changes).flatMap((option) => [
      [`${option}_old`, before[option]],
      [`${option}_new`, changes[option]],
    ]),
  );
  return { changed: { ...collection, indexes }, reply, index: { name: index.name, changes, before } };
}

/** Commands that change what a collection is. */
export const ALTERING_COMMANDS: Readonly<Record<string, Handler>> = { renameCollection, collMod };
