import type { Collection, Db } from 'mongodb';

/** What writers own alone: each knows exactly what its records must be. */
export interface OwnRecord {
  _id: string;
  writer: number;
  number: number;
  group: number;
  version: number;
}

/** A name that only one of those who want it can have. */
export interface Name {
  _id: string;
  name: number;
}

/** What transactions move amounts between. */
export interface Account {
  _id: number;
  balance: number;
  version: number;
}

/** What a transaction leaves beside the accounts that it changes. */
export interface Transfer {
  _id: string;
  from: number;
  to: number;
}

/** A counter that everybody increments; `by` has the last number of each writer. */
export interface Tickets {
  _id: string;
  version: number;
  by: Record<string, number>;
}

/** The collections that are written to. */
export interface House {
  readonly db: Db;
  readonly records: Collection<OwnRecord>;
  readonly names: Collection<Name>;
  readonly accounts: Collection<Account>;
  readonly transfers: Collection<Transfer>;
  readonly tickets: Collection<Tickets>;
}

/** How many accounts there are. */
export const ACCOUNTS = 100;

/** The one document of `tickets`. */
export const TICKETS = 'tickets';

const UNIQUE = { unique: true } as const;

/** The collections as one client reaches them. */
export function houseIn(db: Db): House {
  return {
    db,
    records: db.collection('records'),
    names: db.collection('names'),
    accounts: db.collection('accounts'),
    transfers: db.collection('transfers'),
    tickets: db.collection('tickets'),
  };
}

/** Makes the indexes, and the documents that are there from the beginning. */
export async function furnish(house: House): Promise<void> {
  await house.records.createIndexes([{ key: { writer: 1, number: 1 }, ...UNIQUE }]);
  await house.records.createIndexes([{ key: { group: 1, version: -1 } }]);
  await house.names.createIndexes([{ key: { name: 1 }, ...UNIQUE }]);
  await house.accounts.createIndexes([{ key: { balance: 1 } }]);
  await house.transfers.createIndexes([{ key: { from: 1, to: 1 } }]);
  // One commit each, as every write that the follower is to see outside of a transaction.
  for (let _id = 0; _id < ACCOUNTS; _id += 1) await house.accounts.insertOne({ _id, balance: 0, version: 0 });
  await house.tickets.insertOne({ _id: TICKETS, version: 0, by: {} });
}
