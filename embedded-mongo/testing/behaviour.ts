import { BSON, MongoServerError } from 'mongodb';
import type { Db, Document } from 'mongodb';

/** Documents as they come from the server: nothing is made into what JavaScript has instead. */
const EXACT = { promoteValues: false, bsonRegExp: true } as const;

/** What a server has to refuse a command with. */
export interface Refusal {
  readonly code: number;
  /** Left out where the code has no name of its own: `Location` and the number. */
  readonly codeName?: string;
  readonly message?: RegExp;
}

/** One rule of MongoDB: what there is, what is asked, and what has to come of it. */
export interface Case {
  readonly name: string;
  /** The documents of collections before; most cases have one collection, `c`. */
  readonly given?: Readonly<Record<string, readonly Document[]>>;
  /** Commands that are run before. */
  readonly before?: readonly Document[];
  readonly command: Document;
  /** What the command's cursor has to yield, in this order and with these BSON types. */
  readonly yields?: readonly Document[];
  /** Members that the reply has to have. */
  readonly reply?: Document;
  /** The documents of collections afterwards, by `_id`. */
  readonly after?: Readonly<Record<string, readonly Document[]>>;
  readonly refused?: Refusal;
  /** What the embedded server refuses instead, because it does not have it. */
  readonly unsupported?: true;
}

/** Runs a case in a database, which it empties before. */
export async function runCase(db: Db, one: Case, real: boolean): Promise<void> {
  await db.dropDatabase();
  for (const [name, documents] of Object.entries(one.given ?? {})) {
    if (documents.length > 0)
      await db.collection(name).insertMany(documents.map((document) => ({ ...document })));
  }
  for (const command of one.before ?? []) await db.command(command);
  const refused =
    one.unsupported === true && !real ? { code: 115, codeName: 'CommandNotSupported' } : one.refused;
  if (refused !== undefined) return expectRefusal(db, one.command, refused);
  const reply = await db.command(one.command, EXACT);
  expect(writeErrorsOf(reply)).toEqual([]);
  if (one.yields !== undefined) expect((await batches(db, reply)).map(text)).toEqual(one.yields.map(text));
  if (one.reply !== undefined) expectMembers(reply, one.reply);
  for (const [name, documents] of Object.entries(one.after ?? {})) {
    const found = await db.collection(name).find({}, EXACT).sort({ _id: 1 }).toArray();
    expect(found.map(text)).toEqual(documents.map(text));
  }
}

/** A document with the type of every value spelled out. */
function text(document: Document): string {
  const exact = BSON.deserialize(BSON.serialize(document), EXACT);
  return BSON.EJSON.stringify(exact, { relaxed: false });
}

function writeErrorsOf(reply: Document): Document[] {
  return (reply['writeErrors'] as Document[] | undefined) ?? [];
}

async function batches(db: Db, { cursor }: Document): Promise<Document[]> {
  const documents: Document[] = [...cursor.firstBatch];
  let { id } = cursor as { id: BSON.Long };
  while (!id.isZero()) {
    const collection = String(cursor.ns).slice(db.databaseName.length + 1);
    const next = await db.command({ getMore: id, collection }, EXACT);
    documents.push(...(next['cursor'].nextBatch as Document[]));
    id = next['cursor'].id;
  }
  return documents;
}

function expectMembers(reply: Document, members: Document): void {
  const relevant = Object.fromEntries(Object.keys(members).map((name) => [name, reply[name]]));
  expect(text(relevant)).toEqual(text(members));
}

async function expectRefusal(db: Db, command: Document, refusal: Refusal): Promise<void> {
  const thrown = await failureOf(db, command);
  const { code, codeName = `Location${code}`, message } = refusal;
  expect({ code: thrown.code, message: thrown.message }).toEqual({
    code,
    message: message === undefined ? expect.any(String) : expect.stringMatching(message),
  });
  if (thrown.codeName !== undefined) expect(thrown.codeName).toBe(codeName);
}

