import { Long } from 'bson';
import { ChangeStream, NON_RESUMABLE } from '../changes/stream';
import type { StreamBatch, Transform } from '../changes/stream';
import { parseStreamOptions } from '../changes/options';
import type { Lookup } from '../changes/event';
import type { Cursor } from '../cursors';
import { compilePipeline } from '../aggregation/pipeline';
import { bytesOf, fromBytes } from '../aggregation/stage';
import type { StageContext } from '../aggregation/stage';
import { MongoError } from '../errors';
import type { Variables } from '../expressions/scope';
import { prepareFind } from '../query/find';
import type { Document } from '../values/codec';
import { RawObject, decodeValue, sameBytes } from '../values/raw';
import type { RawValue } from '../values/raw';
import { equalValues } from '../values/order';
import { countMember, documentMember, rawDocument, rawDocuments } from './command';
import type { Command, CommandContext, Reply, ServerState } from './command';

const DEFAULT_FIRST_BATCH = 101;

/** How long a getMore waits for events where the client does not say, as on the real server. */
const DEFAULT_WAIT_MS = 1000;

/** The longest time that a timer can be set to. */
const MAX_WAIT_MS = 2 ** 31 - 1;

/** Stages that may follow `$changeStream`. */
const PERMITTED = new Set([
  ...['$match', '$project', '$addFields', '$set', '$unset', '$replaceRoot', '$replaceWith', '$redact'],
]);

/** Stages that are no part of a pipeline that is compiled. */
const WRITING = new Set(['$out', '$merge']);

/** Whether a pipeline is a change stream. Throws where `$changeStream` stands anywhere but in front. */
export function isChangeStream(pipeline: readonly Document[]): boolean {
  const at = pipeline.findIndex((stage) => '$changeStream' in stage);
  if (at > 0)
    throw new MongoError('Location40602', '$changeStream is only valid as the first stage in a pipeline');
  return at === 0;
}

/** What the stages behind `$changeStream` are compiled in, and the variables that they may refer to. */
export interface Running {
  readonly stageContext: StageContext;
  readonly variables: Variables;
}

/** Opens a change stream and answers with what it can tell at once. */
export function openChangeStream(
  command: Command,
  context: CommandContext,
  pipeline: readonly Document[],
  running: Running,
): Reply {
  if (context.transaction !== undefined) {
    throw new MongoError(
      'OperationNotSupportedInTransaction',
      'Stage not supported inside of a multi-document transaction: $changeStream',
    );
  }
  const [stage = {}, ...rest] = pipeline;
  const { server } = context;
  const collection = command.body['aggregate'];
  const options = parseStreamOptions(stage['$changeStream'], command.database, collection);
  const transform = transformOf(rest, running);
  const stream = new ChangeStream(options, { log: server.log, lookup: lookupIn(server), transform });
  const name = typeof collection === 'string' ? collection : '$cmd.aggregate';
  const cursor = server.cursors.createStream(`${command.database}.${name}`, stream, context);
  const size = countMember(documentMember(command.body, 'cursor'), 'batchSize') ?? DEFAULT_FIRST_BATCH;
  return batchReply(server, cursor, stream.read(size), 'firstBatch');
}

/** Answers with the next events; where there are none it waits for the first one, as long as the client allows. */
export async function moreChanges(
  command: Command,
  context: CommandContext,
  cursor: Cursor,
  stream: ChangeStream,
): Promise<Reply> {
  const { server } = context;
  const size = countMember(command.body, 'batchSize') ?? 0;
  const given = countMember(command.body, 'maxTimeMS') ?? 0;
  const wait = given === 0 ? DEFAULT_WAIT_MS : given;
  server.cursors.keep(cursor);
  try {
    const batch = await nextBatch(stream, size === 0 ? Infinity : size, wait, context);
    return batchReply(server, cursor, batch, 'nextBatch');
  } catch (error) {
    server.cursors.kill(cursor.id);
    throw error;
  }
}

