import { MongoError } from '../errors';
import type { CollectionMeta } from '../storage/catalog';
import { collectionForWriting, namespaceOf } from './command';
import type { Handler } from './command';
import { documentsOf } from './replies';
import { runStatements, upsertedMember } from './statements';
import { deleteStatement, insertStatement, updateStatement, writeOptions } from './write-statement';

/** The most statements of one command. */
const MAX_BATCH = 100_000;

/** Throws where a command has no statements, or more than one may have. */
export function checkBatch(statements: readonly unknown[]): void {
  if (statements.length > 0 && statements.length <= MAX_BATCH) return;
  throw new MongoError(
    'InvalidLength',
    `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${statements.length} operations.`,
  );
}

const insert: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const statements = documentsOf(command, 'documents');
  checkBatch(statements);
  const { bypass } = writeOptions(command);
  return context.write((writer) => {
    let collection: CollectionMeta | undefined;
    const { n, rest } = runStatements(command, context, writer, statements, (bytes) => {
      collection ??= collectionForWriting(context.server, writer, namespace);
      return insertStatement(context.server, writer, collection, bytes, bypass);
    });
    return { n, ...rest };
  });
};

const update: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const statements = documentsOf(command, 'updates');
  checkBatch(statements);
  const options = writeOptions(command);
  return context.write((writer) => {
    const outcome = runStatements(command, context, writer, statements, (bytes) =>
      updateStatement(context, writer, namespace, bytes, options),
    );
    const { n, nModified, rest } = outcome;
    return { n, nModified, ...upsertedMember(outcome), ...rest };
  });
};

const remove: Handler = async (command, context) => {
  const namespace = namespaceOf(command);
  const statements = documentsOf(command, 'deletes');
  checkBatch(statements);
  const options = writeOptions(command);
  return context.write((writer) => {
    const { n, rest } = runStatements(command, context, writer, statements, (bytes) =>
      deleteStatement(context, writer, namespace, bytes, options),
    );
    return { n, ...rest };
  });
};

/** Commands that change documents. */
export const WRITE_COMMANDS: Readonly<Record<string, Handler>> = { insert, update, delete: remove };