async function failureOf(
  db: Db,
  command: Document,
): Promise<{ code: unknown; codeName?: unknown; message: string }> {
  try {
    const [writeError] = writeErrorsOf(await db.command(command));
    if (writeError === undefined) throw new Error('it was not refused');
    return { code: writeError['code'], message: writeError['errmsg'] };
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    return { code: error.code, codeName: error.codeName, message: error.message };
  }
}

const ID_FIRST = { _id: 1 };

function numbered(documents: readonly Document[]): Document[] {
  return documents.map((document, index) => ('_id' in document ? document : { _id: index, ...document }));
}

/** A filter on documents whose ids are their positions, and the ids of those that match. */
export function matches(
  name: string,
  filter: Document,
  documents: readonly Document[],
  ids: readonly unknown[],
): Case {
  return {
    name,
    given: { c: numbered(documents) },
    command: { find: 'c', filter, projection: ID_FIRST, sort: ID_FIRST },
    yields: ids.map((_id) => ({ _id })),
  };
}

/** A find with its options, and what it has to yield. */
export function finds(
  name: string,
  documents: readonly Document[],
  options: Document,
  yields: readonly Document[],
): Case {
  return { name, given: { c: numbered(documents) }, command: { find: 'c', ...options }, yields };
}

/** A pipeline on the collection `c`, and what it has to yield. */
export function aggregates(
  name: string,
  documents: readonly Document[],
  pipeline: readonly Document[],
  yields: readonly Document[],
): Case {
  return {
    name,
    given: { c: numbered(documents) },
    command: { aggregate: 'c', pipeline, cursor: {} },
    yields,
  };
}

/** An expression on one document, and its value; `undefined` for a missing one. */
export function evaluates(expression: unknown, value: unknown, document: Document = {}): Case {
  return {
    name: `${BSON.EJSON.stringify({ e: expression })}${Object.keys(document).length === 0 ? '' : ` on ${BSON.EJSON.stringify(document)}`}`,
    given: { c: [{ _id: 1, ...document }] },
    command: { aggregate: 'c', pipeline: [{ $project: { _id: 0, v: expression } }], cursor: {} },
    yields: [value === undefined ? {} : { v: value }],
  };
}

/** An expression that cannot be evaluated. */
export function fails(expression: unknown, code: number, codeName?: string, document: Document = {}): Case {
  return {
    name: `${BSON.EJSON.stringify({ e: expression })} fails`,
    given: { c: [{ _id: 1, ...document }] },
    command: { aggregate: 'c', pipeline: [{ $project: { _id: 0, v: expression } }], cursor: {} },
    refused: { code, ...(codeName === undefined ? {} : { codeName }) },
  };
}

/** An update of the document `_id: 1`, and what becomes of it. */
export function updates(
  name: string,
  document: Document,
  update: Document | readonly Document[],
  after: Document,
  options: Document = {},
): Case {
  return {
    name,
    given: { c: [{ _id: 1, ...document }] },
    command: { update: 'c', updates: [{ q: { _id: 1 }, u: update, ...options }] },
    after: { c: [{ _id: 1, ...after }] },
  };
}

/** An update that is refused. */
export function cannotUpdate(
  name: string,
  document: Document,
  update: unknown,
  code: number,
  codeName: string,
  options: Document = {},
): Case {
  return {
    name,
    given: { c: [{ _id: 1, ...document }] },
    command: { update: 'c', updates: [{ q: { _id: 1 }, u: update, ...options }] },
    refused: { code, codeName },
  };
}

/** A command that is refused. */
export function refuses(
  name: string,
  command: Document,
  code: number,
  codeName?: string,
  message?: RegExp,
): Case {
  return {
    name,
    given: { c: [{ _id: 1, a: 1 }] },
    command,
    refused: {
      code,
      ...(codeName === undefined ? {} : { codeName }),
      ...(message === undefined ? {} : { message }),
    },
  };
}

/** A pipeline that is refused. */
export function refusesPipeline(
  name: string,
  pipeline: readonly Document[],
  code: number,
  codeName?: string,
): Case {
  return refuses(name, { aggregate: 'c', pipeline, cursor: {} }, code, codeName);
}
