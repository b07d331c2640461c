import { Long } from 'bson';
import { rawDocument, rawDocuments } from './command';
import type { Command, CommandContext, Reply } from './command';

/** Size of a first batch where the client names none, as on the real server. */
const DEFAULT_FIRST_BATCH = 101;

/** What a client may say about batches. */
export interface BatchOptions {
  readonly batchSize: number | undefined;
  readonly singleBatch?: boolean;
  /** The cursor is kept as long as its session. */
  readonly patient?: boolean;
}

/** The reply of a command whose results are handed out by a cursor. */
export function cursorReply(
  context: CommandContext,
  namespace: string,
  documents: Iterator<Uint8Array>,
  options: BatchOptions,
): Reply {
  const { cursors } = context.server;
  const cursor = cursors.create(namespace, documents, { ...context, patient: options.patient === true });
  const batch = cursors.next(cursor, options.batchSize ?? DEFAULT_FIRST_BATCH);
  const more = batch.more && options.singleBatch !== true;
  if (more) cursors.keep(cursor);
  const id = more ? cursor.id : Long.ZERO;
  return { cursor: rawDocument({ firstBatch: rawDocuments(batch.documents), id, ns: namespace }) };
}

/** The documents of a section, or of the member of that name. */
export function documentsOf(command: Command, name: string): Uint8Array[] {
  const sequence = command.sequences.get(name);
  if (sequence !== undefined) return [...sequence];
  const member = command.raw.open(name);
  if (member === undefined || !('items' in member)) return [];
  return member.items.map((item) => ('bytes' in item ? item.bytes : new Uint8Array()));
}
