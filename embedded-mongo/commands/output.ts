import { UUID } from 'bson';
import type { Output } from '../aggregation/output';
import { compileUpdatePipeline } from '../aggregation/pipeline';
import { describeDifference } from '../changes/difference';
import { MongoError, location } from '../errors';
import { evaluateOnce } from '../expressions/compile';
import { prepareFind } from '../query/find';
import type { FoundDocument } from '../query/find';
import { splitNamespace } from '../storage/catalog';
import type { CollectionMeta } from '../storage/catalog';
import type { View } from '../storage/view';
import type { Writer } from '../storage/writer';
import { checkSameId } from '../update/apply';
import { withIdFirst } from '../update/upsert';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawObject, toBytes } from '../values/raw';
import { collectionForWriting, namespaceOf } from './command';
import type { Command, CommandContext, ServerState } from './command';
import { checkDocument } from './validation';
import { show } from '../values/show';

/** Writes the documents of a pipeline where its `$out` or `$merge` says, all of them or none. */
export async function writeOutput(
  command: Command,
  context: CommandContext,
  output: Output,
  run: (view: () => View) => Iterable<Uint8Array>,
): Promise<void> {
  if (context.transaction !== undefined)
    throw new MongoError(
      'OperationNotSupportedInTransaction',
      `$${output.kind} cannot be used in a transaction`,
    );
  const namespace = namespaceOf(
    { ...command, database: output.database ?? command.database },
    output.collection,
  );
  const bypass = command.body['bypassDocumentValidation'] === true;
  await context.write((writer) => {
    const documents = [...run(() => writer.view)];
    if (output.kind === 'out') return replaceAll(context.server, writer, namespace, documents, bypass);
    const collection = collectionForWriting(context.server, writer, namespace);
    merge(context.server, writer, collection, documents, output, bypass);
  });
}

/** As on the real server, a collection with the options and indexes of the old one is filled and takes its place. */
function replaceAll(
  server: ServerState,
  writer: Writer,
  namespace: string,
  documents: readonly Uint8Array[],
  bypass: boolean,
): void {
  const { catalog } = server;
  const old = catalog.find(writer.view, namespace);
  const { database } = splitNamespace(namespace);
  let fresh = catalog.create(writer, `${database}.tmp.agg_out.${new UUID().toString()}`, old?.options);
  for (const { name, specification } of old?.indexes ?? [])
    if (name !== '_id_') fresh = catalog.addIndex(writer, fresh, specification);
  for (const bytes of documents) insertOne(server, writer, fresh, bytes, bypass);
  catalog.rename(writer, fresh, namespace, old);
}

function insertOne(
  server: ServerState,
  writer: Writer,
  collection: CollectionMeta,
  bytes: Uint8Array,
  bypass: boolean,
): void {
  const document = toBytes(withIdFirst(RawObject.parse(bytes)));
  checkDocument(collection, document, bypass);
  server.documents.insert(writer, collection, document);
}

function merge(
  server: ServerState,
  writer: Writer,
  collection: CollectionMeta,
  documents: readonly Uint8Array[],
  output: Output,
  bypass: boolean,
): void {
  checkUniqueOn(collection, output.on);
  const combine = combination(output);
  for (const bytes of documents) {
    const fresh = decode(bytes);
    const found = targetOf(server, writer, collection, fresh, output.on);
    if (found === undefined) {
      if (output.whenNotMatched === 'fail')
        throw new MongoError(
          'MergeStageNoMatchingDocument',
          '$merge could not find a matching document in the target collection for at least one document in the source collection',
        );
      if (output.whenNotMatched === 'insert') insertOne(server, writer, collection, bytes, bypass);
      continue;
    }
    const changed = combine(found, fresh, bytes);
    if (changed === undefined || Buffer.compare(changed, found.bytes) === 0) continue;
    checkDocument(collection, changed, bypass, found.bytes);
    server.documents.replace(writer, collection, found, changed, description(output, found.bytes, changed));
  }
}

function checkUniqueOn({ indexes }: CollectionMeta, on: readonly string[]): void {
  const wanted = [...on].sort().join();
  const unique = indexes.some(
    ({ unique: is, partial, key }) =>
      is &&
      partial === undefined &&
      key
        .map(([path]) => path)
        .sort()
        .join() === wanted,
  );
  if (!unique) throw location(51183, 'Cannot find index to verify that join fields will be unique');
}

function targetOf(
  { documents }: ServerState,
  writer: Writer,
  collection: CollectionMeta,
  fresh: Document,
  on: readonly string[],
): FoundDocument | undefined {
  const filter: Document = {};
  for (const path of on) {
    const value = path.split('.').reduce<unknown>((at, name) => (at as Document | undefined)?.[name], fresh);
    if (value === undefined && path === '_id') return undefined;
    if (value === undefined || value === null || Array.isArray(value))
      throw location(51132, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
    filter[path] = { $eq: value };
  }
  return [...prepareFind(documents, () => writer.view, collection, { filter, limit: 1 }).run()][0];
}

/** How change streams tell of a merge: as a replacement where that was asked for, and as an update otherwise. */
function description({ whenMatched }: Output, before: Uint8Array, after: Uint8Array): RawObject | undefined {
  if (whenMatched === 'replace') return undefined;
  return describeDifference(RawObject.parse(before), RawObject.parse(after));
}

/** What becomes of a document that another one is merged into; undefined where it stays. */
type Combine = (found: FoundDocument, fresh: Document, bytes: Uint8Array) => Uint8Array | undefined;

function combination({ whenMatched, variables }: Output): Combine {
  switch (whenMatched) {
    case 'keepExisting':
      return () => undefined;
    case 'fail':
      return ({ document }) => {
        throw new MongoError(
          'DuplicateKey',
          `$merge with whenMatched: fail found an existing document with _id ${show(document['_id'])}`,
        );
      };
    case 'replace':
      return (found, _fresh, bytes) => keepingId(found, new Map(RawObject.parse(bytes).members));
    case 'merge':
      return (found, _fresh, bytes) =>
        keepingId(
          found,
          new Map([...RawObject.parse(found.bytes).members, ...RawObject.parse(bytes).members]),
        );
    default: {
      const update = compileUpdatePipeline(whenMatched, ['new', ...Object.keys(variables)]);
      return (found, fresh) => {
        const given = Object.entries(variables).map(([name, expression]) => [
          name,
          evaluateOnce(expression, fresh),
        ]);
        const values = { new: fresh, ...(Object.fromEntries(given) as Document) };
        const changed = update(found.document, found.bytes, values);
        return keepingId(found, RawObject.parse(changed.bytes ?? encode(changed.document)).members);
      };
    }
  }
}

/** The bytes of a document with the `_id` that it had. Throws ImmutableField where it was given another one. */
function keepingId(
  found: FoundDocument,
  members: Map<string, ReturnType<RawObject['open']> & object>,
): Uint8Array {
  const id = RawObject.parse(found.bytes).members.get('_id');
  if (id === undefined) return toBytes(new RawObject(members));
  checkSameId(id, members.get('_id') ?? id);
  members.delete('_id');
  return toBytes(new RawObject(new Map([['_id', id], ...members])));
}
