import { MongoError, badValue, notSupported, typeMismatch } from '../errors';
import type { Document } from '../values/codec';
import { isDocument } from '../values/types';
import { checkExpression, evaluate } from './expressions';
import type { Variables } from './expressions';
import type { FindRequest, FoundDocument } from './find';
import { Grouping, group, sortByCount } from './group';
import { visitLeaves } from './paths';
import { SIMPLE_STAGES } from './stages';
import type { CompileStage, Stage, StageContext } from './stages';
import { unwind } from './unwind';

/** Runs a find on a collection of the pipeline's database, by its name. */
export type FindIn = (collection: string, request: FindRequest) => Iterable<FoundDocument>;

/** What a pipeline runs in. */
export interface PipelineContext extends StageContext {
  readonly findIn: FindIn;
}

/** Stages of MongoDB that are not there. */
const REFUSED = new Set([
  ...[
    '$bucket',
    '$bucketAuto',
    '$densify',
    '$documents',
    '$fill',
    '$geoNear',
    '$graphLookup',
    '$merge',
    '$out',
    '$redact',
  ],
  ...[
    '$setWindowFields',
    '$search',
    '$searchMeta',
    '$vectorSearch',
    '$collStats',
    '$indexStats',
    '$currentOp',
  ],
  ...['$listSessions', '$listLocalSessions', '$planCacheStats'],
]);

type CompileNested = (operand: unknown, context: PipelineContext) => Stage;

const NESTED_STAGES: Readonly<Record<string, CompileNested>> = {
  $facet: facet,
  $lookup: lookup,
  $unionWith: unionWith,
};

const STAGES: Readonly<Record<string, CompileStage>> = {
  ...SIMPLE_STAGES,
  $group: group,
  $sortByCount: sortByCount,
  $unwind: unwind,
};

/** Reads a pipeline. Throws TypeMismatch where it is none. */
export function parsePipeline(pipeline: unknown): Document[] {
  if (!Array.isArray(pipeline)) throw typeMismatch("'pipeline' option must be specified as an array");
  return pipeline.map((stage: unknown) => {
    if (!isDocument(stage)) throw typeMismatch("Each element of the 'pipeline' array must be an object");
    if (Object.keys(stage).length !== 1) {
      throw new MongoError(
        'Location40323',
        'A pipeline stage specification object must contain exactly one field.',
      );
    }
    return stage;
  });
}

/** Compiles stages into one. Throws 40324 for a stage that does not exist and CommandNotSupported for one that is not there. */
export function compilePipeline(pipeline: readonly Document[], context: PipelineContext): Stage {
  const stages = pipeline.map((stage) => {
    const [[name, operand]] = Object.entries(stage) as [[string, unknown]];
    return compileStage(name, operand, context);
  });
  return (input) => stages.reduce<Iterable<Document>>((documents, stage) => stage(documents), input);
}

function compileStage(name: string, operand: unknown, context: PipelineContext): Stage {
  const simple = STAGES[name];
  if (simple !== undefined) return simple(operand, context);
  const nested = NESTED_STAGES[name];
  if (nested !== undefined) return nested(operand, context);
  if (name === '$changeStream') {
    throw new MongoError('Location40573', 'The $changeStream stage is not supported by the embedded server');
  }
  if (REFUSED.has(name)) throw notSupported(`stage ${name}`);
  throw new MongoError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
}

/** What of a pipeline's beginning a find can do, and the stages that are left. */
export interface PipelineStart {
  readonly request: FindRequest;
  readonly rest: readonly Document[];
}

/** Turns leading `$match`, `$sort`, `$skip` and `$limit` into a find, which can use an index. */
export function pipelineStart(pipeline: readonly Document[], variables?: Variables): PipelineStart {
  const filters: Document[] = [];
  let at = 0;
  for (; isDocument(pipeline[at]?.['$match']); at += 1) filters.push(pipeline[at]?.['$match'] as Document);
  const filter = filters.length > 1 ? { $and: filters } : (filters[0] ?? {});
  const take = <T>(name: string, accept: (operand: unknown) => operand is T): T | undefined => {
    const operand = pipeline[at]?.[name];
    if (!accept(operand)) return undefined;
    at += 1;
    return operand;
  };
  const sort = take(
    '$sort',
    (operand): operand is Document => isDocument(operand) && Object.keys(operand).length > 0,
  );
  const skip = take(
    '$skip',
    (operand): operand is number => Number.isInteger(operand) && Number(operand) >= 0,
  );
  const limit = take(
    '$limit',
    (operand): operand is number => Number.isInteger(operand) && Number(operand) > 0,
  );
  const request = {
    filter,
    ...(sort === undefined ? {} : { sort }),
    ...(skip === undefined ? {} : { skip }),
    ...(limit === undefined ? {} : { limit }),
    ...(variables === undefined ? {} : { variables }),
  };
  return { request, rest: pipeline.slice(at) };
}

