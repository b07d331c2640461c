import type { MongoClient } from 'mongodb';
import { collectionsOf, createIndexes, isExpiring, on } from './collections';
import type { Moving } from './collections';
import { level } from './level';
import type { Same } from './level';
import { forgetNotes } from './notes';
import { prepare } from './prepare';
import { watch } from './watch';
import type { Watch } from './watch';

/** What is to be moved, and where to. */
export interface MoveRequest {
  readonly source: MongoClient;
  readonly target: MongoClient;
  /** Lets the databases on the target hold collections beside those that are moved. */
  readonly intoExisting?: boolean;
  /** Told as often as documents have been copied or compared. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  /** A round copies what the target lacks and compares what it has; there is one more where any of it differed. */
  readonly round: number;
  readonly done: number;
  readonly of: number;
}

/** A collection that both servers have alike. */
export interface Moved extends Same {
  readonly namespace: string;
  readonly indexes: number;
}

export interface MoveResult {
  readonly moved: readonly Moved[];
  /** Whether the source could tell that nothing was written to it after it had been compared. */
  readonly watched: boolean;
}

/** So often a collection is compared again because it was written to, until the move is given up. */
const MAX_ROUNDS = 10;

/** Changes of documents; all others are about collections. */
const OF_DOCUMENTS = new Set(['insert', 'update', 'replace', 'delete']);

/**
 * Copies everything on one server to another: collections and views with their options, documents byte for byte,
 * indexes. It ends when both were compared and nothing was written to the source since. It may be interrupted at any
 * moment: called again, it goes on where it was. Nothing that it has not made itself is changed on the target.
 */
export async function moveData(request: MoveRequest): Promise<MoveResult> {
  const { source, target } = request;
  const changes = await watch(source);
  try {
    const found = await collectionsOf(source);
    if (found.length === 0) throw new Error('The source holds nothing to copy');
    await prepare(target, found, request.intoExisting === true);
    const collections = found.filter(({ kind }) => kind === 'collection');
    const same = await levelAll(request, collections, changes);
    // Unique indexes have nothing to refuse before the documents are there; those by which documents expire come last.
    for (const one of collections) await createIndexes(target, one, (index) => !isExpiring(index));
    for (const one of collections) await createIndexes(target, one, isExpiring);
    await forgetNotes(target);
    const moved = collections.map((one) => ({
      ...(same.get(one.namespace) as Same),
      namespace: one.namespace,
      indexes: one.indexes.length,
    }));
    return { moved, watched: changes.sees };
  } finally {
    await changes.close();
  }
}

/** Copies and compares until every collection is the same on both servers, and has not been written to since. */
async function levelAll(
  request: MoveRequest,
  collections: readonly Moving[],
  changes: Watch,
): Promise<Map<string, Same>> {
  const same = new Map<string, Same>();
  let pending = collections;
  let written = new Set<string>();
  for (let round = 1; pending.length > 0; round += 1) {
    if (round > MAX_ROUNDS) {
      const names = pending.map(({ namespace }) => namespace).join(', ');
      throw new Error(
        `The source is being written to (${names}): end that and start again, it goes on from here`,
      );
    }
    const unlike = await levelOnce(request, pending, round, same);
    const before = written;
    written = await writtenTo(changes, collections);
    for (const [namespace, id] of unlike) {
      if (round === 1 || before.has(namespace) || written.has(namespace)) continue;
      const unseen = changes.sees ? '' : ', or the source is written to, which it cannot tell';
      throw new Error(
        `The target has not kept ${namespace} as it was sent (first at the _id ${id})${unseen}`,
      );
    }
    for (const namespace of written) same.delete(namespace);
    pending = collections.filter(({ namespace }) => !same.has(namespace));
  }
  return same;
}

/** One round over some collections. Returns those that were not the same, with the `_id` of the first difference. */
async function levelOnce(
  { source, target, onProgress }: MoveRequest,
  pending: readonly Moving[],
  round: number,
  same: Map<string, Same>,
): Promise<Map<string, string>> {
  const counts = await Promise.all(pending.map((one) => on(source, one).estimatedDocumentCount()));
  const of = counts.reduce((sum, count) => sum + count, 0);
  let all = 0;
  const done = (documents: number): void => {
    all += documents;
    onProgress?.({ round, done: Math.min(all, of), of });
  };
  const unlike = new Map<string, string>();
  for (const one of pending) {
    const result = await level({ source, target, done }, one);
    if ('from' in result) unlike.set(one.namespace, result.from);
    else same.set(one.namespace, result);
  }
  return unlike;
}

/** Collections whose documents have changed since this was asked last. Throws where others have changed. */
async function writtenTo(changes: Watch, collections: readonly Moving[]): Promise<Set<string>> {
  const known = new Set(collections.map(({ namespace }) => namespace));
  const seen = await changes.changes();
  const other = seen.find(
    ({ namespace, operation }) => !known.has(namespace) || !OF_DOCUMENTS.has(operation),
  );
  if (other !== undefined)
    throw new Error(
      `Collections of the source have changed meanwhile (${other.operation} of ${other.namespace}): start again`,
    );
  return new Set(seen.map(({ namespace }) => namespace));
}
