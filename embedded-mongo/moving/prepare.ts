import type { MongoClient } from 'mongodb';
import { create, on } from './collections';
import type { Moving } from './collections';
import { note, readNotes } from './notes';

/**
 * Creates on the target what is to be filled, noting before that it is a move's. What an unfinished move has begun from
 * something else is begun again. Throws where the target holds anything else.
 * @param intoExisting lets the databases hold other collections beside
 */
export async function prepare(
  target: MongoClient,
  found: readonly Moving[],
  intoExisting: boolean,
): Promise<void> {
  const notes = await readNotes(target);
  const there = await namespacesOf(target, new Set(found.map(({ database }) => database)));
  const wanted = new Set(found.map(({ namespace }) => namespace));
  const begun = (namespace: string): boolean => notes.has(namespace) && wanted.has(namespace);
  const others = [...there].filter((namespace) => !begun(namespace));
  refuse(
    others.filter((namespace) => wanted.has(namespace)),
    'which is never overwritten: drop it there, or choose another target',
  );
  if (!intoExisting) refuse(others, 'beside what is to be copied: say --into-existing if that is meant');
  for (const one of found) {
    const isThere = there.has(one.namespace);
    if (isThere && notes.get(one.namespace) === one.fingerprint) continue;
    if (isThere) await on(target, one).drop();
    await note(target, one);
    await create(target, one);
  }
}

function refuse(namespaces: readonly string[], why: string): void {
  if (namespaces.length === 0) return;
  const shown = namespaces.slice(0, 5).join(', ');
  const more = namespaces.length > 5 ? ` and ${namespaces.length - 5} more` : '';
  throw new Error(`The target holds ${shown}${more} already, ${why}`);
}

async function namespacesOf(client: MongoClient, databases: ReadonlySet<string>): Promise<Set<string>> {
  const found = new Set<string>();
  for (const database of databases) {
    for (const { name } of await client.db(database).listCollections({}, { nameOnly: true }).toArray())
      if (!name.startsWith('system.')) found.add(`${database}.${name}`);
  }
  return found;
}