/** Runs a pipeline on a collection. */
export function runPipeline(
  collection: string,
  pipeline: readonly Document[],
  context: PipelineContext,
): Iterable<Document> {
  const { request, rest } = pipelineStart(pipeline, context.variables);
  const stages = compilePipeline(rest, context);
  return stages(remembered(context.findIn(collection, request), context));
}

/** The documents of a find, whose bytes are remembered. */
export function* remembered(found: Iterable<FoundDocument>, context: StageContext): Generator<Document> {
  for (const { document, bytes } of found) {
    context.bytes.set(document, bytes);
    yield document;
  }
}

function facet(operand: unknown, context: PipelineContext): Stage {
  if (!isDocument(operand) || Object.keys(operand).length === 0) {
    throw new MongoError('Location40169', 'the $facet specification must be a non-empty object');
  }
  const facets = Object.entries(operand).map(
    ([name, pipeline]) => [name, compilePipeline(parsePipeline(pipeline), context)] as const,
  );
  return function* (input) {
    const documents = [...input];
    yield Object.fromEntries(facets.map(([name, stage]) => [name, [...stage(documents)]]));
  };
}

function unionWith(operand: unknown, context: PipelineContext): Stage {
  const { coll, pipeline = [] } = isDocument(operand) ? operand : { coll: operand };
  if (typeof coll !== 'string') throw badValue('$unionWith needs the name of a collection');
  const stages = parsePipeline(pipeline);
  return function* (input) {
    yield* input;
    yield* runPipeline(coll, stages, context);
  };
}

/** `$lookup` by equality of fields, by a pipeline with variables, or both. */
function lookup(operand: unknown, context: PipelineContext): Stage {
  if (!isDocument(operand))
    throw new MongoError('FailedToParse', 'the $lookup specification must be an Object');
  const { from, as, localField, foreignField, pipeline } = operand;
  const variables = isDocument(operand['let']) ? operand['let'] : {};
  if (typeof from !== 'string') throw notSupported('$lookup without a collection');
  if (typeof as !== 'string') throw new MongoError('FailedToParse', "must specify 'as' field for a $lookup");
  const byField = typeof localField === 'string' && typeof foreignField === 'string';
  if (!byField && pipeline === undefined)
    throw new MongoError(
      'FailedToParse',
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  checkExpression(variables);
  const stages = pipeline === undefined ? [] : parsePipeline(pipeline);
  compilePipeline(stages, { ...context, variables: { ...context.variables, ...variables } });
  const find = (document: Document): Iterable<Document> => {
    const match = byField ? [{ $match: equalityFilter(document, localField, foreignField) }] : [];
    const bound = Object.entries(variables).map(([name, expression]) => [
      name,
      evaluate(expression, document, context.variables),
    ]);
    const inner =
      stages.length === 0
        ? context
        : { ...context, variables: { ...context.variables, ...(Object.fromEntries(bound) as Variables) } };
    return runPipeline(from, [...match, ...stages], inner);
  };
  const add = SIMPLE_STAGES['$addFields'] as CompileStage;
  return function* (input) {
    for (const document of input)
      yield* add({ [as]: { $literal: [...find(document)] } }, context)([document]);
  };
}

/** Matches foreign documents that share a value of the field; a missing local field equals null. */
function equalityFilter(document: Document, localField: string, foreignField: string): Document {
  const values: unknown[] = [];
  visitLeaves(document, localField.split('.'), (value) => {
    if (!Array.isArray(value)) values.push(value ?? null);
    return false;
  });
  const [only] = values;
  return { [foreignField]: values.length === 1 ? { $eq: only } : { $in: values } };
}

/** The different values of a field over documents, the items of arrays counted one by one. */
export function distinctValues(documents: Iterable<Document>, path: string): unknown[] {
  const values = new Grouping<unknown>();
  for (const document of documents) {
    visitLeaves(document, path.split('.'), (value) => {
      if (value !== undefined && !Array.isArray(value)) values.at(value, () => value);
      return false;
    });
  }
  return values.all();
}
