/** What answers hold, as schemas: made from the selection and the vocabulary, as the projection makes the answers. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { isAside } from '../answer/asides';
import { fieldsAlong, parseResultPath, responseKey } from '../answer/picks';
import type { VocabularyDirectives } from '../documents/directives';
import type { EndpointDocument } from '../documents/load';
import type { EnumSpelling } from '../enums';
import { spelledNames } from '../names';
import type { Spelling } from '../documents/directives';
import type { Components } from './components';
import { type JsonSchema, objectSchema, orNull, type Property } from './json-schema';
import { leafSchema, textSchema, writtenForm } from './leaves';

export interface OutputContext {
  readonly endpoint: EndpointDocument;
  readonly schema: GraphQLSchema;
  readonly directives: VocabularyDirectives;
  readonly spellingOf: (type: GraphQLEnumType) => EnumSpelling;
  readonly spelling: Spelling;
  readonly components: Components;
}

/** One selected field with its type. */
export interface Selected {
  readonly field: FieldNode;
  readonly type: GraphQLOutputType;
  readonly description: string | undefined;
  /** It stands under a condition: @include, @skip, or a type that not every object has. */
  readonly isConditional: boolean;
}

const UNKNOWN: Property = {
  schema: { type: 'array', items: { type: 'string' }, description: 'Paths of what is not known.' },
  isRequired: false,
};

export class OutputSchemas {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The number of all items, which the pagination tells. */
  private readonly total: FieldNode | undefined;

