import { MongoServerError } from 'mongodb';
import type { MongoClient } from 'mongodb';

/** What was written to a server since it has been looked at last. */
export interface Watch {
  /** Whether the server can tell at all: a standalone mongod cannot, nor one that does not let this user watch. */
  readonly sees: boolean;
  changes(): Promise<readonly Change[]>;
  close(): Promise<void>;
}

export interface Change {
  readonly namespace: string;
  /** `insert`, `delete`, `drop`… */
  readonly operation: string;
}

/** Not on a replica set; not authorized. */
const BLIND = new Set<unknown>([40573, 13]);

/** How long a server waits for a change before it says that there is none. */
const PATIENCE_MS = 50;

/** Watches everything on a server, from now on. */
export async function watch(client: MongoClient): Promise<Watch> {
  const stream = client.watch([{ $project: { ns: 1, operationType: 1 } }], { maxAwaitTimeMS: PATIENCE_MS });
  const close = (): Promise<void> => stream.close();
  const changes = async (): Promise<Change[]> => {
    const seen = new Map<string, Change>();
    for (let event = await stream.tryNext(); event !== null; event = await stream.tryNext()) {
      const { ns, operationType: operation } = event as {
        ns?: { db: string; coll?: string };
        operationType: string;
      };
      const namespace = [ns?.db, ns?.coll].filter((part) => part !== undefined).join('.');
      seen.set(`${operation} ${namespace}`, { namespace, operation });
    }
    return [...seen.values()];
  };
  try {
    // The stream begins with the first question.
    await changes();
    return { sees: true, changes, close };
  } catch (error) {
    await close();
    if (!(error instanceof MongoServerError) || !BLIND.has(error.code)) throw error;
    return { sees: false, changes: () => Promise.resolve([]), close };
  }
}
