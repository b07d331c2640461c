import { isDeepStrictEqual } from 'node:util';
import type { Collection, Document } from 'mongodb';
import type { Follower } from './follower';
import { TICKETS } from './house';
import type { House } from './house';
import type { Ledger } from './ledger';

type Documents = ReadonlyMap<unknown, Document>;

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Throws where two sets of documents differ, naming one that does. */
function checkSame(found: Documents, wanted: Documents, what: string): void {
  for (const [_id, document] of wanted)
    if (!isDeepStrictEqual(sorted(found.get(_id)), sorted(document)))
      throw new Error(
        `${what}: ${String(_id)} is ${JSON.stringify(found.get(_id))}, not ${JSON.stringify(document)}`,
      );
  for (const _id of found.keys()) check(wanted.has(_id), `${what}: ${String(_id)} should not be there`);
}

/** A document as text whose members are in the order of their names. */
function sorted(document: Document | undefined): string {
  return JSON.stringify(document, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** All documents of a collection, read without an index, and each of its indexes held against them. */
async function scanned(collection: Collection): Promise<Documents> {
  const all = await collection.find({}, { hint: { $natural: 1 } }).toArray();
  const documents = new Map(all.map((document) => [document._id as unknown, document]));
  check(documents.size === all.length, `${collection.collectionName}: an _id is there twice`);
  for (const { key, name } of await collection.indexes()) {
    const found = await collection.find({}, { hint: key }).toArray();
    check(found.length === all.length, `${collection.collectionName}: ${name} has ${found.length} entries`);
    checkSame(new Map(found.map((document) => [document._id, document])), documents, `index ${name}`);
  }
  return documents;
}

/** Throws where the data, the acknowledgements and the change stream do not agree to the last document. */
export async function judge(house: House, ledger: Ledger, follower: Follower): Promise<void> {
  const found: Record<string, Documents> = {};
  for (const collection of [house.records, house.names, house.accounts, house.transfers, house.tickets]) {
    const name = collection.collectionName;
    found[name] = await scanned(collection as unknown as Collection);
    checkSame(follower.replayed.get(name) ?? new Map(), found[name], `the change stream on ${name}`);
  }
  const { records, names, transfers, accounts, tickets } = found;
  checkSame(records as Documents, ledger.records, 'acknowledged records');
  checkNames(names as Documents, ledger);
  checkTransfers(transfers as Documents, accounts as Documents, ledger);
  const given = ledger.tickets.size + ledger.unseenTickets;
  check(tickets?.get(TICKETS)?.['version'] === given, `${given} tickets were given, others are counted`);
}

function checkNames(names: Documents, ledger: Ledger): void {
  const owners = new Map([...names.values()].map(({ _id, name }) => [name as number, _id as string]));
  check(owners.size === names.size, 'a unique name is there twice');
  for (const [name, owner] of ledger.names)
    check(owners.get(name) === owner, `name ${name} is not ${owner}'s, as was acknowledged`);
  check(owners.size === ledger.names.size, 'there are names that nobody was given');
  for (const name of ledger.refusedNames) check(owners.has(name), `name ${name} was refused and is free`);
}

function checkTransfers(transfers: Documents, accounts: Documents, ledger: Ledger): void {
  for (const _id of ledger.transfers) check(transfers.has(_id), `transfer ${_id} is lost`);
  check(transfers.size === ledger.transfers.size, 'there are transfers that nobody has made');
  const expected = new Map([...accounts.keys()].map((_id) => [_id, { _id, balance: 0, version: 0 }]));
  const move = (_id: unknown, amount: number): void => {
    const account = expected.get(_id);
    if (account === undefined) throw new Error(`no account ${String(_id)}`);
    account.balance += amount;
    account.version += 1;
  };
  for (const { from, to } of transfers.values()) {
    move(from, -1);
    move(to, 1);
  }
  checkSame(accounts, expected, 'the accounts by their transfers');
}
