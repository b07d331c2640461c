import {
  GraphQLError,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
} from 'graphql';
import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  FragmentSpreadNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  InlineFragmentNode,
  SelectionSetNode,
} from 'graphql';
import { isConditional, readConditions } from '../conditions';
import type { Conditions } from '../conditions';
import { InvalidOperation } from '../types';
import type { FieldRule, Vocabulary } from '../types';
import { readDefer } from './defer';
import type { Defer } from './defer';

/** One field at one place of the operation. A fragment that is spread twice makes two of each of its fields. */
export interface SelectedField {
  readonly kind: 'field';
  readonly node: FieldNode;
  readonly parent: GraphQLCompositeType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly responseKey: string;
  readonly conditions: Conditions;
  /** What remains of the directives when conditions and the caller's vocabulary are taken away. */
  readonly directives: readonly DirectiveNode[];
  readonly rule: FieldRule;
  readonly selections: readonly Selected[];
}

/** A fragment at one place of the operation, spread or inline. */
export interface SelectedFragment {
  readonly kind: 'fragment';
  readonly on: GraphQLCompositeType;
  readonly conditions: Conditions;
  readonly selections: readonly Selected[];
  /** The caller's wish to get it later, where there is one. */
  readonly defer?: Defer | undefined;
}

export type Selected = SelectedField | SelectedFragment;

const META_FIELDS = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((field) => [field.name, field]),
);

/** Whether graphql-js answers this field from the schema alone. */
export function isIntrospection(field: SelectedField): boolean {
  return field.definition === SchemaMetaFieldDef || field.definition === TypeMetaFieldDef;
}

/**
 * Makes a tree of a valid operation: fragments in place, types and rules known, selections that a literal
 * `@skip` or `@include` rules out gone.
 */
export function readSelections(
  api: GraphQLSchema,
  document: DocumentNode,
  root: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
  vocabulary: Vocabulary | undefined,
): Selected[] {
  return new SelectionReader(api, document, vocabulary).read(root, selectionSet);
}

class SelectionReader {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly ownDirectives: ReadonlySet<string>;
  private defers = 0;

  constructor(
    private readonly api: GraphQLSchema,
    document: DocumentNode,
    private readonly vocabulary: Vocabulary | undefined,
  ) {
    this.fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    this.ownDirectives = new Set(vocabulary?.directives.map(({ name }) => name));
  }

  read(parent: GraphQLCompositeType, { selections }: SelectionSetNode): Selected[] {
    const read: Selected[] = [];
    for (const node of selections) {
      const conditions = readConditions(node.directives);
      if (!conditions) continue;
      if (node.kind === Kind.FIELD) read.push(this.readField(parent, node, conditions));
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition ? this.compositeType(node.typeCondition.name.value) : parent;
        read.push(this.readFragment(on, node, node.selectionSet, conditions));
      } else {
        const fragment = this.fragments.get(node.name.value);
        if (!fragment)
          throw new InvalidOperation([new GraphQLError(`Unknown fragment "${node.name.value}".`)]);
        const on = this.compositeType(fragment.typeCondition.name.value);
        read.push(this.readFragment(on, node, fragment.selectionSet, conditions));
      }
    }
    return read;
  }

  private readFragment(
    on: GraphQLCompositeType,
    node: InlineFragmentNode | FragmentSpreadNode,
    selectionSet: SelectionSetNode,
    conditions: Conditions,
  ): SelectedFragment {
    const defer = readDefer(node, () => `d${this.defers++}`);
    const selections = this.read(on, selectionSet);
    return { kind: 'fragment', on, conditions, selections, ...(defer && { defer }) };
  }

  private readField(parent: GraphQLCompositeType, node: FieldNode, conditions: Conditions): SelectedField {
    const definition = this.definitionOf(parent, node);
    const field: SelectedField = {
      kind: 'field',
      node,
      parent,
      definition,
      responseKey: node.alias?.value ?? node.name.value,
      conditions,
      directives: (node.directives ?? []).filter(
        (directive) => !isConditional(directive) && !this.ownDirectives.has(directive.name.value),
      ),
      rule: this.vocabulary?.rule(node, definition, parent) ?? {},
      selections: this.readBelow(definition, node),
    };
    checkRule(field);
    return field;
  }

  private readBelow(definition: GraphQLField<unknown, unknown>, node: FieldNode): readonly Selected[] {
    const type = getNamedType(definition.type);
    if (!node.selectionSet || !isCompositeType(type)) return [];
    if (definition === SchemaMetaFieldDef || definition === TypeMetaFieldDef) return [];
    return this.read(type, node.selectionSet);
  }

  private definitionOf(parent: GraphQLCompositeType, node: FieldNode): GraphQLField<unknown, unknown> {
    const name = node.name.value;
    const definition = META_FIELDS.get(name) ?? (isUnionType(parent) ? undefined : parent.getFields()[name]);
    if (definition) return definition;
    throw new InvalidOperation([new GraphQLError(`Cannot query field "${name}" on type "${parent.name}".`)]);
  }

  private compositeType(name: string): GraphQLCompositeType {
    const type = this.api.getType(name);
    if (isCompositeType(type)) return type;
    throw new InvalidOperation([new GraphQLError(`Unknown type "${name}".`)]);
  }
}

/** A rule that cannot work is a fault of the document, found when it is prepared. */
function checkRule({ rule, definition, selections, node }: SelectedField): void {
  const type = getNullableType(definition.type);
  const fault = (text: string): InvalidOperation =>
    new InvalidOperation([new GraphQLError(text, { nodes: node })]);
  if (rule.hoist && rule.nest) {
    throw fault(`Field "${definition.name}" cannot be both hoisted and nested.`);
  }
  if (rule.hoist && !isCompositeType(type)) {
    throw fault(`Field "${definition.name}" cannot be hoisted: it is not an object.`);
  }
  if (rule.pluck === undefined) return;
  if (!isListType(type) || !isCompositeType(getNullableType(type.ofType))) {
    throw fault(`Field "${definition.name}" cannot be plucked: it is not a list of objects.`);
  }
  if (!responseKeys(selections).has(rule.pluck)) {
    throw fault(`Field "${definition.name}" has no member "${rule.pluck}" to pluck.`);
  }
}

function responseKeys(selections: readonly Selected[], keys = new Set<string>()): Set<string> {
  for (const selected of selections) {
    if (selected.kind === 'field') keys.add(selected.responseKey);
    else responseKeys(selected.selections, keys);
  }
  return keys;
}
