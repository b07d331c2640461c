import { MongoError, toMongoError } from '../errors';
import type { Writer } from '../storage/writer';
import { WriteConflict } from '../transactions/claims';
import type { StatementResult } from '../transactions/records';
import { decodeValue } from '../values/raw';
import type { RawValue } from '../values/raw';
import type { Command, CommandContext, Reply } from './command';

/** One statement of a write command that failed. */
export interface WriteError {
  readonly index: number;
  readonly code: number;
  readonly errmsg: string;
  readonly [detail: string]: unknown;
}

/** What the statements of a write command have done together. */
export interface StatementsOutcome {
  readonly n: number;
  readonly nModified: number;
  readonly upserted: readonly { readonly index: number; readonly _id: RawValue }[];
  /** What each of them has done; nothing where it failed or was not reached. */
  readonly results: readonly (StatementResult | undefined)[];
  readonly errors: readonly WriteError[];
  /** What the reply says beside the numbers: errors, and statements that had been carried out before. */
  readonly rest: Reply;
}

/**
 * Runs the statements of a write command: all of them, or up to the first that fails where they are ordered. Outside of
 * a transaction those that succeed stay, even where others fail. Those that were carried out when the client sent the
 * command before are not carried out again, and count as they did.
 */
export function runStatements<T>(
  command: Command,
  context: CommandContext,
  writer: Writer,
  statements: readonly T[],
  run: (statement: T) => StatementResult,
): StatementsOutcome {
  const ordered = command.body['ordered'] !== false;
  const log = context.retryable?.open(writer);
  const results: (StatementResult | undefined)[] = [];
  const retriedStmtIds: number[] = [];
  const errors: WriteError[] = [];
  for (const [index, statement] of statements.entries()) {
    const id = context.retryable?.statementAt(index) ?? index;
    const known = log?.find(id);
    if (known !== undefined) retriedStmtIds.push(id);
    try {
      results[index] = known ?? run(statement);
    } catch (error) {
      errors.push(writeErrorOf(error, index));
      if (ordered) break;
      continue;
    }
    if (known === undefined) log?.add(id, results[index]);
  }
  if (retriedStmtIds.length < statements.length - errors.length) log?.save();
  return outcomeOf(context, results, errors, retriedStmtIds);
}

function writeErrorOf(error: unknown, index: number): WriteError {
  const { code, codeName, message, details } = toMongoError(error);
  // Neither is about this statement alone.
  if (error instanceof WriteConflict || codeName === 'MaxTimeMSExpired') throw error;
  return { index, code, errmsg: message, ...details };
}

function outcomeOf(
  context: CommandContext,
  results: readonly (StatementResult | undefined)[],
  writeErrors: readonly WriteError[],
  retriedStmtIds: readonly number[],
): StatementsOutcome {
  // A statement that fails ends the transaction that it is part of.
  if (writeErrors.length > 0 && context.transaction !== undefined)
    context.server.manager.abort(context.transaction);
  const rest = {
    ...(writeErrors.length === 0 ? {} : { writeErrors }),
    ...(retriedStmtIds.length === 0 ? {} : { retriedStmtIds }),
  };
  const upserted = results.flatMap((result, index) =>
    result?.upserted === undefined ? [] : [{ index, _id: result.upserted }],
  );
  let n = 0;
  let nModified = 0;
  for (const result of results) {
    n += result?.n ?? 0;
    nModified += result?.nModified ?? 0;
  }
  return { n, nModified, upserted, results, errors: writeErrors, rest };
}

/** The member of a reply that lists what upserts have inserted, where there is any. */
export function upsertedMember({ upserted }: StatementsOutcome): Reply {
  if (upserted.length === 0) return {};
  return { upserted: upserted.map(({ index, _id }) => ({ index, _id: decodeValue(_id) })) };
}

/** Throws where a statement may meet more than one document: a retry could not tell which ones it has met. */
export function refuseRetryOfMany(context: CommandContext, what: string): void {
  if (context.retryable === undefined) return;
  throw new MongoError('InvalidOptions', `Cannot use retryable writes with ${what}`);
}
