import { MongoError, location, notSupported, typeMismatch } from '../errors';
import { evaluateOnce } from '../expressions/compile';
import type { Variables } from '../expressions/scope';
import type { FindRequest, FoundDocument } from '../query/find';
import { visitPath } from '../query/paths';
import type { Document } from '../values/codec';
import type { Collation } from '../values/collation';
import { compareValues } from '../values/order';
import { isDocument, isNumeric } from '../values/types';
import { BUCKET_STAGES } from './buckets';
import { countedBy, countsEach, onlyCounts } from './collating';
import { FILLING_STAGES } from './filling';
import { GROUP_STAGES } from './group';
import { Grouping } from './grouping';
import { JOINING_STAGES } from './joining';
import { SELECTING_STAGES } from './selecting';
import { SHAPING_STAGES } from './shaping';
import { mapped } from './stage';
import type { FindIn, Pipeline, Stage, StageContext, Stages } from './stage';
import { unwind } from './unwind';
import { setWindowFields } from './window';

/** Stages of MongoDB that are not there. */
export const ABSENT_STAGES: ReadonlySet<string> = new Set([
  ...['$geoNear', '$search', '$searchMeta', '$vectorSearch', '$collStats', '$indexStats', '$currentOp'],
  ...['$listSessions', '$listLocalSessions', '$planCacheStats', '$changeStreamSplitLargeEvent'],
  ...['$listSampledQueries', '$queryStats', '$shardedDataDistribution', '$listSearchIndexes'],
]);

const STAGES: Stages = {
  ...SELECTING_STAGES,
  ...SHAPING_STAGES,
  ...GROUP_STAGES,
  ...BUCKET_STAGES,
  ...JOINING_STAGES,
  ...FILLING_STAGES,
  $setWindowFields: setWindowFields,
  $unwind: unwind,
};

/** The stages that a pipeline update may use. */
const UPDATE_STAGES = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/** What a pipeline is compiled in, with the variables of its command. */
export function pipelineContext(findIn: FindIn, names: readonly string[] = []): StageContext {
  return { names, bytes: new WeakMap(), findIn, compile: compilePipeline };
}

/** Reads a pipeline. Throws TypeMismatch where it is none. */
export function parsePipeline(pipeline: unknown): Document[] {
  if (!Array.isArray(pipeline)) throw typeMismatch("'pipeline' option must be specified as an array");
  return pipeline.map((stage: unknown) => {
    if (!isDocument(stage)) throw typeMismatch("Each element of the 'pipeline' array must be an object");
    if (Object.keys(stage).length !== 1)
      throw location(40323, 'A pipeline stage specification object must contain exactly one field.');
    return stage;
  });
}

/** Compiles a pipeline. Throws 40324 for a stage that does not exist and CommandNotSupported for one that is not there. */
export function compilePipeline(given: unknown, context: StageContext): Pipeline {
  const pipeline = parsePipeline(given);
  const stages = pipeline.map((stage, at) => {
    const [[name, operand]] = Object.entries(stage) as [[string, unknown]];
    if (name === '$documents') return documentsStage(operand, at);
    return compileStage(name, operand, context);
  });
  const run = (from: number, input: Iterable<Document>, variables: Variables): Iterable<Document> =>
    stages
      .slice(from)
      .reduce<Iterable<Document>>((documents, stage) => noticed(stage(documents, variables), context), input);
  return {
    on: (documents, variables) => run(0, documents, variables),
    onCollection: (collection, variables, filter) => {
      const filtered = filter === undefined ? pipeline : [{ $match: filter }, ...pipeline];
      const { request, rest } = pipelineStart(filtered, variables);
      const found = context.findIn(collection, request);
      const from = pipeline.length - rest.length;
      const total = countsEach(rest[0]) ? found.total?.() : undefined;
      if (total !== undefined) return run(from + 1, countedBy(rest[0] as Document, total), variables);
      return run(from, remembered(found, context), variables);
    },
  };
}

/** The documents, each of which is noticed where somebody wants to know. */
function noticed(documents: Iterable<Document>, { onDocument }: StageContext): Iterable<Document> {
  if (onDocument === undefined) return documents;
  return mapped(documents, (document) => {
    onDocument();
    return document;
  });
}

