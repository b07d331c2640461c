import { GraphQLError } from 'graphql';
import { hold } from '../conditions';
import { Explanations } from './explanations';
import { isRecord, pathOf } from './places';
import type { LeafShape, ListShape, ObjectShape, Place, ProjectedField, Shape } from './types';

/** What a projection reads beside its shape. */
export interface ProjectionInput {
  readonly data: unknown;
  readonly introspection: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What went wrong before; the faults that the projection finds are added. */
  readonly errors: GraphQLError[];
}

/** Stands for a null that may not stand where it is: the object around it becomes null. */
const RISING = Symbol('rising null');

type Members = Record<string, unknown>;

/** Writes the answer, or null when a null rose to the root. */
export function project(shape: ObjectShape, input: ProjectionInput): Members | null {
  const projection = new Projection(input);
  const members = projection.object(shape, input.data);
  return members === RISING ? null : members;
}

class Projection {
  private explanations: Explanations | undefined;

  constructor(private readonly input: ProjectionInput) {}

  object(shape: ObjectShape, value: unknown): Members | typeof RISING {
    const fields = shape.fieldsOf(shape.type) ?? [];
    return this.members(fields, isRecord(value) ? value : {}, undefined);
  }

  private members(
    fields: readonly ProjectedField[],
    source: Members,
    place: Place | undefined,
  ): Members | typeof RISING {
    const target = emptyObject();
    for (const field of fields) {
      if (!this.takesPart(field)) continue;
      if (!this.write(field, source, target, place)) return RISING;
    }
    return target;
  }

  private takesPart({ when }: ProjectedField): boolean {
    return !when || when.some((conditions) => hold(conditions, this.input.variables));
  }

  /** Writes one member; false when a null rises out of it. */
  private write(field: ProjectedField, source: Members, target: Members, above: Place | undefined): boolean {
    const { rule, names } = field;
    if (rule.hoist) return this.hoist(field, read(field, source), target, above);
    const value = this.value(field, source, { above, key: names[0] });
    if (value === RISING) return false;
    if (value === null && rule.omitNull) return true;
    for (const name of names) target[name] = value;
    return true;
  }

  private value(field: ProjectedField, source: Members, place: Place): unknown {
    if (field.source.kind === 'introspection') return this.input.introspection[field.source.name] ?? null;
    const { fallback, pluck: member } = field.rule;
    const value = read(field, source);
    if (!fallback) return pluck(this.complete(field.shape, value, field, place), member);
    const completed = isAbsent(value) ? null : this.present(field.shape, value, field, place);
    return completed === null || completed === RISING ? fallback.value : pluck(completed, member);
  }

  /** The value as its type wants it; a null where none may stand rises. */
  private complete(shape: Shape, value: unknown, field: ProjectedField, place: Place): unknown {
    const completed = isAbsent(value) ? null : this.present(shape, value, field, place);
    if (completed !== null) return completed === RISING && shape.nullable ? null : completed;
    if (shape.nullable) return null;
    this.explainNull(field, place);
    return RISING;
  }

  private present(shape: Shape, value: unknown, field: ProjectedField, place: Place): unknown {
    switch (shape.kind) {
      case 'leaf':
        return this.leaf(shape, value, place);
      case 'list':
        return this.list(shape, value, field, place);
      case 'object':
        return this.nested(shape, value, field, place);
    }
  }

  private leaf(shape: LeafShape, value: unknown, place: Place): unknown {
    try {
      return shape.write(value);
    } catch (error) {
      this.fault(error instanceof Error ? error.message : 'The value cannot be represented.', place);
      return null;
    }
  }

  private list(shape: ListShape, value: unknown, field: ProjectedField, place: Place): unknown {
    if (!Array.isArray(value)) {
      this.fault(`Expected a list for field "${field.label}".`, place);
      return null;
    }
    const elements: unknown[] = [];
    for (const [index, element] of value.entries()) {
      const completed = this.complete(shape.of, element, field, { above: place, key: index });
      if (completed === RISING) return RISING;
      elements.push(completed);
    }
    return elements;
  }

