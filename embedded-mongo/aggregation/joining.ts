import { Long } from 'bson';
import { type MongoError, failedToParse, location, notSupported, typeMismatch } from '../errors';
import { fieldPath, valueAt } from '../expressions/compile';
import { scopeOf } from '../expressions/scope';
import type { Variables } from '../expressions/scope';
import { visitLeaves } from '../query/paths';
import type { Document } from '../values/codec';
import { typeName } from '../values/type-names';
import { isDocument, isNumeric } from '../values/types';
import { Grouping } from './grouping';
import { SHAPING_STAGES } from './shaping';
import { expressionIn } from './stage';
import type { CompileStage, StageContext, Stages } from './stage';
import { show } from '../values/show';
import { documentOf, membersOf, withMember } from '../values/members';

/** Stages that no pipeline inside of a stage may have. */
const OUTERMOST = ['$changeStream', '$out', '$merge'];

const facet: CompileStage = (operand, context) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw location(40169, `the $facet specification must be a non-empty object, but found: ${show(operand)}`);
  const facets = membersOf(operand).map(([name, pipeline]) => {
    fieldPath(name);
    if (!Array.isArray(pipeline))
      throw location(40170, `arguments to $facet must be arrays, ${name} is type ${typeName(pipeline)}`);
    refuseStages(pipeline, [...OUTERMOST, '$facet'], '$facet', 40600);
    return [name, context.compile(pipeline, context)] as const;
  });
  return function* (input, variables) {
    const documents = [...input];
    yield documentOf(facets.map(([name, pipeline]) => [name, [...pipeline.on(documents, variables)]]));
  };
};

function refuseStages(
  pipeline: readonly unknown[],
  names: readonly string[],
  where: string,
  code: number,
): void {
  for (const stage of pipeline) {
    const name = isDocument(stage) ? Object.keys(stage)[0] : undefined;
    if (name !== undefined && names.includes(name))
      throw location(code, `${name} is not allowed to be used within a ${where} stage`);
  }
}

const unionWith: CompileStage = (operand, context) => {
  if (typeof operand !== 'string' && !isDocument(operand))
    throw failedToParse(
      `the $unionWith stage specification must be an object or string, but found ${typeName(operand)}`,
    );
  const {
    coll,
    pipeline = [],
    ...others
  } = typeof operand === 'string' ? { coll: operand } : (operand as Document);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw location(40415, `BSON field '$unionWith.${unknown}' is an unknown field.`);
  if (coll === undefined) throw notSupported('$unionWith without a collection');
  if (typeof coll !== 'string')
    throw typeMismatch(
      `BSON field '$unionWith.coll' is the wrong type '${typeName(coll)}', expected type 'string'`,
    );
  if (Array.isArray(pipeline)) refuseStages(pipeline, OUTERMOST, "$unionWith's sub-pipeline", 31441);
  const stages = context.compile(pipeline, { ...context, names: [] });
  return function* (input, { NOW }) {
    yield* input;
    yield* stages.onCollection(coll, { NOW });
  };
};

interface Lookup {
  readonly from: string;
  readonly as: string;
  readonly fields: { readonly local: string; readonly foreign: string } | undefined;
  readonly pipeline: unknown[];
  readonly variables: Document;
}

const LOOKUP_FIELDS = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

