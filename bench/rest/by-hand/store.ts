/** The collections of the house that the routes need, as mongoose models of their own. */
import { newId } from '../../../common/ids';
import { type Connection, createConnection, type Model, Schema, type SchemaDefinition } from 'mongoose';

export interface Stored {
  readonly _id: string;
  readonly tenantId: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface Goal extends Stored {
  readonly title: string;
  readonly intent: string;
  readonly description: string;
  readonly status: string;
  readonly ownerId: string;
  readonly horizon: string | null;
  readonly valueTags: readonly string[];
  readonly metadata: Record<string, unknown> | null;
  readonly completedAt: Date | null;
  readonly deletedAt: Date | null;
}

export interface Strategy extends Stored {
  readonly goalId: string;
  readonly description: string;
  readonly order: number;
  readonly aiGenerated: boolean;
  readonly status: string;
  readonly validationScore: number | null;
  readonly validationFeedback: string | null;
  readonly deletedAt: Date | null;
}

export interface MeasureLink extends Stored {
  readonly goalId: string;
  readonly measureId: string;
  readonly isPrimary: boolean;
  readonly thresholdPct: number;
  readonly order: number;
  readonly deletedAt: Date | null;
}

export interface Target extends Stored {
  readonly measureId: string;
  readonly value: number;
  readonly date: Date;
  readonly deletedAt: Date | null;
}

export interface Measure extends Stored {
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly direction: 'INCREASE' | 'DECREASE' | null;
  readonly currentValue: number | null;
  readonly targetValue: number | null;
  readonly deletedAt: Date | null;
}

export interface User extends Stored {
  readonly firstName: string;
  readonly lastName: string;
}

export interface Alignment extends Stored {
  readonly goalId: string;
  readonly score: number;
  readonly explanation: string;
  readonly suggestions: readonly string[];
}

export interface Change extends Stored {
  readonly seq: number;
  readonly actorId: string;
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string; readonly title: string };
  readonly goalId: string;
  readonly visibleIn: readonly string[];
  readonly description: string;
}

export interface Counter extends Stored {
  readonly last: number;
}

export interface Store {
  /** For transactions. */
  readonly connection: Connection;
  readonly goals: Model<Goal>;
  readonly strategies: Model<Strategy>;
  readonly links: Model<MeasureLink>;
  readonly measures: Model<Measure>;
  readonly targets: Model<Target>;
  readonly changes: Model<Change>;
  readonly counters: Model<Counter>;
  readonly users: Model<User>;
  readonly alignments: Model<Alignment>;
}

const text = { type: String, default: null };
const number = { type: Number, default: null };
const moment = { type: Date, default: null };

const GOAL = {
  ...{ title: String, intent: String, description: String, status: String, ownerId: String, horizon: text },
  ...{
    valueTags: [String],
    metadata: { type: Object, default: null },
    completedAt: moment,
    deletedAt: moment,
  },
};

const STRATEGY = {
  ...{ goalId: String, description: String, order: Number, aiGenerated: Boolean, status: String },
  ...{ validationScore: number, validationFeedback: text, deletedAt: moment },
};

const LINK = {
  ...{ goalId: String, measureId: String, isPrimary: Boolean, thresholdPct: number, order: Number },
  deletedAt: moment,
};

const TARGET = { measureId: String, value: Number, date: Date, deletedAt: moment };

const MEASURE = {
  ...{ name: String, description: text, category: text, unit: text, direction: text },
  ...{ currentValue: number, targetValue: number, deletedAt: moment },
};

const CHANGE = {
  ...{ seq: Number, actorId: String, kind: String, goalId: String, visibleIn: [String], description: String },
  subject: { type: new Schema({ type: { type: String }, id: String, title: String }, { _id: false }) },
};

/** Opens the databases of the house; their indexes are there. */
export async function openStore(mongodbUri: string): Promise<Store> {
  const connection = await createConnection(mongodbUri, { autoIndex: false, autoCreate: false }).asPromise();
  const [traction, account, coaching] = ['traction', 'account', 'coaching'].map((name) =>
    connection.useDb(`purposepath_${name}`),
  ) as [Connection, Connection, Connection];
  return {
    connection,
    goals: model(traction, 'goals', GOAL),
    strategies: model(traction, 'strategies', STRATEGY),
    links: model(traction, 'measureLinks', LINK),
    measures: model(traction, 'measures', MEASURE),
    targets: model(traction, 'targets', TARGET),
    changes: model(traction, 'changes', CHANGE),
    counters: model(traction, 'counters', { last: Number }),
    users: model(account, 'users', { firstName: String, lastName: String }),
    alignments: model(coaching, 'alignments', {
      ...{ goalId: String, score: Number, explanation: String, suggestions: [String] },
    }),
  };
}

function model<T extends Stored>(
  connection: Connection,
  collection: string,
  members: SchemaDefinition,
): Model<T> {
  const schema = new Schema(
    { _id: { type: String, default: () => newId() }, tenantId: String, ...members },
    { collection, versionKey: false, minimize: false, timestamps: true },
  );
  return connection.model<T>(collection, schema as never);
}