  private nested(shape: ObjectShape, value: unknown, field: ProjectedField, place: Place): unknown {
    if (!isRecord(value)) {
      this.fault(`Expected an object for field "${field.label}".`, place);
      return null;
    }
    const typename = typeOf(shape, value);
    const fields = shape.fieldsOf(typename);
    if (!fields) {
      this.fault(`Field "${field.label}" has a value of a type that is not known here.`, place);
      return null;
    }
    return this.members(fields, value, place);
  }

  /** Writes the members of an object into the object around it, or their fallbacks when there is no object. */
  private hoist(field: ProjectedField, value: unknown, target: Members, above: Place | undefined): boolean {
    const { shape } = field;
    if (shape.kind !== 'object') return true;
    const place = { above, key: field.names[0] };
    const members = isAbsent(value) ? null : this.hoistable(shape, value, field, place, above);
    const absent = shape.fieldsOf(shape.type) ?? [];
    if (isRecord(members)) {
      Object.assign(target, members);
    } else if (shape.nullable || hasFallbacks(absent)) {
      this.writeAbsent(absent, target);
    } else {
      if (members === null) this.explainNull(field, place);
      return false;
    }
    return true;
  }

  /** The members of a hoisted object stand in the object around it: errors name them there. */
  private hoistable(
    shape: ObjectShape,
    value: unknown,
    field: ProjectedField,
    place: Place,
    above: Place | undefined,
  ): unknown {
    const typename = isRecord(value) ? typeOf(shape, value) : shape.type;
    const fields = shape.fieldsOf(typename);
    if (isRecord(value) && fields) return this.members(fields, value, above);
    return this.nested(shape, value, field, place);
  }

  private writeAbsent(fields: readonly ProjectedField[], target: Members): void {
    for (const field of fields) {
      const { rule, names, shape } = field;
      if (!this.takesPart(field)) continue;
      if (rule.hoist && shape.kind === 'object') {
        this.writeAbsent(shape.fieldsOf(shape.type) ?? [], target);
        continue;
      }
      const value = rule.fallback ? rule.fallback.value : null;
      if (value === null && rule.omitNull) continue;
      for (const name of names) target[name] = value;
    }
  }

  private explainNull(field: ProjectedField, place: Place): void {
    this.explanations ??= new Explanations(this.input.errors);
    if (this.explanations.explain(pathOf(place))) return;
    this.fault(`Cannot return null for non-nullable field ${field.label}.`, place);
  }

  private fault(message: string, place: Place): void {
    const error = new GraphQLError(message, { path: pathOf(place) });
    this.input.errors.push(error);
    this.explanations?.add(error);
  }
}

function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function read({ source }: ProjectedField, object: Members): unknown {
  return source.kind === 'data' ? object[source.name] : source.name;
}

/** The concrete type; when the data do not tell, nothing that is selected depends on it. */
function typeOf(shape: ObjectShape, value: Members): string {
  const typename = value['__typename'];
  return shape.abstract && typeof typename === 'string' ? typename : shape.type;
}

/** One member of each object of a list; objects that do not have it, because it is omitted, are left out. */
function pluck(list: unknown, member: string | undefined): unknown {
  if (member === undefined || !Array.isArray(list)) return list;
  return list
    .filter((element: unknown) => !isRecord(element) || member in element)
    .map((element: unknown) => (isRecord(element) ? element[member] : null));
}

function hasFallbacks(fields: readonly ProjectedField[]): boolean {
  return fields.some(({ rule, shape }) =>
    rule.hoist && shape.kind === 'object'
      ? hasFallbacks(shape.fieldsOf(shape.type) ?? [])
      : rule.fallback !== undefined,
  );
}

/** Without a prototype: a caller may name a member `__proto__`. */
function emptyObject(): Members {
  return Object.create(null) as Members;
}