function parseLookup(operand: unknown): Lookup {
  if (!isDocument(operand))
    throw failedToParse(`the $lookup specification must be an Object, but found ${typeName(operand)}`);
  checkLookupTypes(operand);
  const { from, as, localField, foreignField, pipeline } = operand;
  if (typeof as !== 'string') throw failedToParse("must specify 'as' field for a $lookup");
  if (typeof from !== 'string') throw notSupported('$lookup without a collection');
  if (operand['let'] !== undefined && pipeline === undefined)
    throw failedToParse("$lookup with a 'let' argument must also specify 'pipeline'");
  const byField = typeof localField === 'string' && typeof foreignField === 'string';
  if (!byField && (pipeline === undefined || localField !== foreignField))
    throw failedToParse(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  return {
    from,
    as,
    fields: byField ? { local: localField, foreign: foreignField } : undefined,
    pipeline: (pipeline as unknown[] | undefined) ?? [],
    variables: (operand['let'] as Document | undefined) ?? {},
  };
}

function checkLookupTypes(operand: Document): void {
  for (const [name, value] of Object.entries(operand)) {
    if (!LOOKUP_FIELDS.includes(name)) throw failedToParse(`unknown argument to $lookup: ${name}`);
    if (name === 'pipeline') {
      if (!Array.isArray(value)) throw typeMismatch("'pipeline' option must be specified as an array");
      refuseStages(value, OUTERMOST, '$lookup', 51047);
    } else if (name === 'let') {
      if (!isDocument(value)) throw failedToParse(`$lookup argument 'let: ${show(value)}' must be an object`);
    } else if (typeof value !== 'string') {
      throw failedToParse(`$lookup argument '${name}' must be a string, found ${typeName(value)}`);
    }
  }
}

/** `$lookup` by equality of fields, by a pipeline with variables, or both. */
const lookup: CompileStage = (operand, context) => {
  const { from, as, fields, pipeline, variables: given } = parseLookup(operand);
  const bindings = Object.entries(given).map(
    ([name, expression]) => [name, expressionIn(context, expression)] as const,
  );
  const names = [...context.names, ...bindings.map(([name]) => name)];
  const stages = context.compile(pipeline, { ...context, names });
  const find = (document: Document, variables: Variables): Document[] => {
    const scope = scopeOf(document, variables);
    const bound = Object.fromEntries(bindings.map(([name, expression]) => [name, expression(scope)]));
    const filter = fields === undefined ? undefined : equalityFilter(document, fields.local, fields.foreign);
    return [...stages.onCollection(from, { ...variables, ...bound }, filter)];
  };
  return addingArray(as, context, find);
};

/** A stage that adds an array, computed for each document, at a path. */
function addingArray(
  as: string,
  context: StageContext,
  compute: (document: Document, variables: Variables) => Document[],
) {
  const variable = 'embeddedResult';
  const names = [...context.names, variable];
  const add = (SHAPING_STAGES['$addFields'] as CompileStage)(
    { [as]: `$$${variable}` },
    { ...context, names },
  );
  return function* (input: Iterable<Document>, variables: Variables): Generator<Document> {
    for (const document of input)
      yield* add([document], { ...variables, [variable]: compute(document, variables) });
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

interface GraphLookup {
  readonly from: string;
  readonly as: string;
  readonly connectFrom: readonly string[];
  readonly connectTo: string;
  readonly maxDepth: number;
  readonly depthField: string | undefined;
  readonly restrict: Document | undefined;
}

const GRAPH_FIELDS = [
  ...['from', 'as', 'startWith', 'connectFromField', 'connectToField', 'maxDepth', 'depthField'],
  'restrictSearchWithMatch',
];

function parseGraphLookup(operand: Document): GraphLookup {
  const unknown = Object.keys(operand).find((name) => !GRAPH_FIELDS.includes(name));
  if (unknown !== undefined) throw location(40104, `Unknown argument to $graphLookup: ${unknown}`);
  const text = (name: string): string => {
    const value = operand[name];
    if (value === undefined) throw missingGraphArgument();
    if (typeof value !== 'string')
      throw location(40103, `expected string as argument for ${name}, found: ${typeName(value)}`);
    return value;
  };
  if (operand['startWith'] === undefined) throw missingGraphArgument();
  const { maxDepth, depthField, restrictSearchWithMatch: restrict } = operand;
  if (maxDepth !== undefined && !isNumeric(maxDepth))
    throw location(40100, `maxDepth must be numeric, found type: ${typeName(maxDepth)}`);
  if (maxDepth !== undefined && Number(maxDepth) < 0)
    throw location(40101, `maxDepth requires a nonnegative argument, found: ${show(maxDepth)}`);
  if (restrict !== undefined && !isDocument(restrict))
    throw location(40185, 'restrictSearchWithMatch must be an object, found ' + typeName(restrict));
  return {
    from: text('from'),
    as: text('as'),
    connectFrom: fieldPath(text('connectFromField')),
    connectTo: text('connectToField'),
    maxDepth: maxDepth === undefined ? Infinity : Number(maxDepth),
    depthField: depthField === undefined ? undefined : text('depthField'),
    restrict,
  };
}

function missingGraphArgument(): MongoError {
  return location(
    40105,
    "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
  );
}

const graphLookup: CompileStage = (operand, context) => {
  if (!isDocument(operand))
    throw failedToParse(
      `the $graphLookup stage specification must be an object, but found ${typeName(operand)}`,
    );
  const graph = parseGraphLookup(operand);
  const start = expressionIn(context, operand['startWith']);
  const stages = context.compile(graph.restrict === undefined ? [] : [{ $match: graph.restrict }], context);
  return addingArray(graph.as, context, (document, variables) =>
    reachable(graph, start(scopeOf(document, variables)), (filter) =>
      stages.onCollection(graph.from, variables, filter),
    ),
  );
};

/** The documents that can be reached from a value, the nearest first. */
function reachable(
  graph: GraphLookup,
  start: unknown,
  find: (filter: Document) => Iterable<Document>,
): Document[] {
  const found = new Grouping<Document>();
  let frontier: unknown[] = Array.isArray(start) ? (start as unknown[]) : [start ?? null];
  for (let depth = 0; depth <= graph.maxDepth && frontier.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const document of find({ [graph.connectTo]: { $in: frontier } })) {
      const before = found.all().length;
      const { depthField } = graph;
      found.at(document['_id'], () =>
        depthField === undefined ? document : withMember(document, depthField, Long.fromNumber(depth)),
      );
      if (found.all().length === before) continue;
      const value = valueAt(document, graph.connectFrom, 0);
      if (Array.isArray(value)) next.push(...(value as unknown[]));
      else if (value !== undefined) next.push(value);
    }
    frontier = next;
  }
  return found.all();
}

/** Stages that bring in documents of other collections, or the same ones several times. */
export const JOINING_STAGES: Stages = {
  $facet: facet,
  $unionWith: unionWith,
  $lookup: lookup,
  $graphLookup: graphLookup,
};
