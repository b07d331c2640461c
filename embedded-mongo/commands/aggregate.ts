import { notSupported, typeMismatch } from '../errors';
import { checkExpression, evaluate } from '../query/expressions';
import type { Variables } from '../query/expressions';
import { compilePipeline, distinctValues, parsePipeline, runPipeline } from '../query/pipeline';
import type { PipelineContext } from '../query/pipeline';
import { bytesOf } from '../query/stages';
import type { Document } from '../values/codec';
import { isChangeStream, openChangeStream } from './change-streams';
import { refuseCollation } from './collections';
import { countMember, documentMember, namespaceOf } from './command';
import type { Command, CommandContext, Handler } from './command';
import { findRequest, planFind } from './find';
import { cursorReply } from './replies';

/** What the pipeline of a command runs in. */
export function pipelineContext(command: Command, context: CommandContext): PipelineContext {
  const variables = letVariables(command.body);
  const hint = command.body['hint'];
  const own = command.body[command.name];
  return {
    variables,
    bytes: new WeakMap(),
    findIn: (collection, request) => {
      const hinted = hint === undefined || collection !== own ? request : { ...request, hint };
      return planFind(context, `${command.database}.${collection}`, hinted)?.run() ?? [];
    },
  };
}

function letVariables(body: Document): Variables | undefined {
  const given = documentMember(body, 'let');
  if (Object.keys(given).length === 0) return undefined;
  checkExpression(given);
  return Object.fromEntries(
    Object.entries(given).map(([name, expression]) => [name, evaluate(expression, {})]),
  );
}

const aggregate: Handler = (command, context) => {
  const { body } = command;
  refuseCollation(body);
  const pipeline = parsePipeline(body['pipeline']);
  const running = pipelineContext(command, context);
  if (isChangeStream(pipeline)) return openChangeStream(command, context, pipeline, running);
  // Compiled as a whole first, so that a stage that does not exist is named before anything is read.
  compilePipeline(pipeline, running);
  if (typeof body['aggregate'] !== 'string') throw notSupported('aggregate on a database');
  const namespace = namespaceOf(command);
  const documents = runPipeline(body['aggregate'], pipeline, running);
  const cursor = documentMember(body, 'cursor');
  return cursorReply(context, namespace, encoded(documents, running), {
    batchSize: countMember(cursor, 'batchSize'),
  });
};

function* encoded(documents: Iterable<Document>, context: PipelineContext): Generator<Uint8Array> {
  for (const document of documents) yield bytesOf(document, context);
}

const count: Handler = (command, context) => {
  const prepared = planFind(context, namespaceOf(command), findRequest(command.body, 'query'));
  let n = 0;
  if (prepared !== undefined) for (const { recordId } of prepared.run()) n += Number(recordId > 0);
  return { n };
};

const distinct: Handler = (command, context) => {
  const { key } = command.body;
  if (typeof key !== 'string')
    throw typeMismatch("BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const prepared = planFind(context, namespaceOf(command), findRequest(command.body, 'query'));
  if (prepared === undefined) return { values: [] };
  const documents = Array.from(prepared.run(), ({ document }) => document);
  return { values: distinctValues(documents, key) };
};

/** Commands that compute something from documents. */
export const AGGREGATE_COMMANDS: Readonly<Record<string, Handler>> = { aggregate, count, distinct };
