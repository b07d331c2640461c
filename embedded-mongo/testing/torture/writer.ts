import { MongoNetworkError, MongoServerError, MongoServerSelectionError } from 'mongodb';
import type { ClientSession } from 'mongodb';
import type { Random } from '../random';
import { ACCOUNTS, TICKETS } from './house';
import type { House, OwnRecord } from './house';
import type { Ledger } from './ledger';

const GROUPS = 7;

/** Few enough that most are wanted by several writers. */
const NAMES = 5000;

/** Whether an error only says that the server was gone. */
export function isLoss(error: unknown): boolean {
  return error instanceof MongoNetworkError || error instanceof MongoServerSelectionError;
}

/** One of many that write at the same time, through kills of the server, until it is told to stop. */
export class TortureWriter {
  private readonly id: number;
  private readonly house: House;
  private readonly ledger: Ledger;
  private readonly random: Random;
  private readonly own: OwnRecord[] = [];
  private number = 0;

  constructor(id: number, house: House, ledger: Ledger, random: Random) {
    this.id = id;
    this.house = house;
    this.ledger = ledger;
    this.random = random;
  }

  /** Writes one thing after the other. Throws where the server answers what it never should. */
  async run(stopped: () => boolean): Promise<void> {
    const steps = [
      ...[this.insert, this.insert, this.update, this.update, this.remove],
      ...[this.transfer, this.transfer, this.takeTicket, this.claimName],
    ];
    while (!stopped()) {
      this.number += 1;
      await steps[this.random(steps.length)]?.call(this);
    }
  }

  private get name(): string {
    return `${this.id}.${this.number}`;
  }

  /**
   * Writes until the write is acknowledged, or found done where even the driver's second attempt was lost: the process
   * that may have carried it out is gone by then, so that what is found is final.
   */
  private async surely<T>(write: () => Promise<T>, isDone: () => Promise<boolean>): Promise<T | undefined> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        if (attempt > 0 && (await isDone())) return undefined;
        const result = await write();
        this.ledger.add();
        return result;
      } catch (error) {
        if (!isLoss(error)) throw error;
        this.ledger.lost += 1;
      }
    }
  }

  private async insert(): Promise<void> {
    const { records } = this.house;
    const record = {
      ...{ _id: this.name, writer: this.id, number: this.number, version: 0 },
      group: this.random(GROUPS),
    };
    await this.surely(
      () => records.insertOne(record),
      async () => (await records.findOne({ _id: record._id })) !== null,
    );
    this.own.push(record);
    this.ledger.records.set(record._id, record);
  }

  private async update(): Promise<void> {
    const { records } = this.house;
    const record = this.own[this.random(this.own.length || 1)];
    if (record === undefined) return this.insert();
    const { _id } = record;
    const change = { group: this.random(GROUPS), version: record.version + 1 };
    const answer = await this.surely(
      () => records.updateOne({ _id }, { $set: { group: change.group }, $inc: { version: 1 } }),
      async () => (await records.findOne({ _id }))?.version === change.version,
    );
    if (answer !== undefined && answer.modifiedCount !== 1)
      throw new Error(`update of ${_id} met ${answer.modifiedCount} documents`);
    Object.assign(record, change);
  }

  private async remove(): Promise<void> {
    const { records } = this.house;
    const [record] = this.own.splice(this.random(this.own.length || 1), 1);
    if (record === undefined) return this.insert();
    const { _id } = record;
    const answer = await this.surely(
      () => records.deleteOne({ _id }),
      async () => (await records.findOne({ _id })) === null,
    );
    if (answer !== undefined && answer.deletedCount !== 1)
      throw new Error(`deletion of ${_id} met ${answer.deletedCount} documents`);
    this.ledger.records.delete(_id);
  }

  private async takeTicket(): Promise<void> {
    const { tickets } = this.house;
    const mine = `by.${this.id}`;
    const answer = await this.surely(
      () =>
        tickets.findOneAndUpdate(
          { _id: TICKETS },
          { $inc: { version: 1 }, $set: { [mine]: this.number } },
          { returnDocument: 'after' },
        ),
      async () => (await tickets.findOne({ _id: TICKETS, [mine]: this.number })) !== null,
    );
    if (answer == null) {
      this.ledger.unseenTickets += 1;
      return;
    }
    if (this.ledger.tickets.has(answer.version)) throw new Error(`ticket ${answer.version} was given twice`);
    this.ledger.tickets.add(answer.version);
  }

  private async claimName(): Promise<void> {
    const { names } = this.house;
    const claim = { _id: this.name, name: this.random(NAMES) };
    try {
      await this.surely(
        () => names.insertOne(claim),
        async () => (await names.findOne({ _id: claim._id })) !== null,
      );
      this.ledger.names.set(claim.name, claim._id);
    } catch (error) {
      const refused = error instanceof MongoServerError && error.code === 11000;
      if (!refused || !('name' in (error.keyPattern ?? {}))) throw error;
      this.ledger.refusedNames.add(claim.name);
    }
  }

  private async transfer(): Promise<void> {
    const { db, transfers } = this.house;
    const _id = this.name;
    const from = this.random(ACCOUNTS);
    const to = (from + 1 + this.random(ACCOUNTS - 1)) % ACCOUNTS;
    await this.surely(
      () =>
        db.client.withSession((session) => session.withTransaction(() => this.move(session, _id, from, to))),
      async () => (await transfers.findOne({ _id })) !== null,
    );
    this.ledger.transfers.add(_id);
  }

  private async move(session: ClientSession, _id: string, from: number, to: number): Promise<void> {
    const { accounts, transfers } = this.house;
    await accounts.updateOne({ _id: from }, { $inc: { balance: -1, version: 1 } }, { session });
    await accounts.updateOne({ _id: to }, { $inc: { balance: 1, version: 1 } }, { session });
    await transfers.insertOne({ _id, from, to }, { session });
  }
}
