/** Puts the files of a service folder together: the service, its endpoints, the fragments that they share. */
import {
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SchemaExtensionNode,
  visit,
} from 'graphql';
import { type DocumentFault, faultAt, faultOfFile } from '../faults';
import type {
  EnumSpellingDirective,
  OnErrorDirective,
  OwnWay,
  Reading,
  ServiceDirective,
} from './directives';
import type {
  IdentityDirective,
  NeedsDirective,
  PagedDirective,
  RestDirective,
  VocabularyDirectives,
} from './directives';
import type { ServiceFolder } from './files';
import { type DocumentVocabulary, readable } from './vocabulary';

/** A service and all that is written about it, before anything of it is compiled. */
export interface ServiceDocuments {
  readonly definition: ServiceDirective;
  /** What files say of their endpoints, by their names. */
  readonly files: ReadonlyMap<string, OwnWay>;
  readonly onError: readonly Reading<'onError'>[];
  readonly enumSpelling: readonly Reading<'enumSpelling'>[];
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly endpoints: readonly EndpointDocument[];
}

/** One operation with @rest. */
export interface EndpointDocument {
  readonly name: string;
  /** The service as this endpoint has it: with what its file and its @rest say otherwise. */
  readonly service: ServiceDirective;
  readonly operation: OperationDefinitionNode;
  /** The operation and the fragments that it uses: what the engine prepares. */
  readonly document: DocumentNode;
  readonly rest: RestDirective;
  readonly restNode: Reading<'rest'>['node'];
  readonly paged: PagedDirective | undefined;
  /** What a request must say beyond what the graph requires. */
  readonly needs: NeedsDirective | undefined;
  /** Variables of which a request's first alone is read; none where nothing is said. */
  readonly firstOf: readonly string[];
  /** Where a request may say who calls, beside the headers that every endpoint reads. */
  readonly identity: IdentityDirective | undefined;
  /** The operation's own come before those of the service. */
  readonly onError: readonly OnErrorDirective[];
  readonly enumSpelling: readonly EnumSpellingDirective[];
}

/** Whether the endpoint answers with a stream of events. */
export const isStream = ({ operation }: Pick<EndpointDocument, 'operation'>): boolean =>
  operation.operation === OperationTypeNode.SUBSCRIPTION;

export interface Loaded {
  readonly service: ServiceDocuments | undefined;
  readonly faults: readonly DocumentFault[];
}

export function loadService(folder: ServiceFolder, vocabulary: DocumentVocabulary): Loaded {
  const definitions = folder.documents.flatMap((document) => document.definitions);
  const faults: DocumentFault[] = definitions.flatMap(refuseForeign);
  const extensions = definitions.filter((node) => node.kind === Kind.SCHEMA_EXTENSION);
  faults.push(...vocabulary.check({ kind: Kind.DOCUMENT, definitions: extensions }));
  if (faults.length > 0) return { service: undefined, faults };
  return assemble(folder, definitions, extensions, vocabulary);
}

function refuseForeign(node: DefinitionNode): DocumentFault[] {
  const allowed: readonly Kind[] = [
    Kind.SCHEMA_EXTENSION,
    Kind.OPERATION_DEFINITION,
    Kind.FRAGMENT_DEFINITION,
  ];
  if (allowed.includes(node.kind)) return [];
  return [faultAt(node, 'A folder of endpoints holds operations, fragments and one "extend schema".')];
}

function assemble(
  folder: ServiceFolder,
  definitions: readonly DefinitionNode[],
  extensions: readonly SchemaExtensionNode[],
  vocabulary: DocumentVocabulary,
): Loaded {
  const { directives } = vocabulary;
  const declared = extensions.flatMap((node) => directives.all(node, 'service'));
  const [service] = declared;
  if (!service) return { service: undefined, faults: folder.complete ? [withoutService(folder)] : [] };
  const ways = extensions.flatMap((node) => directives.all(node, 'inThisFile'));
  const shared = {
    definition: service.values,
    files: new Map(ways.map(({ node, values }) => [fileOf(node), values])),
    onError: extensions.flatMap((node) => directives.all(node, 'onError')),
    enumSpelling: extensions.flatMap((node) => directives.all(node, 'enumSpelling')),
    operations: definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION),
    fragments: definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION),
  };
  const faults = secondWays(ways);
  const endpoints = shared.operations.flatMap((operation) => {
    const read = readable(() => readEndpoint(operation, shared, directives));
    if (read) return read.value ?? [];
    faults.push(...vocabulary.check({ kind: Kind.DOCUMENT, definitions: [operation] }));
    return [];
  });
  return { service: { ...shared, endpoints }, faults };
}

const withoutService = ({ name }: ServiceFolder): DocumentFault =>
  faultOfFile(`${name}/service.graphql`, 'No "extend schema @service(...)".');

function readEndpoint(
  operation: OperationDefinitionNode,
  shared: Omit<ServiceDocuments, 'endpoints'>,
  directives: VocabularyDirectives,
): EndpointDocument | undefined {
  const rest = directives.first(operation, 'rest');
  if (!rest || !operation.name) return undefined;
  const valuesOf = <T>(readings: readonly { readonly values: T }[]): T[] =>
    readings.map(({ values }) => values);
  return {
    name: operation.name.value,
    service: ownWay(ownWay(shared.definition, shared.files.get(fileOf(operation))), rest.values),
    operation,
    document: withFragments(operation, shared.fragments),
    rest: rest.values,
    restNode: rest.node,
    paged: directives.first(operation, 'paged')?.values,
    needs: directives.first(operation, 'needs')?.values,
    firstOf: directives.first(operation, 'firstOf')?.values.variables ?? [],
    identity: directives.first(operation, 'identity')?.values,
    onError: valuesOf([...directives.all(operation, 'onError'), ...shared.onError]),
    enumSpelling: valuesOf([...directives.all(operation, 'enumSpelling'), ...shared.enumSpelling]),
  };
}

/** The service as a file or an endpoint has it: what these say goes before what the service says. */
const ownWay = (service: ServiceDirective, own: OwnWay = {}): ServiceDirective => ({
  ...service,
  envelope: own.envelope ?? service.envelope,
  spelling: own.spelling ?? service.spelling,
  errors: own.errors ?? service.errors,
  invalidStatus: own.invalidStatus ?? service.invalidStatus,
});

/** The file that a part of a document stands in. */
const fileOf = ({ loc }: ASTNode): string => loc?.source.name ?? '';

/** A file has one way of answering: of two, nobody could tell which holds. */
const secondWays = (ways: readonly Reading<'inThisFile'>[]): DocumentFault[] =>
  ways
    .filter(({ node }, index) =>
      ways.slice(0, index).some((earlier) => fileOf(earlier.node) === fileOf(node)),
    )
    .map(({ node }) => faultAt(node, '@inThisFile stands once in a file.'));

function withFragments(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): DocumentNode {
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const definitions = new Set<OperationDefinitionNode | FragmentDefinitionNode>([operation]);
  // A set that grows while it is walked: fragments lead to further fragments.
  for (const definition of definitions) {
    for (const name of spreadsOf(definition)) {
      const fragment = byName.get(name);
      if (fragment) definitions.add(fragment);
    }
  }
  return { kind: Kind.DOCUMENT, definitions: [...definitions] };
}

/** The names of the fragments that a definition spreads. */
export function spreadsOf(definition: OperationDefinitionNode | FragmentDefinitionNode): readonly string[] {
  const names: string[] = [];
  visit(definition, {
    FragmentSpread: (spread) => {
      names.push(spread.name.value);
    },
  });
  return names;
}
