/** Writers that go on whatever dies: through the API, and by transactions of another process that writes the same log. */
import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../../common/clock';
import { silentLogger } from '../../../common/log';
import type { Change } from '../../../subgraphs/common/changes';
import { Database } from '../../../subgraphs/common/database';
import type { LogRow } from '../../../subgraphs/common/live/tenant-tail';
import { type Work, write } from '../../../subgraphs/common/unit-of-work';
import { activityEntries, type ActivityType } from '../../../subgraphs/traction/activity/model';
import { graphql } from '../../support/graphql';
import { type Random, oneOf } from './dice';
import type { Caller } from './doors';
import { type Kind, KINDS } from './feeds';

const DATABASE = 'purposepath_traction';
const ADD = `mutation ($input: AddGoalActivityInput!) { addGoalActivity(input: $input) { entry { id } } }`;
const TYPES = ['NOTE', 'DECISION', 'ATTACHMENT', 'WEEKLY_REVIEW'];
const collections = { activityEntries } as const;
/** What refused requests and transactions that throw would have left. */
const UNWANTED = 'unwanted';

export interface WritersParts {
  readonly caller: Caller;
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
    private readonly database: Database<typeof collections>,
  ) {}

  static async open(parts: WritersParts): Promise<ChaosWriters> {
    const database = await Database.open(parts.mongodbUri, DATABASE, collections, {
      clock: systemClock,
      log: silentLogger,
    });
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
    await this.record(goalIds.flatMap((goalId) => KINDS.map((kind) => ({ goalId, kind }))));
  }

  /** The log, in the order of numbers. */
  log(): Promise<LogRow[]> {
    return this.database
      .data({ tenantId: this.parts.caller.tenantId })
      .changes.find({}, { sort: { seq: 1 } });
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

  /** Past the API; other writers of the same log may be in the way. */
  private readonly direct = async (dice: Random): Promise<boolean> => {
    await this.record(Array.from({ length: 1 + dice(3) }, () => this.anything(dice)));
    return true;
  };

  /** A transaction that throws when everything is written; whether it came so far. */
  private readonly aborted = async (dice: Random): Promise<boolean> => {
    const fault = new Error('changed my mind');
    const writing = this.record([this.anything(dice)], fault);
    return writing.then(
      () => false,
      (thrown: unknown) => thrown === fault,
    );
  };

  private anything(dice: Random): Happening {
    return { goalId: oneOf(dice, this.parts.goalIds), kind: oneOf(dice, KINDS) };
  }

  private async record(happenings: readonly Happening[], fault?: Error): Promise<void> {
    const { tenantId } = this.parts.caller;
    const description = fault ? UNWANTED : 'Something happened';
    await write(this.database, { tenantId, actorId: 'chaos', scope: { tenantId } }, async (work) => {
      for (const one of happenings) {
        const subject = await subjectOf(work, one);
        work.record({ ...one, subject, visibleIn: ['stream'], description });
      }
      if (fault) throw fault;
    });
  }
}

interface Happening {
  readonly goalId: string;
  readonly kind: Kind;
}

const TYPE_OF: Partial<Readonly<Record<Kind, ActivityType>>> = {
  activity_created: 'NOTE',
  decision_created: 'DECISION',
  attachment_created: 'ATTACHMENT',
};

/** What the change leads to: an entry that is written with it, or the goal. */
async function subjectOf(
  { data }: Work<typeof collections>,
  { goalId, kind }: Happening,
): Promise<Change['subject']> {
  const type = TYPE_OF[kind];
  if (!type) return { type: 'goal', id: goalId };
  const entry = { goalId, type, text: 'Something happened', title: null, url: null, metadata: null };
  const { id } = await data.activityEntries.insert({ ...entry, createdBy: 'chaos', isAttachment: false });
  return { type: 'activity', id };
}