async function nextBatch(
  stream: ChangeStream,
  size: number,
  wait: number,
  { connection }: CommandContext,
): Promise<StreamBatch> {
  const patience = new Patience(Math.min(wait, MAX_WAIT_MS));
  const stops = [
    stream.onWake(() => patience.wake()),
    // Nobody is there to be answered any more.
    connection.onClose(() => patience.end()),
  ];
  try {
    for (;;) {
      if (stream.isKilled)
        throw new MongoError('CursorKilled', 'operation was interrupted because the cursor was killed');
      const batch = stream.read(size);
      if (batch.events.length > 0 || batch.ended || patience.isOver) return batch;
      await (batch.more ? new Promise(setImmediate) : patience.next());
    }
  } finally {
    patience.end();
    for (const stop of stops) stop();
  }
}

/** Waiting for whatever comes first: a call to look again, or the end of the time. */
class Patience {
  isOver = false;
  private resume: () => void = () => undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(milliseconds: number) {
    this.timer = setTimeout(() => this.end(), milliseconds);
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.resume = resolve;
    });
  }

  wake(): void {
    this.resume();
  }

  end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    this.resume();
  }
}

function batchReply(
  server: ServerState,
  cursor: Cursor,
  batch: StreamBatch,
  name: 'firstBatch' | 'nextBatch',
): Reply {
  if (batch.ended) server.cursors.kill(cursor.id);
  else server.cursors.keep(cursor);
  return {
    cursor: rawDocument({
      [name]: rawDocuments(batch.events),
      postBatchResumeToken: batch.token,
      id: batch.ended ? Long.ZERO : cursor.id,
      ns: cursor.namespace,
    }),
  };
}

/** Finds documents in the state that is on the disk, which is the one that events tell of. */
function lookupIn({ engine, catalog, documents }: ServerState): Lookup {
  const view = () => engine.durableView;
  return (namespace, members) => {
    const collection = catalog.find(engine.durableView, namespace);
    const id = idOf(members.open('documentKey'));
    const uuid = members.members.get('collectionUUID');
    if (collection === undefined || id === undefined || uuid === undefined) return undefined;
    if (!equalValues(collection.uuid, decodeValue(uuid))) return undefined;
    const filter = { _id: { $eq: decodeValue(id) } };
    for (const { bytes } of prepareFind(documents, view, collection, { filter, limit: 1 }).run())
      return bytes;
    return undefined;
  };
}

function idOf(document: RawValue | undefined): RawValue | undefined {
  return document instanceof RawObject ? document.members.get('_id') : undefined;
}

function transformOf(stages: readonly Document[], { stageContext, variables }: Running): Transform {
  for (const stage of stages) {
    const [name = ''] = Object.keys(stage);
    // Compiled on its own first, so that a stage that does not exist is told as such.
    if (!WRITING.has(name)) compilePipeline([stage], stageContext);
    if (!PERMITTED.has(name))
      throw new MongoError('IllegalOperation', `${name} is not permitted in a $changeStream pipeline`);
  }
  if (stages.length === 0) return (event) => event;
  const compiled = compilePipeline(stages, stageContext);
  return (event) => {
    const documents = [fromBytes(event, stageContext)];
    for (const changed of compiled.on(documents, variables))
      return withSameToken(event, bytesOf(changed, stageContext));
    return undefined;
  };
}

/** Throws where the stages have changed the resume token: the stream could not be resumed from there. */
function withSameToken(event: Uint8Array, changed: Uint8Array): Uint8Array {
  const token = RawObject.parse(event).members.get('_id') as RawValue;
  const found = RawObject.parse(changed).members.get('_id');
  if (found !== undefined && sameBytes(token, found)) return changed;
  const shown = found === undefined ? '(Missing)' : JSON.stringify(decodeValue(found));
  throw new MongoError(
    'ChangeStreamFatalError',
    `Encountered an event whose _id field, which contains the resume token, was modified by the pipeline. Modifying the _id field of an event makes it impossible to resume the stream from that point. Only transformations that retain the unmodified _id field are allowed. Expected: ${JSON.stringify({ _id: decodeValue(token) })} but found: ${JSON.stringify({ _id: shown })}`,
    { labels: [NON_RESUMABLE] },
  );
}
