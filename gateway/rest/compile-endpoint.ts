/** Compiles one document: checks it, has the engine prepare it, and puts together what serves it. */
import type { FieldNode, GraphQLEnumType, GraphQLSchema } from 'graphql';
import { InvalidOperation, type PreparedOperation } from '../federation/types';
import type { AnswerPlan } from './answer/answer';
import { asidesOf } from './answer/asides';
import { parseResultPath, responseKey } from './answer/picks';
import { rootFields, rootsOf } from './answer/roots';
import { answerNames, answerVocabulary } from './answer/vocabulary';
import { endpointPaths } from './documents/bases';
import { type EndpointDocument, isStream } from './documents/load';
import { parsePath } from './documents/paths';
import { usagesOf } from './documents/usages';
import { type DocumentVariable, variablesOf } from './documents/variables';
import { type DocumentVocabulary, readable } from './documents/vocabulary';
import { DocumentEndpoint, type EndpointPlan } from './endpoint';
import { type EnumSpelling, enumSpelling } from './enums';
import { fieldTranslator } from './errors/fields';
import { eventPlan } from './events/plan';
import { DocumentFaults, type DocumentFault, faultOf } from './faults';
import { compileRequest } from './request/compile';
import { spelledNames } from './names';
import { ENDPOINT_RULES } from './rules';
import type { RestOptions } from './types';

/** Checked; `finish` may be called when nothing at all was wrong. */
export interface Compiled<Result> {
  readonly faults: readonly DocumentFault[];
  finish(): Result;
}

export function compileEndpoint(
  endpoint: EndpointDocument,
  vocabulary: DocumentVocabulary,
  options: RestOptions,
): Compiled<DocumentEndpoint> {
  const { engine } = options;
  const spellingOf = spellings(endpoint);
  const read = readable(() => {
    const variables = variablesOf(endpoint, engine.schema, vocabulary.directives);
    const facts = { endpoint, variables, schema: engine.schema, directives: vocabulary.directives };
    return { variables, faults: ENDPOINT_RULES.flatMap((rule) => rule(facts)) };
  });
  const prepared = prepare(endpoint, vocabulary, spellingOf, options);
  // Directives that cannot be read are no valid GraphQL either: the engine says it better.
  const faults = [...(read?.value.faults ?? []), ...prepared.faults];
  return {
    faults,
    finish: () => {
      if (!read || !prepared.operation) throw new DocumentFaults(faults);
      const parts = { endpoint, spellingOf, variables: read.value.variables, operation: prepared.operation };
      return new DocumentEndpoint(planOf(parts, vocabulary, engine.supergraph), options);
    },
  };
}

type SpellingOf = (type: GraphQLEnumType) => EnumSpelling;

function spellings({ enumSpelling: directives }: EndpointDocument): SpellingOf {
  const known = new Map<GraphQLEnumType, EnumSpelling>();
  return (type) => {
    const spelling = known.get(type) ?? enumSpelling(type, directives);
    known.set(type, spelling);
    return spelling;
  };
}

interface Prepared {
  readonly operation: PreparedOperation | undefined;
  readonly faults: readonly DocumentFault[];
}

/** A schema change that would break a legacy caller shows here: the engine validates every operation. */
function prepare(
  endpoint: EndpointDocument,
  vocabulary: DocumentVocabulary,
  spellingOf: SpellingOf,
  { engine }: RestOptions,
): Prepared {
  try {
    const answer = answerVocabulary(endpoint, vocabulary, spellingOf, engine.schema);
    const operation = engine.prepare(endpoint.document, { operationName: endpoint.name, vocabulary: answer });
    return { operation, faults: [] };
  } catch (error) {
    if (!(error instanceof InvalidOperation)) throw error;
    return { operation: undefined, faults: error.errors.map(faultOf) };
  }
}

interface EndpointParts {
  readonly endpoint: EndpointDocument;
  readonly variables: readonly DocumentVariable[];
  readonly operation: PreparedOperation;
  readonly spellingOf: SpellingOf;
}

function planOf(
  { endpoint, variables, operation, spellingOf }: EndpointParts,
  vocabulary: DocumentVocabulary,
  supergraph: GraphQLSchema,
): EndpointPlan {
  const namesOf = answerNames(endpoint, vocabulary, supergraph);
  const { rest, service } = endpoint;
  const usages = usagesOf(endpoint.document, supergraph);
  const { documented } = rest;
  const request = compileRequest({ endpoint, variables, usages, supergraph, documented, spellingOf });
  const parameters = parsePath(rest.path)?.parameters ?? [];
  return {
    document: endpoint,
    variables,
    spellingOf,
    operation,
    isPublic: isPublic(endpoint, supergraph),
    request,
    translator: fieldTranslator(request.readers, usages),
    answer: answerPlan(endpoint, vocabulary, supergraph),
    events: isStream(endpoint) ? eventPlan(endpoint, supergraph, vocabulary.directives, namesOf) : undefined,
    paths: endpointPaths(rest, service),
    roots: rootsOf(endpoint, vocabulary.directives, (field) => namesOf(field)[0] ?? responseKey(field)),
    idParameter: parameters.length === 1 ? parameters[0] : undefined,
  };
}

function answerPlan(
  endpoint: EndpointDocument,
  vocabulary: DocumentVocabulary,
  supergraph: GraphQLSchema,
): AnswerPlan {
  const { rest, paged, operation } = endpoint;
  const { envelope, spelling } = endpoint.service;
  const { directives } = vocabulary;
  const namesOf = (field: FieldNode): readonly string[] => spelledNames(responseKey(field), spelling);
  return {
    status: rest.status,
    picks: rest.pick?.map(parseResultPath),
    asides: asidesOf(endpoint, supergraph, directives, namesOf),
    constants: directives.all(operation, 'constant').map(({ values }) => values),
    paged,
    envelope,
    spelling,
  };
}

function isPublic(endpoint: EndpointDocument, supergraph: GraphQLSchema): boolean {
  const fields = supergraph.getRootType(endpoint.operation.operation)?.getFields() ?? {};
  return rootFields(endpoint).every(({ name }) => {
    const directives = fields[name.value]?.astNode?.directives ?? [];
    return directives.some((directive) => directive.name.value === 'public');
  });
}
