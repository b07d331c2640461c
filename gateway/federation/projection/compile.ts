import {
  GraphQLID,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLString,
  TypeNameMetaFieldDef,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type {
  GraphQLCompositeType,
  GraphQLEnumType,
  GraphQLLeafType,
  GraphQLOutputType,
  GraphQLScalarType,
  GraphQLSchema,
} from 'graphql';
import type { Conditions } from '../conditions';
import type { Defer, Deferred } from '../prepare/defer';
import type { InternalNames } from '../prepare/naming';
import { isIntrospection } from '../prepare/selection';
import type { Selected, SelectedField } from '../prepare/selection';
import type { FieldRule } from '../types';
import type { DeferredPart, DeferredShape, Hanging } from './deferred';
import type { FieldSource, ObjectShape, ProjectedField, Shape } from './types';

/** Selections of one object, with the conditions under which they take part. */
interface Part {
  readonly selections: readonly Selected[];
  readonly conditions: Conditions;
}

/** A field that is selected of one object, with all conditions on the way to it. */
interface Occurrence {
  readonly field: SelectedField;
  readonly conditions: Conditions;
}

/** All that is selected of one object. */
interface Level {
  readonly byKey: Map<string, [Occurrence, ...Occurrence[]]>;
  readonly later: { readonly defer: Defer; readonly part: Part }[];
}

/** Compiles the shape of a whole answer. */
export function compileProjection(
  api: GraphQLSchema,
  names: InternalNames,
  root: GraphQLCompositeType,
  selections: readonly Selected[],
): ObjectShape {
  return new ProjectionCompiler(api, names).object(root, true, [{ selections, conditions: [] }]);
}

/** Compiles the shape of an answer that lacks what these fragments bring, and what hangs where in it. */
export function compileDeferred(
  api: GraphQLSchema,
  names: InternalNames,
  root: GraphQLCompositeType,
  selections: readonly Selected[],
  deferred: Deferred,
): DeferredShape {
  const hanging: Hanging = new WeakMap();
  const compiler = new ProjectionCompiler(api, names, deferred, hanging);
  return { shape: compiler.object(root, true, [{ selections, conditions: [] }]), hanging };
}

class ProjectionCompiler {
  constructor(
    private readonly api: GraphQLSchema,
    private readonly names: InternalNames,
    private readonly deferred: Deferred = new Set(),
    private readonly hanging: Hanging = new WeakMap(),
  ) {}

  /**
   * What is written depends on the concrete type. Each is compiled when the first object of it is met: an
   * interface with many types would otherwise multiply at every level below.
   */
  object(type: GraphQLCompositeType, nullable: boolean, parts: readonly Part[]): ObjectShape {
    const compiled = new Map<string, readonly ProjectedField[]>();
    const possible = isObjectType(type) ? [type] : this.api.getPossibleTypes(type);
    const fieldsOf = (typename: string): readonly ProjectedField[] | undefined => {
      const known = compiled.get(typename);
      if (known) return known;
      const concrete =
        typename === type.name ? type : possible.find((candidate) => candidate.name === typename);
      if (!concrete) return undefined;
      const fields = this.fields(concrete, parts);
      compiled.set(typename, fields);
      return fields;
    };
    return {
      kind: 'object',
      nullable,
      type: type.name,
      abstract: isAbstractType(type),
      possible: possible.map(({ name }) => name),
      fieldsOf,
    };
  }

  private fields(type: GraphQLCompositeType, parts: readonly Part[]): ProjectedField[] {
    const level: Level = { byKey: new Map(), later: [] };
    for (const part of parts) this.collect(type, part, level);
    const fields = [...level.byKey.values()].map((occurrences) => this.field(type, occurrences));
    if (level.later.length > 0) this.hang(type, level, fields, level.byKey);
    return fields;
  }

  /** Notes what comes later for an object of which these fields are written. */
  private hang(
    type: GraphQLCompositeType,
    { later }: Level,
    fields: readonly ProjectedField[],
    before: Level['byKey'],
  ): void {
    const parts = later.map(({ defer, part }): DeferredPart => {
      const own: Level = { byKey: new Map(), later: [] };
      this.collect(type, part, own);
      const { id, label } = defer;
      const written = this.laterFields(type, own, before);
      if (own.later.length > 0) this.hang(type, own, written, union(before, own.byKey));
      return { id, label, conditions: part.conditions, fields: written };
    });
    const bringing = parts.filter((part) => part.fields.length > 0 || this.hanging.has(part.fields));
    if (bringing.length > 0) this.hanging.set(fields, bringing);
  }

  /**
   * An object that stands before and later is written whole when it comes again: a null that rises in one of its
   * members, early or late, makes the same of it for both. A leaf that stands before is not written again.
   */
  private laterFields(
    type: GraphQLCompositeType,
    { byKey }: Level,
    before: Level['byKey'],
  ): ProjectedField[] {
    return [...byKey].flatMap(([key, own]) => {
      const known = before.get(key);
      if (!known) return [this.field(type, own)];
      const isWritten = whenever(known) === undefined && own.every(({ field }) => !field.node.selectionSet);
      if (isWritten) return [];
      return [{ ...this.field(type, [...known, ...own]), when: whenever(own) }];
    });
  }

  private collect(type: GraphQLCompositeType, part: Part, level: Level): void {
    for (const selected of part.selections) {
      const conditions = [...part.conditions, ...selected.conditions];
      if (selected.kind === 'fragment') {
        const within = { selections: selected.selections, conditions };
        const { defer } = selected;
        if (!this.applies(selected.on, type)) continue;
        if (defer && this.deferred.has(defer.id)) level.later.push({ defer, part: within });
        else this.collect(type, within, level);
        continue;
      }
      const occurrence = { field: selected, conditions };
      const known = level.byKey.get(selected.responseKey);
      if (known) known.push(occurrence);
      else level.byKey.set(selected.responseKey, [occurrence]);
    }
  }

  private applies(on: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    if (on === type) return true;
    return isAbstractType(on) && !isUnionType(type) && this.api.isSubType(on, type);
  }

  private field(type: GraphQLCompositeType, occurrences: [Occurrence, ...Occurrence[]]): ProjectedField {
    const [{ field }] = occurrences;
    const rule = occurrences.reduce<FieldRule>(
      (all, occurrence) => ({ ...all, ...occurrence.field.rule }),
      {},
    );
    const [first = field.responseKey, ...others] = rule.names ?? [];
    const source = this.source(type, field);
    return {
      label: `${type.name}.${field.definition.name}`,
      source,
      names: [first, ...others],
      isPlain: isPlain(rule) && others.length === 0 && source.kind !== 'introspection',
      when: whenever(occurrences),
      shape: this.shape(outputType(type, field), rule, below(occurrences)),
      rule,
    };
  }

  private source(type: GraphQLCompositeType, field: SelectedField): FieldSource {
    if (field.definition === TypeNameMetaFieldDef) {
      return { kind: 'typename', name: isObjectType(type) ? type.name : undefined };
    }
    if (isIntrospection(field)) return { kind: 'introspection', name: field.responseKey };
    return { kind: 'data', name: this.names.get(field) ?? field.definition.name };
  }

  private shape(type: GraphQLOutputType, rule: FieldRule, parts: readonly Part[], nullable = true): Shape {
    if (isNonNullType(type)) return this.shape(type.ofType, rule, parts, false);
    if (isListType(type)) return { kind: 'list', nullable, of: this.shape(type.ofType, rule, parts) };
    if (isLeafType(type)) return { kind: 'leaf', nullable, write: leafWriter(type, rule) };
    return this.object(type, nullable, parts);
  }
}

const isPlain = ({ hoist, nest, fallback, pluck, omitNull }: FieldRule): boolean =>
  !hoist && !nest && !fallback && pluck === undefined && !omitNull;

/** The type on the concrete object, which may promise more than the interface that was asked. */
function outputType(type: GraphQLCompositeType, field: SelectedField): GraphQLOutputType {
  if (field.definition === TypeNameMetaFieldDef) return new GraphQLNonNull(GraphQLString);
  const concrete = isUnionType(type) ? undefined : type.getFields()[field.definition.name];
  return (concrete ?? field.definition).type;
}

function union(before: Level['byKey'], own: Level['byKey']): Level['byKey'] {
  const all = new Map(before);
  for (const [key, occurrences] of own) all.set(key, [...(all.get(key) ?? []), ...occurrences]);
  return all;
}

function whenever(occurrences: readonly Occurrence[]): readonly Conditions[] | undefined {
  const alternatives = occurrences.map(({ conditions }) => conditions);
  return alternatives.some(({ length }) => length === 0) ? undefined : alternatives;
}

/** A field that stands once passes no conditions down: when it takes part at all, they hold. */
function below(occurrences: readonly Occurrence[]): Part[] {
  const single = occurrences.length === 1;
  return occurrences.map(({ field, conditions }) => ({
    selections: field.selections,
    conditions: single ? [] : conditions,
  }));
}

function leafWriter(type: GraphQLLeafType, rule: FieldRule): (value: unknown) => unknown {
  const check = isEnumType(type) ? enumChecker(type) : scalarChecker(type);
  const { leaf } = rule;
  return leaf ? (value) => leaf(check(value)) : check;
}

/** Texts and numbers are nearly always what they should be: only what is not is asked of the scalar itself. */
function scalarChecker(type: GraphQLScalarType): (value: unknown) => unknown {
  const serialize = (value: unknown): unknown => type.serialize(value);
  if (type === GraphQLString || type === GraphQLID) {
    return (value) => (typeof value === 'string' ? value : serialize(value));
  }
  if (type === GraphQLInt) {
    return (value) => (typeof value === 'number' && (value | 0) === value ? value : serialize(value));
  }
  return serialize;
}

/** The message does not repeat the value: it may be one that is hidden from clients. */
function enumChecker(type: GraphQLEnumType): (value: unknown) => unknown {
  const names = new Set(type.getValues().map(({ name }) => name));
  return (value) => {
    if (typeof value === 'string' && names.has(value)) return value;
    throw new Error(`Enum "${type.name}" cannot represent the value that was received.`);
  };
}
