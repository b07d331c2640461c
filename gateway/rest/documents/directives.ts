/** The directives of schema/rest/vocabulary.graphql as values. What each one means stands there. */
import {
  type DirectiveNode,
  getArgumentValues,
  GraphQLError,
  type GraphQLDirective,
  type GraphQLSchema,
} from 'graphql';

import type { FaultKind } from '../../../common/errors';

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type EnvelopeKind = 'DATA' | 'DATA_ERROR' | 'STATUS' | 'SUCCESS' | 'NONE' | 'FILE';
export type Spelling = 'CAMEL' | 'SNAKE' | 'BOTH';
export type RequestSpelling = 'CAMEL' | 'SNAKE';
export type ErrorForm = 'STANDARD' | 'FLAT' | 'NULL_DATA' | 'PLAIN';
export type PageFact = 'PAGE' | 'SIZE' | 'TOTAL' | 'TOTAL_PAGES' | 'HAS_NEXT' | 'HAS_PREVIOUS';
export type FormName = 'FLAG' | 'CENTS' | 'DATE' | 'MONTH' | 'LEVEL' | 'DAY_START' | 'DAY_END' | 'UUID';
export type ClaimName = 'ORG_ID';
export type EnumCase = 'SNAKE' | 'CAMEL' | 'PASCAL';

export interface ServiceDirective {
  readonly name: string;
  readonly basePath: string;
  readonly mounts: readonly string[];
  readonly legacyPort?: number | null;
  readonly envelope: EnvelopeKind;
  readonly spelling: Spelling;
  readonly errors: ErrorForm;
  readonly invalidStatus: number;
}

/** How endpoints answer, where that is not the service's: what both the file and the endpoint itself may say. */
export interface OwnWay {
  readonly envelope?: EnvelopeKind | null;
  readonly spelling?: Spelling | null;
  readonly errors?: ErrorForm | null;
  readonly invalidStatus?: number | null;
}

export interface RestDirective extends OwnWay {
  readonly method: RestMethod;
  readonly path: string;
  readonly base?: string | null;
  readonly aliases: readonly string[];
  readonly status: number;
  readonly pick?: readonly string[] | null;
  readonly documented: RequestSpelling;
  readonly agree: readonly string[];
}

export interface PagedDirective {
  readonly total: string;
  readonly size: number;
  readonly maxSize: number;
  readonly always: boolean;
  readonly lenient: boolean;
  readonly within: boolean;
  readonly told: boolean;
  readonly members: readonly { readonly of: PageFact; readonly as: string }[];
}

export interface NeedsDirective {
  readonly variables: readonly string[];
  readonly unless: string;
}

export interface OnErrorDirective {
  readonly code: string;
  readonly as?: string | null;
  readonly status?: number | null;
  readonly text?: string | null;
  readonly showCode: boolean;
  readonly errors?: ErrorForm | null;
}

export interface ValueSpelling {
  readonly value: string;
  readonly as: string;
  readonly accept: readonly string[];
}

export interface FaultDirective {
  readonly text?: string | null;
  readonly of?: readonly string[] | null;
  readonly kinds?: readonly FaultKind[] | null;
  readonly code?: string | null;
  readonly status?: number | null;
}

export interface EnumSpellingDirective {
  readonly of: string;
  readonly case?: EnumCase | null;
  readonly values: readonly ValueSpelling[];
  readonly ignoreCase: boolean;
}

export interface StatusDirective {
  readonly when: readonly { readonly value: string; readonly status: number }[];
}

export interface HeaderDirective {
  readonly name: string;
  readonly text: string;
}

export interface IdentityDirective {
  readonly token: readonly string[];
  readonly tenant: readonly string[];
}

export interface EventDirective {
  readonly names: readonly {
    readonly value: string;
    readonly as: string;
    readonly later?: string | null;
  }[];
}

export interface ConstantDirective {
  readonly name: string;
  readonly value: unknown;
  readonly beside: boolean;
}

/** The arguments of each directive; the vocabulary's own schema guarantees these types. */
export interface Directives {
  service: ServiceDirective;
  inThisFile: OwnWay;
  rest: RestDirective;
  paged: PagedDirective;
  needs: NeedsDirective;
  firstOf: { readonly variables: readonly string[] };
  onError: OnErrorDirective;
  enumSpelling: EnumSpellingDirective;
  identity: IdentityDirective;
  header: { readonly name: string };
  query: Record<string, never>;
  alias: { readonly names: readonly string[]; readonly first: boolean };
  memberAlias: {
    readonly member: string;
    readonly names: readonly string[];
    readonly documented: boolean;
  };
  claim: { readonly is: ClaimName };
  fault: FaultDirective;
  nulls: { readonly pass: readonly string[]; readonly refuse: readonly string[] };
  textAs: { readonly of: string; readonly member: string };
  asList: { readonly member: string };
  orBody: Record<string, never>;
  raw: Record<string, never>;
  sortExpression: Record<string, never>;
  orElse: { readonly code: string };
  raises: { readonly codes: readonly string[] };
  hoist: Record<string, never>;
  nest: { readonly as: string };
  pluck: { readonly member: string };
  default: { readonly value: unknown; readonly unknown: boolean };
  tellsUnknown: Record<string, never>;
  omitNull: Record<string, never>;
  form: { readonly as: FormName; readonly member?: string | null };
  spelled: {
    readonly values: readonly ValueSpelling[];
    readonly otherwise?: string | null;
    readonly member?: string | null;
  };
  beside: { readonly spread: boolean };
  status: StatusDirective;
  toHeader: HeaderDirective;
  event: EventDirective;
  orSkip: Record<string, never>;
  constant: ConstantDirective;
}

export interface Annotated {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

/** A directive where it stands, with its arguments. */
export interface Reading<Name extends keyof Directives> {
  readonly node: DirectiveNode;
  readonly values: Directives[Name];
}

/** The directives that documents of endpoints may carry. */
export class VocabularyDirectives {
  constructor(private readonly schema: GraphQLSchema) {}

  /** All directives of that name on a node. */
  all<Name extends keyof Directives>(on: Annotated, name: Name): readonly Reading<Name>[] {
    const nodes = on.directives?.filter((directive) => directive.name.value === name) ?? [];
    return nodes.map((node) => ({ node, values: this.values(node, name) }));
  }

  /** The directive of that name on a node, if there is one. */
  first<Name extends keyof Directives>(on: Annotated, name: Name): Reading<Name> | undefined {
    const node = on.directives?.find((directive) => directive.name.value === name);
    return node && { node, values: this.values(node, name) };
  }

  has(on: Annotated, name: keyof Directives): boolean {
    return on.directives?.some((directive) => directive.name.value === name) ?? false;
  }

  private values<Name extends keyof Directives>(node: DirectiveNode, name: Name): Directives[Name] {
    return getArgumentValues(this.definition(name, node), node) as unknown as Directives[Name];
  }

  private definition(name: string, node: DirectiveNode): GraphQLDirective {
    const definition = this.schema.getDirective(name);
    if (!definition) throw new GraphQLError(`The vocabulary does not declare @${name}.`, { nodes: node });
    return definition;
  }
}
