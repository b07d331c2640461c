/** Writers that go on whatever dies: through the API, and by transactions of another process that writes the same log. */
import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../../common/clock';
import { silentLogger } from '../../../common/log';
import type { Change } from '../../../subgraphs/common/changes';
import { Database } from '../../../subgraphs/common/database';
import type { LogRow } from '../../../subgraphs/common/live/tenant-tail';
import { write } from '../../../subgraphs/common/unit-of-work';
import { graphql } from '../../support/graphql';
import { type Random, oneOf } from './dice';
import type { Caller } from './doors';
import { KINDS } from './feeds';

const DATABASE = 'purposepath_traction';
const ADD = `mutation ($input: AddGoalActivityInput!) { addGoalActivity(input: $input) { entry { id } } }`;
const TYPES = ['NOTE', 'DECISION', 'ATTACHMENT', 'WEEKLY_REVIEW'];
/** What refused requests and transactions that throw would have left. */
const UNWANTED = 'unwanted';

export interface WritersParts {
  readonly caller: Caller;
  readonly tenantId: string;
  readonly mongodbUri: string;
  readonly goalIds: readonly string[];
}

export class ChaosWriters {
  /** Entries whose writing was acknowledged. */
  readonly acknowledged: string[] = [];
  private settled = 0;
  private changed: () => void = () => undefined;

  private constructor(
    private readonly parts: WritersParts,
    private readonly database: Database<Record<string, never>>,
  ) {}

  static async open(parts: WritersParts): Promise<ChaosWriters> {
    const database = await Database.open(
      parts.mongodbUri,
      DATABASE,
      {},
      { clock: systemClock, log: silentLogger },
    );
    return new ChaosWriters(parts, database);
  }

  /** One writer; each of its writes ends with an answer, be it a refusal. */
  async write(dice: Random, writes: number): Promise<void> {
    for (let done = 0; done < writes; done += 1) {
      const attempt = oneOf(dice, [this.add, this.add, this.add, this.refused, this.direct, this.aborted]);
      while (!(await attempt(dice).catch(() => false))) await setTimeout(dice(20));
      this.settled += 1;
      this.changed();
    }
  }

  /** Resolves when so many writes are settled; one at a time may wait. */
  async reached(count: number): Promise<void> {
    while (this.settled < count) await new Promise<void>((resolve) => (this.changed = resolve));
  }

  /** One more change of every kind for every goal, so that each feed has a last event. */
  async end(): Promise<void> {
    const { goalIds } = this.parts;
    await this.record(goalIds.flatMap((goalId) => KINDS.map((kind) => change(goalId, kind))));
  }

  /** The log, in the order of numbers. */
  log(): Promise<LogRow[]> {
    return this.database.data({ tenantId: this.parts.tenantId }).changes.find({}, { sort: { seq: 1 } });
  }

  close(): Promise<void> {
    return this.database.close();
  }

  static isUnwanted({ description }: LogRow): boolean {
    return description === UNWANTED;
  }

  /** Through the API; whether it was answered. */
  private readonly add = async (dice: Random): Promise<boolean> => {
    const { caller, goalIds } = this.parts;
    const input = { goalId: oneOf(dice, goalIds), type: oneOf(dice, TYPES), text: 'Something happened' };
    const { data, errors } = await graphql<{ addGoalActivity: { entry: { id: string } } }>(
      caller.url,
      ADD,
      { input },
      caller.token,
    );
    if (data) this.acknowledged.push(data.addGoalActivity.entry.id);
    return data ? true : errors?.[0]?.extensions?.code === 'SUBSCRIPTION_LIMIT_REACHED';
  };

  /** Through the API, of a goal that is not there; whether it was refused for that. */
  private readonly refused = async (): Promise<boolean> => {
    const { url, token } = this.parts.caller;
    const input = { goalId: 'unknown', type: 'NOTE', text: UNWANTED };
    const { errors } = await graphql(url, ADD, { input }, token);
    return errors?.[0]?.extensions?.code === 'GOAL_NOT_FOUND';
  };

  private readonly direct = async (dice: Random): Promise<boolean> => {
    const { goalIds } = this.parts;
    const changes = Array.from({ length: 1 + dice(3) }, () =>
      change(oneOf(dice, goalIds), oneOf(dice, KINDS)),
    );
    await this.record(changes);
    return true;
  };

  /** A transaction that throws when everything is written; whether it came so far. */
  private readonly aborted = async (dice: Random): Promise<boolean> => {
    const fault = new Error('changed my mind');
    const { goalIds } = this.parts;
    const unwanted = { ...change(oneOf(dice, goalIds), oneOf(dice, KINDS)), description: UNWANTED };
    const writing = this.record([unwanted], fault);
    return writing.then(
      () => false,
      (thrown: unknown) => thrown === fault,
    );
  };

  private async record(changes: readonly Change[], fault?: Error): Promise<void> {
    const { tenantId } = this.parts;
    await write(this.database, { tenantId, actorId: 'chaos', scope: { tenantId } }, async (work) => {
      for (const one of changes) work.record(one);
      if (fault) throw fault;
    });
  }
}

const change = (goalId: string, kind: string): Change => ({
  kind,
  goalId,
  subject: { type: 'goal', id: goalId },
  visibleIn: ['stream'],
  description: 'Something happened',
});