function compileStage(name: string, operand: unknown, context: StageContext): Stage {
  const stage = STAGES[name];
  if (stage !== undefined) return stage(operand, context);
  if (name === '$changeStream')
    throw location(40602, '$changeStream is only valid as the first stage in a pipeline');
  if (name === '$out' || name === '$merge')
    throw location(40601, `${name} can only be the final stage in the pipeline`);
  if (ABSENT_STAGES.has(name)) throw notSupported(`stage ${name}`);
  throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
}

/** Compiles the pipeline of an update, which changes one document. Throws for stages that could do anything else. */
export function compileUpdatePipeline(
  given: unknown,
  names: readonly string[],
): (
  document: Document,
  bytes: Uint8Array,
  variables: Variables,
) => { document: Document; bytes: Uint8Array | undefined } {
  const pipeline = parsePipeline(given);
  const wrong = pipeline
    .map((stage) => Object.keys(stage)[0] as string)
    .find((name) => !UPDATE_STAGES.has(name));
  if (wrong !== undefined) {
    if (wrong in STAGES || ABSENT_STAGES.has(wrong))
      throw new MongoError('InvalidOptions', `${wrong} is not allowed to be used within an update`);
    throw location(40324, `Unrecognized pipeline stage name: '${wrong}'`);
  }
  const context = pipelineContext(() => [], names);
  const compiled = compilePipeline(pipeline, context);
  return (document, bytes, variables) => {
    context.bytes.set(document, bytes);
    const [changed = {}] = compiled.on([document], variables);
    return { document: changed, bytes: context.bytes.get(changed) };
  };
}

function documentsStage(operand: unknown, at: number): Stage {
  if (at > 0) throw location(40602, '$documents is only valid as the first stage in a pipeline.');
  return (_input, variables) => {
    const documents = evaluateOnce(operand, {}, variables);
    if (!Array.isArray(documents) || !documents.every(isDocument))
      throw location(5858203, 'an array of documents is expected');
    return documents;
  };
}

/** What of a pipeline's beginning a find can do, and the stages that are left. */
export interface PipelineStart {
  readonly request: FindRequest;
  readonly rest: readonly Document[];
}

/** Turns leading `$match`, `$sort`, `$skip` and `$limit` into a find, which can use an index. */
export function pipelineStart(pipeline: readonly Document[], variables: Variables): PipelineStart {
  const filters: Document[] = [];
  let at = 0;
  for (; isDocument(pipeline[at]?.['$match']); at += 1) filters.push(pipeline[at]?.['$match'] as Document);
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  const take = (name: string, accept: (operand: unknown) => boolean): unknown => {
    const operand = pipeline[at]?.[name];
    if (operand === undefined || !accept(operand)) return undefined;
    at += 1;
    return operand;
  };
  const sort = take('$sort', isDocument);
  const skip = take('$skip', isNumeric);
  const limit = take('$limit', isNumeric);
  const request = {
    filter,
    ...(sort === undefined ? {} : { sort }),
    ...(skip === undefined ? {} : { skip: Number(skip) }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(onlyCounts(pipeline[at]) ? { counting: true } : {}),
    variables,
  };
  return { request, rest: pipeline.slice(at) };
}

/** The documents of a find, whose bytes are remembered. */
function* remembered(found: Iterable<FoundDocument>, context: StageContext): Generator<Document> {
  for (const { document, bytes } of found) {
    context.bytes.set(document, bytes);
    yield document;
  }
}

/** The different values of a field over documents, the items of arrays counted one by one. */
export function distinctValues(
  documents: Iterable<Document>,
  path: string,
  collation: Collation | undefined,
): unknown[] {
  const values = new Grouping<unknown>();
  for (const document of documents) {
    visitPath(document, path.split('.'), (value) => {
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value])
        if (item !== undefined) values.at(item, () => item);
      return false;
    });
  }
  const all = values.all();
  if (collation === undefined) return all;
  return all.filter(
    (value, at) => !all.slice(0, at).some((other) => compareValues(value, other, collation) === 0),
  );
}
