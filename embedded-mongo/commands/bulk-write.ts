import { badValue, failedToParse } from '../errors';
import type { Writer } from '../storage/writer';
import type { StatementResult } from '../transactions/records';
import { decode, encode } from '../values/codec';
import type { Document } from '../values/codec';
import { RawObject, decodeValue, encodeValue, toBytes } from '../values/raw';
import { isNumeric } from '../values/types';
import {
  checkMembers,
  collectionForWriting,
  countMember,
  documentMember,
  namespaceIn,
  onlyOnAdmin,
} from './command';
import type { Command, CommandContext, Handler, Reply } from './command';
import { cursorReply, documentsOf } from './replies';
import { runStatements } from './statements';
import type { StatementsOutcome } from './statements';
import { checkBatch } from './write';
import { deleteStatement, insertStatement, updateStatement, writeOptions } from './write-statement';
import type { WriteOptions } from './write-statement';

const MEMBERS = new Set([
  ...['ops', 'nsInfo', 'ordered', 'errorsOnly', 'bypassDocumentValidation', 'let', 'cursor'],
]);

const KINDS = ['insert', 'update', 'delete'] as const;

/** What a statement does; its own member of that name is the place of its namespace in `nsInfo`. */
type Kind = (typeof KINDS)[number];

interface Operation {
  readonly kind: Kind;
  readonly namespace: string;
  readonly raw: RawObject;
}

/** What update and delete commands call the members of a statement. */
const NAMES: Readonly<Record<string, string>> = { filter: 'q', updateMods: 'u', constants: 'c' };

function operationsOf(command: Command): Operation[] {
  const namespaces = documentsOf(command, 'nsInfo').map((bytes) => namespaceIn(command, decode(bytes)['ns']));
  return documentsOf(command, 'ops').map((bytes, at) => {
    const raw = RawObject.parse(bytes);
    const [first] = raw.members.keys();
    const kind = KINDS.find((name) => name === first);
    if (kind === undefined)
      throw failedToParse(`BSON field 'bulkWrite.ops.${String(first)}' is an unknown field.`);
    const namespace = namespaces[indexOf(raw, kind)];
    if (namespace === undefined) throw badValue(`BulkWrite ops entry ${at} has an invalid nsInfo index.`);
    return { kind, namespace, raw };
  });
}

function indexOf(raw: RawObject, kind: Kind): number {
  const value = raw.members.get(kind);
  const index = value === undefined ? undefined : decodeValue(value);
  return isNumeric(index) ? Number(index) : -1;
}

/** A statement in the form that it has in a command of its own. */
function renamed({ raw, kind }: Operation): Uint8Array {
  const members = new Map(Array.from(raw.members, ([name, value]) => [NAMES[name] ?? name, value]));
  const multi = members.get('multi');
  if (kind === 'delete')
    members.set('limit', encodeValue(multi !== undefined && decodeValue(multi) === true ? 0 : 1));
  return toBytes(new RawObject(members));
}

function run(
  context: CommandContext,
  writer: Writer,
  operation: Operation,
  options: WriteOptions,
): StatementResult {
  const { kind, namespace, raw } = operation;
  if (kind === 'update') return updateStatement(context, writer, namespace, renamed(operation), options);
  if (kind === 'delete') return deleteStatement(context, writer, namespace, renamed(operation), options);
  const document = raw.open('document');
  if (!(document instanceof RawObject))
    throw failedToParse("BSON field 'bulkWrite.ops.document' is missing but a required field");
  const collection = collectionForWriting(context.server, writer, namespace);
  return insertStatement(context.server, writer, collection, toBytes(document), options.bypass);
}

/** What the cursor tells of each statement, or of those that failed. */
function* told(
  outcome: StatementsOutcome,
  operations: readonly Operation[],
  errorsOnly: boolean,
): Generator<Document> {
  const errors = new Map(outcome.errors.map((error) => [error.index, error]));
  for (const [idx, { kind }] of operations.entries()) {
    const { n = 0, nModified = 0, upserted } = outcome.results[idx] ?? {};
    const counts = kind === 'update' ? { n, nModified } : { n };
    const error = errors.get(idx);
    if (error !== undefined) {
      const { index: _index, ...what } = error;
      yield { ok: 0, idx, ...what, ...counts };
    } else if (outcome.results[idx] !== undefined && !errorsOnly) {
      yield {
        ok: 1,
        idx,
        ...counts,
        ...(upserted === undefined ? {} : { upserted: { _id: decodeValue(upserted) } }),
      };
    }
  }
}

function totals({ results, errors }: StatementsOutcome, operations: readonly Operation[]): Reply {
  const sum = (kind: Kind, count: (result: StatementResult) => number): number =>
    results.reduce((total, result, at) => {
      return result === undefined || operations[at]?.kind !== kind ? total : total + count(result);
    }, 0);
  return {
    nErrors: errors.length,
    nInserted: sum('insert', ({ n }) => n),
    nMatched: sum('update', ({ n, upserted }) => (upserted === undefined ? n : 0)),
    nModified: sum('update', ({ nModified = 0 }) => nModified),
    nUpserted: sum('update', ({ upserted }) => (upserted === undefined ? 0 : 1)),
    nDeleted: sum('delete', ({ n }) => n),
  };
}

const bulkWrite: Handler = async (command, context) => {
  onlyOnAdmin(command.database, 'bulkWrite');
  checkMembers(command, MEMBERS);
  const { body } = command;
  const operations = operationsOf(command);
  checkBatch(operations);
  const options = writeOptions(command);
  const outcome = await context.write((writer) =>
    runStatements(command, context, writer, operations, (operation) =>
      run(context, writer, operation, options),
    ),
  );
  const { writeErrors: _told, ...rest } = outcome.rest;
  const documents = Array.from(told(outcome, operations, body['errorsOnly'] === true), encode);
  const batchSize = countMember(documentMember(body, 'cursor'), 'batchSize') ?? Infinity;
  const reply = cursorReply(context, 'admin.$cmd.bulkWrite', documents.values(), { batchSize });
  return { ...reply, ...totals(outcome, operations), ...rest };
};

/** The command that writes to several collections. */
export const BULK_WRITE_COMMANDS: Readonly<Record<string, Handler>> = { bulkWrite };
