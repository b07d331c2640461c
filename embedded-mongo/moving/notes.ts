import type { Collection, MongoClient } from 'mongodb';
import { NOTES_DATABASE } from './collections';
import type { Moving } from './collections';

/** What a collection on the target was begun from; it is noted before it is created. */
interface Note {
  readonly _id: string;
  readonly fingerprint: string;
}

/** The one collection of notes: dropping it is one step, so that a move is either unfinished or over. */
function notes(target: MongoClient): Collection<Note> {
  return target.db(NOTES_DATABASE).collection<Note>('collections', { writeConcern: { w: 'majority' } });
}

/** Namespaces that an unfinished move has begun, with the fingerprints of what they were begun from. */
export async function readNotes(target: MongoClient): Promise<Map<string, string>> {
  const found = await notes(target).find().toArray();
  return new Map(found.map(({ _id, fingerprint }) => [_id, fingerprint]));
}

export async function note(target: MongoClient, { namespace, fingerprint }: Moving): Promise<void> {
  await notes(target).updateOne({ _id: namespace }, { $set: { fingerprint } }, { upsert: true });
}

/** Ends a move: what it has made belongs to the target from here on. */
export async function forgetNotes(target: MongoClient): Promise<void> {
  await notes(target).drop();
}