  constructor(private readonly context: OutputContext) {
    const { document, paged } = context.endpoint;
    const { definitions } = document;
    this.total = paged && fieldsAlong(document, parseResultPath(paged.total))?.at(-1);
    this.fragments = new Map(
      definitions.flatMap((definition): [string, FragmentDefinitionNode][] =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    );
  }

  /** The fields of one level, those of its fragments included. */
  fields(
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    isConditional = false,
  ): readonly Selected[] {
    return selections.flatMap((selection): readonly Selected[] => {
      const below = isConditional || isConditioned(selection);
      if (selection.kind === Kind.FIELD) {
        const definition = isUnionType(type) ? undefined : type.getFields()[selection.name.value];
        if (!definition) return [];
        return [
          {
            field: selection,
            type: definition.type,
            description: definition.description ?? undefined,
            isConditional: below,
          },
        ];
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      const on = fragment?.typeCondition ? typeFromAST(this.context.schema, fragment.typeCondition) : type;
      if (!fragment || !isCompositeType(on)) return [];
      return this.fields(fragment.selectionSet, on, below || on !== type);
    });
  }

  /** The schema of what one field brings, whatever it is called. */
  value(selected: Selected): JsonSchema {
    const { field, type } = selected;
    const schema = this.present(selected);
    const { directives } = this.context;
    const isPresent =
      isNonNullType(type) || directives.has(field, 'default') || directives.has(field, 'orSkip');
    return isPresent ? schema : orNull(schema);
  }

  /** The same where null cannot be. */
  present({ field, type }: Selected): JsonSchema {
    const pluck = this.context.directives.first(field, 'pluck')?.values.member;
    return this.typed(field, getNullableType(type), pluck);
  }

  /** The object that a selection makes, without what does not stand in it. */
  object(field: FieldNode, type: GraphQLCompositeType): JsonSchema {
    const make = (): JsonSchema => objectSchema(this.properties(field, type));
    const { components, directives, endpoint, spelling } = this.context;
    const [only, second] = field.selectionSet?.selections ?? [];
    const isPlain = !directives.has(field, 'constant') && !directives.has(field, 'tellsUnknown');
    const isShared = only?.kind === Kind.FRAGMENT_SPREAD && !second && !isConditioned(only);
    if (!isPlain || !isShared || spelling !== endpoint.service.spelling) return make();
    return components.schema(`${endpoint.service.name}_${only.name.value}`, make);
  }

  properties(
    on: FieldNode | EndpointDocument['operation'],
    type: GraphQLCompositeType,
  ): Record<string, Property> {
    const { directives, spelling } = this.context;
    if (!on.selectionSet) return {};
    const fields = this.fields(on.selectionSet, type);
    const nestOf = ({ field }: Selected): string | undefined => directives.first(field, 'nest')?.values.as;
    const own = fields.filter((selected) => !nestOf(selected)).flatMap((selected) => this.member(selected));
    const nests = [...new Set(fields.flatMap((selected) => nestOf(selected) ?? []))].flatMap((nest) => {
      const inside = fields.filter((selected) => nestOf(selected) === nest);
      return this.nest(nest, inside);
    });
    const constants = directives
      .all(on, 'constant')
      .filter(({ values }) => !values.beside)
      .flatMap(({ values }) =>
        spelledNames(values.name, spelling).map((name): [string, Property] => [
          name,
          { schema: { const: values.value }, isRequired: true },
        ]),
      );
    const unknown: [string, Property][] = directives.has(on, 'tellsUnknown') ? [['unknown', UNKNOWN]] : [];
    return Object.fromEntries([...own, ...nests, ...constants, ...unknown]);
  }

  /** The object that nested fields make; it is there when one of them takes part. */
  private nest(name: string, inside: readonly Selected[]): [string, Property][] {
    const schema = objectSchema(Object.fromEntries(inside.flatMap((selected) => this.member(selected))));
    const isRequired = inside.some(({ isConditional }) => !isConditional);
    return spelledNames(name, this.context.spelling).map((spelled) => [spelled, { schema, isRequired }]);
  }

  private member(selected: Selected): [string, Property][] {
    const { directives, spelling } = this.context;
    const { field, type, description, isConditional } = selected;
    if (isAside(field, directives) || field === this.total) return [];
    if (directives.has(field, 'hoist')) return this.hoisted(selected);
    const omitted = directives.has(field, 'omitNull') && !isNonNullType(type);
    const value = this.value(selected);
    const isDescribed = value.$ref !== undefined || value.description !== undefined;
    const schema = description && !isDescribed ? { ...value, description } : value;
    return spelledNames(responseKey(field), spelling).map((name) => [
      name,
      {
        schema,
        isRequired: !isConditional && !omitted,
        hasDefault: directives.has(field, 'default'),
      },
    ]);
  }

  /** The members of a child, which may be null where the child may be null and they have no default. */
  private hoisted({ field, type, isConditional }: Selected): [string, Property][] {
    const named = getNullableType(type);
    if (!isCompositeType(named)) return [];
    const entries = Object.entries(this.properties(field, named));
    if (isNonNullType(type) && !isConditional) return entries;
    return entries.map(([name, { schema, isRequired, hasDefault = false }]) => [
      name,
      { schema: hasDefault ? schema : orNull(schema), isRequired: isRequired && !isConditional, hasDefault },
    ]);
  }

  private typed(field: FieldNode, type: GraphQLOutputType, pluck: string | undefined): JsonSchema {
    if (isNonNullType(type)) return this.typed(field, type.ofType, pluck);
    if (isListType(type)) {
      const items = this.typed(field, type.ofType, undefined);
      if (pluck === undefined) {
        return { type: 'array', items: isNonNullType(type.ofType) ? items : orNull(items) };
      }
      const [name] = spelledNames(pluck, this.context.spelling);
      return { type: 'array', items: this.context.components.resolved(items).properties?.[name] ?? {} };
    }
    if (isCompositeType(type)) return this.object(field, type);
    if (!isLeafType(type)) return {};
    const { directives, spellingOf } = this.context;
    const table = directives.first(field, 'spelled')?.values;
    if (table) return textSchema(table);
    const form = directives.first(field, 'form')?.values.as;
    return form ? writtenForm(form) : leafSchema(type, spellingOf);
  }
}

const isConditioned = ({ directives }: { readonly directives?: FieldNode['directives'] }): boolean =>
  directives?.some(({ name }) => name.value === 'include' || name.value === 'skip') ?? false;
