import { MongoError, failedToParse, location, notSupported, typeMismatch } from '../errors';
import { parseOutput } from '../aggregation/output';
import { comparesNoStrings } from '../aggregation/collating';
import {
  ABSENT_STAGES,
  compilePipeline,
  distinctValues,
  parsePipeline,
  pipelineContext,
  pipelineStart,
} from '../aggregation/pipeline';
import { bytesOf } from '../aggregation/stage';
import type { FindIn, StageContext } from '../aggregation/stage';
import type { View } from '../storage/view';
import type { Document } from '../values/codec';
import { isChangeStream, openChangeStream } from './change-streams';
import { parseCollation } from '../values/collation';
import { checkMembers, countMember, documentMember, namespaceOf, refuseOptions } from './command';
import type { Command, CommandContext, Handler } from './command';
import { findRequest, planFind } from './find';
import { letVariables } from './variables';
import { writeOutput } from './output';
import { cursorReply } from './replies';

/** Reads collections for the pipeline of a command, in the state that `view` gives. */
function findIn(command: Command, context: CommandContext, view: () => View): FindIn {
  const { hint, collation } = command.body;
  const options = { hint, collation: parseCollation(collation) };
  const own = command.body[command.name];
  return (collection, request) => {
    const complete = collection === own ? { ...request, ...options } : request;
    const found = planFind({ ...context, view }, `${command.database}.${collection}`, complete);
    if (found === undefined) return [];
    return { [Symbol.iterator]: () => found.run(), total: () => found.total() };
  };
}

const AGGREGATE_MEMBERS = new Set([
  ...['pipeline', 'explain', 'allowDiskUse', 'cursor', 'bypassDocumentValidation', 'collation', 'hint'],
  ...['let', 'fromMongos', 'needsMerge', 'isMapReduceCommand'],
]);

const aggregate: Handler = async (command, context) => {
  const { body } = command;
  checkMembers(command, AGGREGATE_MEMBERS);
  refuseOptions(body, ['explain'], 'aggregate');
  if (body['cursor'] === undefined && body['explain'] !== true)
    throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
  const stages = parsePipeline(body['pipeline']);
  const variables = letVariables(body);
  checkCollation(body, stages);
  const { deadline } = context;
  const onDocument = deadline === undefined ? undefined : (): void => deadline.check();
  const contextOn = (view: () => View): StageContext => ({
    ...pipelineContext(findIn(command, context, view), Object.keys(variables)),
    onDocument,
  });
  if (isChangeStream(stages))
    return openChangeStream(command, context, stages, {
      // Its events come when they come, long after the command.
      stageContext: { ...contextOn(context.view), onDocument: undefined },
      variables,
    });
  const output = parseOutput(stages);
  const pipeline = output === undefined ? stages : stages.slice(0, -1);
  const source = sourceOf(command, pipeline);
  const run = (view: () => View): Iterable<Uint8Array> => {
    const running = contextOn(view);
    const compiled = compilePipeline(pipeline, running);
    const documents =
      source === undefined ? compiled.on([], variables) : compiled.onCollection(source, variables);
    return encoded(documents, running);
  };
  const namespace = source === undefined ? `${command.database}.$cmd.aggregate` : namespaceOf(command);
  const batchSize = countMember(documentMember(body, 'cursor'), 'batchSize');
  if (output === undefined)
    return cursorReply(context, namespace, run(context.view)[Symbol.iterator](), { batchSize });
  await writeOutput(command, context, output, run);
  return cursorReply(context, namespace, [][Symbol.iterator](), { batchSize });
};

/** Throws where a collation would have to reach beyond what a find can do of the pipeline. */
function checkCollation({ collation }: Document, stages: readonly Document[]): void {
  if (parseCollation(collation) === undefined || pipelineStart(stages, {}).rest.every(comparesNoStrings))
    return;
  throw notSupported('a collation behind the leading $match, $sort, $skip and $limit of a pipeline');
}

/** The collection that a pipeline reads, or undefined for one that brings its own documents. */
function sourceOf({ body }: Command, pipeline: readonly Document[]): string | undefined {
  const source = body['aggregate'];
  if (typeof source === 'string') {
    if (pipeline[0]?.['$documents'] !== undefined)
      throw new MongoError('InvalidNamespace', '$documents can only be run with {aggregate: 1}');
    return source;
  }
  if (pipeline[0]?.['$documents'] === undefined) {
    if (pipeline.length === 0)
      throw new MongoError('InvalidNamespace', '{aggregate: 1} is not valid for an empty pipeline.');
    const [name = ''] = Object.keys(pipeline[0] ?? {});
    if (ABSENT_STAGES.has(name)) throw notSupported(`stage ${name}`);
    throw new MongoError(
      'InvalidNamespace',
      `{aggregate: 1} is not valid for '${name}'; a collection is required.`,
    );
  }
  return undefined;
}

function* encoded(documents: Iterable<Document>, context: StageContext): Generator<Uint8Array> {
  try {
    for (const document of documents) yield bytesOf(document, context);
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    throw error.prefixed('PlanExecutor error during aggregation :: caused by :: ');
  }
}

const count: Handler = (command, context) => {
  const request = { ...findRequest(command.body, 'query'), counting: true };
  const prepared = planFind(context, namespaceOf(command), request);
  if (prepared === undefined) return { n: 0 };
  const total = prepared.total();
  if (total !== undefined) return { n: total };
  let n = 0;
  for (const { recordId } of prepared.run()) n += Number(recordId > 0);
  return { n };
};

const distinct: Handler = (command, context) => {
  const { key } = command.body;
  if (key === undefined) throw location(40414, "BSON field 'distinct.key' is missing but a required field");
  if (typeof key !== 'string')
    throw typeMismatch("BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const prepared = planFind(context, namespaceOf(command), findRequest(command.body, 'query'));
  if (prepared === undefined) return { values: [] };
  const documents = Array.from(prepared.run(), ({ document }) => document);
  return { values: distinctValues(documents, key, parseCollation(command.body['collation'])) };
};

/** Commands that compute something from documents. */
export const AGGREGATE_COMMANDS: Readonly<Record<string, Handler>> = { aggregate, count, distinct };
